import type { AdjudicatedGroup } from '../../core/adjudication/adjudication';
import type { CoderId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { findCoder, type Project } from '../../core/project/project';
import { WHOLE, type Verdict } from '../../core/verdict/verdict';
import { Button } from '../ui/button';
import type { DecisionDraft } from './use-decision';
import { StateMark } from './passage-row';
import styles from './adjudicate.module.css';

interface Props {
  readonly project: Project;
  readonly group: AdjudicatedGroup;
  readonly decision: DecisionDraft;
}

const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** How far the passage is settled: the verdict, or the verdicts of which one is to be kept. */
export function GivenVerdicts({ project, group, decision }: Props) {
  const { state, verdicts } = group;
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
                decision.keep(verdict);
              }}
            >
              {t('adjudicate.keep', { name: nameOf(verdict.coderId) })}
            </Button>
          ) : null}
        </div>
      ))}
      {verdicts.length === 0 ? null : (
        <Button kind="quiet" onPress={decision.reopen}>
          {t('adjudicate.reopen')} <kbd aria-hidden="true">R</kbd>
        </Button>
      )}
    </div>
  );
}

function outcomeOf({ outcome, sources }: Verdict, nameOf: (id: CoderId) => string): string {
  const whole = sources.find(({ field }) => field === WHOLE);
  if (outcome === 'taken' && whole !== undefined) {
    return t('adjudicate.takenFrom', { name: nameOf(whole.coderId) });
  }
  if (outcome === 'merged') {
    const names = [...new Set(sources.map(({ coderId }) => coderId))].map(nameOf);
    return t('adjudicate.mergedFrom', { names: names.join(', ') });
  }
  return t(`adjudicate.gave.${outcome}`);
}
