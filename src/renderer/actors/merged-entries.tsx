import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { registerIndex, type Actor } from '../../core/register/actor';
import { changeActor } from '../state/actor-actions';
import { showFault } from '../state/toasts';
import { Button } from '../ui/button';
import fieldStyles from '../ui/field.module.css';
import styles from './actors.module.css';

interface Props {
  readonly project: Project;
  readonly actor: Actor;
}

/** The entries that were merged into an actor, each of which can be taken out again. */
export function MergedEntries({ project, actor }: Props) {
  const register = registerIndex(project.actors);
  const merged = project.actors.filter(
    (one) => one.id !== actor.id && register.resolve(one.id)?.id === actor.id,
  );
  if (merged.length === 0) return null;
  return (
    <div className={fieldStyles['field']}>
      <h2 className={fieldStyles['label']}>{t('actors.merged')}</h2>
      <ul className={styles['merged']}>
        {merged.map((one) => (
          <li key={one.id} className={styles['mergedEntry']}>
            <span className={styles['mergedLabel']} dir="auto">
              {one.label}
            </span>
            <Button
              kind="quiet"
              aria-label={t('actors.merged.takeOut', { name: one.label })}
              onPress={() => {
                const { mergedInto: _into, ...alone } = one;
                const fault = changeActor(alone);
                if (fault !== undefined) showFault(fault);
              }}
            >
              {t('actors.takeOut')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
