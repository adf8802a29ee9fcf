import { memo } from 'react';
import type { GroupState } from '../../core/adjudication/adjudication';
import type { CoderId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { findCoder, type Project } from '../../core/project/project';
import { WHOLE, type Verdict } from '../../core/verdict/verdict';
import { Button } from '../ui/button';
import { StateMark } from './passage-row';
import styles from './adjudicate.module.css';

interface Props {
  readonly project: Project;
  readonly state: GroupState;
  readonly verdicts: readonly Verdict[];
  readonly onKeep?: (verdict: Verdict) => void;
  readonly onReopen: () => void;
}

const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** How far the passage is settled: the verdict, or the verdicts of which one is to be kept. */
export const GivenVerdicts = memo(function GivenVerdicts(props: Props) {
  const { project, state, verdicts, onKeep, onReopen } = props;
  const nameOf = (id: CoderId): string => findCoder(project, id)?.name ?? id;
  const isDisputed = state === 'disputed';
  return (
    <div className={styles['given']} data-state={state}>
      <StateMark state={state} />
      {state === 'changed' ? <p>{t('adjudicate.changedHint')}</p> : null}
      {isDisputed ? <p>{t('adjudicate.disputedHint')}</p> : null}
      {verdicts.map((verdict) => (
        <div key={verdict.id} className={styles['verdict']}>
          <p>
            <strong>{outcomeOf(verdict, nameOf)}</strong>{' '}
            {t('adjudicate.givenBy', {
              name: nameOf(verdict.coderId),
              at: format.format(new Date(verdict.at)),
            })}
            {verdict.codebookUnclear ? ` ${t('adjudicate.unclearSaid')}` : ''}
          </p>
          {verdict.reason === undefined && verdict.words === '' ? null : (
            <p dir="auto" className={styles['grounds']}>
              {[verdict.reason, verdict.words].filter((one) => one).join(' – ')}
            </p>
          )}
          {isDisputed ? (
            <Button
              onPress={() => {
                onKeep?.(verdict);
              }}
            >
              {t('adjudicate.keep', { name: nameOf(verdict.coderId) })}
            </Button>
          ) : null}
        </div>
      ))}
      {verdicts.length === 0 ? null : (
        <Button kind="quiet" onPress={onReopen}>
          {t('adjudicate.reopen')} <kbd aria-hidden="true">R</kbd>
        </Button>
      )}
    </div>
  );
});

function outcomeOf(
  { outcome, sources, members }: Verdict,
  nameOf: (id: CoderId) => string,
): string {
  const whole = sources.find(({ field }) => field === WHOLE);
  if (members.length === 0) return t('adjudicate.addedBy');
  if (outcome === 'taken' && whole !== undefined) {
    return t('adjudicate.takenFrom', { name: nameOf(whole.coderId) });
  }
  if (outcome === 'merged') {
    const names = [...new Set(sources.map(({ coderId }) => coderId))].map(nameOf);
    return t('adjudicate.mergedFrom', { names: names.join(', ') });
  }
  return t(`adjudicate.gave.${outcome}`);
}
