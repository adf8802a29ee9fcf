import { ChevronRight, Plus } from 'lucide-react';
import { useState } from 'react';
import type { AttributeDefinition } from '../../core/codebook/codebook';
import { freeId } from '../../core/codebook/free-id';
import { t } from '../../core/messages/message';
import { Button } from '../ui/button';
import { AttributeFields } from './attribute-fields';
import type { Editing } from './editing';
import { OrderButtons } from './order-buttons';
import styles from './codebook.module.css';

/** What is asked about every annotation of the code, in the order in which it is asked. */
export function AttributesEditor(editing: Editing) {
  const { code, change, wrong } = editing;
  const { attributes } = code;
  const [openId, setOpenId] = useState<string>();
  const put = (attribute: AttributeDefinition): void => {
    change({ attributes: attributes.map((one) => (one.id === attribute.id ? attribute : one)) });
  };
  const add = (): void => {
    const taken = new Set(attributes.map((one) => one.id));
    const id = freeId('attribute', taken, 'attribute');
    const added = {
      id,
      name: '',
      definition: '',
      required: false,
      type: 'one',
      choices: [],
    } as const;
    change({ attributes: [...attributes, added] });
    setOpenId(id);
  };
  return (
    <section className={styles['section']} aria-label={t('codebook.attributes')}>
      <h3>{t('codebook.attributes')}</h3>
      {attributes.length === 0 ? (
        <p className={styles['none']}>{t('codebook.attributes.none')}</p>
      ) : null}
      <ol className={styles['entries']}>
        {attributes.map((attribute, i) => {
          const place = `attributes[${String(i)}]`;
          const isOpen = attribute.id === openId;
          const name = attribute.name.trim() === '' ? t('codebook.unnamed') : attribute.name;
          return (
            <li key={attribute.id} className={styles['attribute']}>
              <div className={styles['attributeHead']}>
                <button
                  type="button"
                  className={styles['disclosure']}
                  aria-expanded={isOpen}
                  onClick={() => {
                    setOpenId(isOpen ? undefined : attribute.id);
                  }}
                >
                  <ChevronRight size={14} aria-hidden="true" className={styles['chevron']} />
                  <span className={styles['attributeName']} dir="auto">
                    {name}
                  </span>
                  <span className={styles['quiet']}>{t(`codebook.type.${attribute.type}`)}</span>
                  {attribute.required ? (
                    <span className={styles['quiet']}>{t('codebook.attribute.isRequired')}</span>
                  ) : null}
                </button>
                <OrderButtons
                  items={attributes}
                  at={i}
                  name={attribute.name}
                  onChange={(next) => {
                    change({ attributes: next });
                  }}
                />
              </div>
              {isOpen ? (
                <AttributeFields
                  attribute={attribute}
                  lists={editing.project.codebook.lists}
                  onChange={put}
                  wrong={(inner) => wrong(`${place}.${inner}`)}
                />
              ) : (
                <FirstFault place={place} wrong={wrong} attribute={attribute} />
              )}
            </li>
          );
        })}
      </ol>
      <Button onPress={add}>
        <Plus size={14} aria-hidden="true" />
        {t('codebook.attributes.add')}
      </Button>
    </section>
  );
}

/** What is wrong inside an attribute that is closed. */
function FirstFault({
  attribute,
  place,
  wrong,
}: {
  readonly attribute: AttributeDefinition;
  readonly place: string;
  readonly wrong: Editing['wrong'];
}) {
  const inner = [
    'name',
    'list',
    ...('choices' in attribute
      ? attribute.choices.flatMap((_, i) => [`choices[${String(i)}].label`])
      : []),
    ...('steps' in attribute
      ? attribute.steps.flatMap((_, i) => [
          `steps[${String(i)}].label`,
          `steps[${String(i)}].value`,
        ])
      : []),
  ];
  const found = inner.map((one) => wrong(`${place}.${one}`)).find((text) => text !== undefined);
  return found === undefined ? null : <p className={styles['wrong']}>{found}</p>;
}
