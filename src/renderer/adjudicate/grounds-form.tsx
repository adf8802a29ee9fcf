import { verdictReasons } from '../../core/adjudication/reasons';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { useDraft } from '../state/use-draft';
import { Area } from '../ui/area';
import { CheckBox } from '../ui/check-box';
import { Choice } from '../ui/choice';
import type { GroundsDraft } from './use-grounds';
import styles from './adjudicate.module.css';

interface Props {
  readonly project: Project;
  readonly draft: GroundsDraft;
}

/** Why: a reason of the project's list, words, and whether the codebook is to blame. Of one's own verdict, to be changed. */
export function GroundsForm({ project, draft }: Props) {
  const { grounds, own, setGrounds } = draft;
  const known = verdictReasons(project.codebook);
  // A reason that was taken off the list stays with the verdicts that gave it.
  const reasons = [...new Set([...known, grounds.reason])].filter((one) => one !== '');
  return (
    <div className={styles['form']} data-own-keys>
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
        <KeptWords key={own.id} draft={draft} />
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
}

/** Stands for none in the list, which has no empty value. */
const NO_REASON = '\u0000';

/** Words of a verdict that was given: kept when the keys rest. */
function KeptWords({ draft: { grounds, setGrounds } }: Pick<Props, 'draft'>) {
  const { draft, write, keep } = useDraft(grounds.words, (words) => {
    setGrounds({ words });
  });
  return <Area label={t('adjudicate.words')} value={draft} onChange={write} onBlur={keep} />;
}
