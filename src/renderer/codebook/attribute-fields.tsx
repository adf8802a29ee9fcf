import { Plus } from 'lucide-react';
import type { AttributeDefinition, ProjectList } from '../../core/codebook/codebook';
import { freeId } from '../../core/codebook/free-id';
import { t } from '../../core/messages/message';
import { Area } from '../ui/area';
import { Button } from '../ui/button';
import { CheckBox } from '../ui/check-box';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { ATTRIBUTE_TYPES, withType } from './attribute-type';
import { OrderButtons } from './order-buttons';
import styles from './codebook.module.css';

interface Props<Kind = AttributeDefinition> {
  readonly attribute: Kind;
  readonly lists: readonly ProjectList[];
  readonly onChange: (attribute: AttributeDefinition) => void;
  /** What is wrong at a place inside the attribute. */
  readonly wrong: (place: string) => string | undefined;
}

/** Everything about one attribute. */
export function AttributeFields(props: Props) {
  const { attribute, lists, onChange, wrong } = props;
  return (
    <div className={styles['attributeFields']}>
      <div className={styles['pair']}>
        <Field
          label={t('codebook.attribute.name')}
          value={attribute.name}
          wrong={wrong('name')}
          onChange={(name) => {
            onChange({ ...attribute, name });
          }}
        />
        <Choice
          label={t('codebook.attribute.type')}
          value={attribute.type}
          options={ATTRIBUTE_TYPES.filter((type) => type !== 'list' || lists.length > 0).map(
            (type) => ({ value: type, label: t(`codebook.type.${type}`) }),
          )}
          onChange={(type) => {
            onChange(withType(attribute, type, lists));
          }}
        />
      </div>
      <Area
        label={t('codebook.attribute.definition')}
        value={attribute.definition}
        onChange={(definition) => {
          onChange({ ...attribute, definition });
        }}
      />
      <CheckBox
        label={t('codebook.attribute.required')}
        hint={t('codebook.attribute.requiredHint')}
        isSelected={attribute.required}
        onChange={(required) => {
          onChange({ ...attribute, required });
        }}
      />
      {'choices' in attribute ? <Choices {...props} attribute={attribute} /> : null}
      {'steps' in attribute ? <Steps {...props} attribute={attribute} /> : null}
      {'list' in attribute ? (
        <Choice
          label={t('codebook.attribute.list')}
          value={attribute.list}
          options={lists.map((list) => ({ value: list.id, label: list.name }))}
          onChange={(list) => {
            onChange({ ...attribute, list });
          }}
        />
      ) : null}
      {lists.length === 0 ? (
        <p className={styles['quiet']}>{t('codebook.attribute.noLists')}</p>
      ) : null}
    </div>
  );
}

type WithChoices = Extract<AttributeDefinition, { type: 'one' | 'several' }>;
type WithSteps = Extract<AttributeDefinition, { type: 'scale' }>;

/** A choice keeps its value while its label is changed, so annotations that have it need not follow. */
function Choices({ attribute, onChange, wrong }: Props<WithChoices>) {
  const { choices } = attribute;
  const put = (next: WithChoices['choices']): void => {
    onChange({ ...attribute, choices: next });
  };
  const add = (): void => {
    const value = freeId('choice', new Set(choices.map((one) => one.value)), 'choice');
    put([...choices, { value, label: '' }]);
  };
  return (
    <fieldset className={styles['values']}>
      <legend>{t('codebook.choices')}</legend>
      {choices.map((choice, i) => (
        <div
          key={choice.value}
          className={`${styles['valueRow'] ?? ''} ${styles['choiceRow'] ?? ''}`}
        >
          <Field
            label={t('codebook.choices.label', { n: i + 1 })}
            value={choice.label}
            wrong={wrong(`choices[${String(i)}].label`)}
            onChange={(label) => {
              put(choices.with(i, { ...choice, label }));
            }}
          />
          <OrderButtons items={choices} at={i} name={choice.label} onChange={put} />
        </div>
      ))}
      <Button kind="quiet" onPress={add}>
        <Plus size={14} aria-hidden="true" />
        {t('codebook.choices.add')}
      </Button>
    </fieldset>
  );
}

function Steps({ attribute, onChange, wrong }: Props<WithSteps>) {
  const { steps } = attribute;
  const put = (next: WithSteps['steps']): void => {
    onChange({ ...attribute, steps: next });
  };
  const add = (): void => {
    put([...steps, { value: Math.max(0, ...steps.map((step) => step.value)) + 1, label: '' }]);
  };
  return (
    <fieldset className={styles['values']}>
      <legend>{t('codebook.steps')}</legend>
      {steps.map((step, i) => (
        <div key={i} className={styles['valueRow']}>
          <Field
            label={t('codebook.steps.value', { n: i + 1 })}
            type="number"
            value={String(step.value)}
            wrong={wrong(`steps[${String(i)}].value`)}
            onChange={(text) => {
              const value = Number(text);
              if (text !== '' && Number.isFinite(value)) put(steps.with(i, { ...step, value }));
            }}
          />
          <Field
            label={t('codebook.steps.label', { n: i + 1 })}
            value={step.label}
            wrong={wrong(`steps[${String(i)}].label`)}
            onChange={(label) => {
              put(steps.with(i, { ...step, label }));
            }}
          />
          <OrderButtons items={steps} at={i} name={step.label} onChange={put} />
        </div>
      ))}
      <Button kind="quiet" onPress={add}>
        <Plus size={14} aria-hidden="true" />
        {t('codebook.steps.add')}
      </Button>
    </fieldset>
  );
}
