import { X } from 'lucide-react';
import { t } from '../../core/messages/message';
import { conditionKey, describeCondition } from '../../core/project/filter-choices';
import type { Project } from '../../core/project/project';
import { useApp } from '../state/app-state';
import { clearFilter, removeCondition } from '../state/list-filter';
import { ConditionPicker } from './condition-picker';
import styles from './filter-bar.module.css';

/** What the list is narrowed to, one chip a condition, and a field to find more conditions by typing. */
export function FilterBar({ project }: { readonly project: Project }) {
  const filter = useApp((state) => state.list.filter);
  return (
    <div className={styles['bar']}>
      <ConditionPicker
        codebook={project.codebook}
        actors={project.actors}
        coders={project.coders}
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
