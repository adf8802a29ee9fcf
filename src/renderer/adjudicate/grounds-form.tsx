import { memo, type KeyboardEvent } from 'react';
import { verdictReasons } from '../../core/adjudication/reasons';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { useDraft } from '../state/use-draft';
import { Area } from '../ui/area';
import { CheckBox } from '../ui/check-box';
import { Choice } from '../ui/choice';
import { useSteady } from '../ui/use-steady';
import type { GroundsDraft } from './use-grounds';
import styles from './adjudicate.module.css';

interface Props {
  readonly project: Project;
  readonly draft: GroundsDraft;
}

interface FieldsProps extends GroundsDraft {
  readonly codebook: Project['codebook'];
}

/** Why: a reason of the project's list, words, and whether the codebook is to blame. Of one's own verdict, to be changed. */
export function GroundsForm({ project: { codebook }, draft }: Props) {
  const { grounds, own } = draft;
  const setGrounds = useSteady(draft.setGrounds);
  return <Fields codebook={codebook} grounds={grounds} own={own} setGrounds={setGrounds} />;
}

/** Mostly empty, at this passage as at the one before. */
const Fields = memo(function Fields({ codebook, grounds, own, setGrounds }: FieldsProps) {
  const known = verdictReasons(codebook);
  // A reason that was taken off the list stays with the verdicts that gave it.
  const reasons = [...new Set([...known, grounds.reason])].filter((one) => one !== '');
  return (
    <div className={styles['form']} data-own-keys onKeyDown={leaveWords}>
      <Choice
        label={t('adjudicate.reasonLabel')}
        value={grounds.reason === '' ? NO_REASON : grounds.reason}
        options={[
          { value: NO_REASON, label: t('adjudicate.noReason') },
          ...reasons.map((reason) => ({ value: reason, label: reason })),
        ]}
        onChange={(reason) => {
          setGrounds({ reason: reason === NO_REASON ? '' : reason });
        }}
      />
      {own === undefined ? (
        <Area
          label={t('adjudicate.words')}
          value={grounds.words}
          onChange={(words) => {
            setGrounds({ words });
          }}
        />
      ) : (
        <KeptWords key={own.id} grounds={grounds} setGrounds={setGrounds} />
      )}
      <CheckBox
        label={t('adjudicate.unclear')}
        isSelected={grounds.codebookUnclear}
        onChange={(codebookUnclear) => {
          setGrounds({ codebookUnclear });
        }}
      />
    </div>
  );
});

/** Escape in the words goes back to what they are about, and no further: what is written stays. */
function leaveWords(event: KeyboardEvent): void {
  const { target } = event;
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  if (!(target instanceof HTMLTextAreaElement)) return;
  const about =
    target.parentElement?.closest<HTMLElement>('section[tabindex="0"]') ??
    target.closest('section')?.querySelector<HTMLElement>('[tabindex="0"]');
  about?.focus();
  event.preventDefault();
}

/** Stands for none in the list, which has no empty value. */
const NO_REASON = '\u0000';

/** Words of a verdict that was given: kept when the keys rest. */
function KeptWords({ grounds, setGrounds }: Pick<FieldsProps, 'grounds' | 'setGrounds'>) {
  const { draft, write, keep } = useDraft(grounds.words, (words) => {
    setGrounds({ words });
  });
  return <Area label={t('adjudicate.words')} value={draft} onChange={write} onBlur={keep} />;
}
