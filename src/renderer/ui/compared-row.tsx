import { Check } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { quoteOf, type Annotation } from '../../core/annotation/annotation';
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
export const ComparedRow = memo(function ComparedRow({ project, group, isChosen, mark }: Props) {
  return (
    <PassageLine
      project={project}
      annotation={leaderOf(group)}
      isChosen={isChosen}
      marks={
        <>
          {mark}
          {group.kinds.size === 0 ? (
            <span className={passage['kind']}>
              <Check size={12} aria-hidden="true" />
              {t('compare.allAlike')}
            </span>
          ) : (
            [...group.kinds].map((kind) => <KindMark key={kind} kind={kind} />)
          )}
        </>
      }
    />
  );
});

interface LineProps {
  readonly project: Project;
  /** Undefined where it is gone. */
  readonly annotation: Annotation | undefined;
  readonly isChosen: boolean;
  readonly marks: ReactNode;
}

/** An annotation in a list: code and words, and below what is said of it. */
export function PassageLine({ project, annotation, isChosen, marks }: LineProps) {
  const code = annotation && findCode(project.codebook, annotation.codeId);
  return (
    <div className={styles['row']} data-chosen={isChosen || undefined}>
      <p className={styles['quote']}>
        {code === undefined ? null : <CodeMark code={code} />}
        <span dir="auto">{annotation === undefined ? '–' : quoteOf(annotation)}</span>
      </p>
      <p className={styles['marks']}>{marks}</p>
    </div>
  );
}
