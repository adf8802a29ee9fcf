import { ListFilter, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { t } from '../../core/messages/message';
import { conditionKey, describeCondition, filterChoices } from '../../core/project/filter-choices';
import type { Condition } from '../../core/project/filter';
import type { Project } from '../../core/project/project';
import { createTypeAhead } from '../../core/search/rank';
import { useApp } from '../state/app-state';
import { addCondition, clearFilter, removeCondition } from '../state/list-filter';
import styles from './filter-bar.module.css';

/** More lines than anybody reads; more letters make them fewer. */
const MOST = 60;

/** What the list is narrowed to, one chip a condition, and a field to find more conditions by typing. */
export function FilterBar({ project }: { readonly project: Project }) {
  const filter = useApp((state) => state.list.filter);
  const [picks, setPicks] = useState(0);
  return (
    <div className={styles['bar']}>
      <ConditionPicker
        key={picks}
        project={project}
        isAgain={picks > 0}
        onPick={(condition) => {
          addCondition(condition);
          setPicks(picks + 1);
        }}
      />
      {filter.length === 0 ? null : (
        <ul className={styles['chips']} aria-label={t('coding.filter.chips')}>
          {filter.map((condition) => {
            const { about, label } = describeCondition(project, condition);
            return (
              <li key={conditionKey(condition)}>
                <button
                  type="button"
                  className={styles['chip']}
                  aria-label={t('coding.filter.remove', { about, label })}
                  onClick={() => {
                    removeCondition(condition);
                  }}
                >
                  <span className={styles['about']}>{about}</span>
                  <span dir="auto">{label}</span>
                  <X size={12} aria-hidden="true" />
                </button>
              </li>
            );
          })}
          {filter.length > 1 ? (
            <li>
              <button type="button" className={styles['clear']} onClick={clearFilter}>
                {t('coding.filter.clear')}
              </button>
            </li>
          ) : null}
        </ul>
      )}
    </div>
  );
}

interface PickerProps {
  readonly project: Project;
  /** One has just picked here, and may go on. */
  readonly isAgain: boolean;
  readonly onPick: (condition: Condition) => void;
}

/** Made anew after each pick: a field that is emptied by the program would open its list once more. */
function ConditionPicker({ project, isAgain, onPick }: PickerProps) {
  const [typed, setTyped] = useState('');
  const { codebook, actors, coders } = project;
  const find = useMemo(
    () =>
      createTypeAhead(
        filterChoices(project).map((choice, i) => ({
          label: `${choice.about} ${choice.label}`,
          aliases: [choice.label],
          frequency: -i,
          choice,
        })),
      ),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the choices come from these alone
    [codebook, actors, coders],
  );
  const items = useMemo(
    () =>
      find(typed, MOST).map(({ item: { choice } }) => ({
        ...choice,
        id: conditionKey(choice.condition),
      })),
    [find, typed],
  );
  return (
    <ComboBox
      aria-label={t('coding.filter')}
      className={styles['picker'] as string}
      items={items}
      inputValue={typed}
      onInputChange={setTyped}
      value={null}
      autoFocus={isAgain}
      onChange={(key) => {
        const picked = items.find(({ id }) => id === key);
        if (picked !== undefined) onPick(picked.condition);
      }}
    >
      <div className={styles['field']}>
        <ListFilter size={14} aria-hidden="true" />
        <Input className={styles['input'] as string} placeholder={t('coding.filter.add')} />
        <Button className="visually-hidden">{t('coding.filter')}</Button>
      </div>
      <Popover className={styles['popover'] as string} offset={4}>
        <ListBox className={styles['list'] as string}>
          {(choice: (typeof items)[number]) => (
            <ListBoxItem
              id={choice.id}
              textValue={`${choice.about}: ${choice.label}`}
              className={styles['item'] as string}
            >
              <span className={styles['about']}>{choice.about}</span>
              <span className={styles['label']} dir="auto">
                {choice.label}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
