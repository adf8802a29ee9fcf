import { Check, CheckCheck, CircleDot, RotateCw, Split, type LucideIcon } from 'lucide-react';
import type { AdjudicatedGroup, GroupState } from '../../core/adjudication/adjudication';
import { quoteOf } from '../../core/annotation/annotation';
import { findCode } from '../../core/codebook/codebook';
import { leaderOf } from '../../core/comparison/align';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { CodeMark } from '../ui/code-mark';
import { KindMark } from '../ui/difference-kind';
import passage from '../ui/passage.module.css';
import styles from './adjudicate.module.css';

/** A shape for each state, so that nothing hangs on colour. */
const ICONS: Readonly<Record<GroupState, LucideIcon>> = {
  open: CircleDot,
  settled: CheckCheck,
  changed: RotateCw,
  disputed: Split,
};

export function StateMark({ state }: { readonly state: GroupState }) {
  const Icon = ICONS[state];
  return (
    <span className={passage['kind']} data-state={state}>
      <Icon size={12} aria-hidden="true" />
      {t(`adjudicate.state.${state}`)}
    </span>
  );
}

interface Props {
  readonly project: Project;
  readonly group: AdjudicatedGroup;
  readonly isChosen: boolean;
}

/** A passage in the list: its words, how far it is settled, and in what its coders differ. */
export function PassageRow({ project, group, isChosen }: Props) {
  const leader = leaderOf(group);
  const code = findCode(project.codebook, leader.codeId);
  return (
    <div className={styles['row']} data-chosen={isChosen || undefined}>
      <p className={styles['quote']}>
        {code === undefined ? null : <CodeMark code={code} />}
        <span dir="auto">{quoteOf(leader)}</span>
      </p>
      <p className={styles['marks']}>
        <StateMark state={group.state} />
        {group.kinds.size === 0 ? (
          <span className={passage['kind']}>
            <Check size={12} aria-hidden="true" />
            {t('compare.allAlike')}
          </span>
        ) : (
          [...group.kinds].map((kind) => <KindMark key={kind} kind={kind} />)
        )}
      </p>
    </div>
  );
}
