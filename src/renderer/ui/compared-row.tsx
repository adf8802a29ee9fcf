import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { quoteOf } from '../../core/annotation/annotation';
import { findCode } from '../../core/codebook/codebook';
import { leaderOf } from '../../core/comparison/align';
import type { ComparedGroup } from '../../core/comparison/differences';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { CodeMark } from './code-mark';
import { KindMark } from './difference-kind';
import passage from './passage.module.css';
import styles from './compared-row.module.css';

interface Props {
  readonly project: Project;
  readonly group: ComparedGroup;
  readonly isChosen: boolean;
  /** Before what its coders differ in. */
  readonly mark?: ReactNode;
}

/** A passage in a list: its words, and in what its coders differ. */
export function ComparedRow({ project, group, isChosen, mark }: Props) {
  const leader = leaderOf(group);
  const code = findCode(project.codebook, leader.codeId);
  return (
    <div className={styles['row']} data-chosen={isChosen || undefined}>
      <p className={styles['quote']}>
        {code === undefined ? null : <CodeMark code={code} />}
        <span dir="auto">{quoteOf(leader)}</span>
      </p>
      <p className={styles['marks']}>
        {mark}
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
