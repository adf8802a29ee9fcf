import { t } from '../../core/messages/message';
import type { ActorUse } from '../../core/project/actor-change';
import type { Project } from '../../core/project/project';
import type { Actor } from '../../core/register/actor';
import { planReassigning, reassign } from '../state/actor-actions';
import { useApp } from '../state/app-state';
import { showFault } from '../state/toasts';
import { Button } from '../ui/button';
import { ActorPicker } from './actor-picker';
import styles from './actors.module.css';

interface Props {
  readonly project: Project;
  readonly actor: Actor;
  /** Those that are ticked. */
  readonly uses: readonly ActorUse[];
  readonly onTickAll: () => void;
  readonly onUntick: () => void;
}

/** What can be done with ticked passages: one type-ahead gives them to another actor, in one step. */
export function ReassignBar({ project, actor, uses, onTickAll, onUntick }: Props) {
  const coderId = useApp((state) => state.coderId);
  const others = uses.filter(({ annotation }) => annotation.coderId !== coderId).length;
  return (
    <div className={styles['bar']}>
      {uses.length === 0 ? (
        <p className={styles['barHint']}>{t('actors.uses.keys')}</p>
      ) : (
        <>
          <span className={styles['barHint']} role="status">
            {t('actors.ticked', { n: uses.length })}
            {others === 0 ? '' : ` · ${t('actors.reassign.notOwn', { n: others })}`}
          </span>
          <div className={styles['barPicker']}>
            <ActorPicker
              project={project}
              label={t('actors.reassign')}
              value={undefined}
              isOffered={(one) => one.id !== actor.id}
              onPick={(picked) => {
                const plan = planReassigning(uses, actor.id, picked.id);
                if (plan?.ok === true) {
                  onUntick();
                  void reassign(plan.value, picked.id);
                } else if (plan !== undefined) showFault(plan.fault);
              }}
            />
          </div>
        </>
      )}
      <Button kind="quiet" onPress={onTickAll}>
        {t('actors.tickAll')}
      </Button>
      {uses.length === 0 ? null : (
        <Button kind="quiet" onPress={onUntick}>
          {t('actors.untick')}
        </Button>
      )}
    </div>
  );
}
