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
  /** What that says. */
  readonly said?: string;
}

/** A passage in a list: its words, and in what its coders differ. */
export const ComparedRow = memo(function ComparedRow({
  project,
  group,
  isChosen,
  mark,
  said,
}: Props) {
  const kinds = [...group.kinds];
  const words =
    kinds.length === 0 ? [t('compare.allAlike')] : kinds.map((kind) => t(`compare.kind.${kind}`));
  return (
    <PassageLine
      project={project}
      annotation={leaderOf(group)}
      isChosen={isChosen}
      said={said === undefined ? words : [said, ...words]}
      marks={
        <>
          {mark}
          {kinds.length === 0 ? (
            <span className={passage['kind']}>
              <Check size={12} aria-hidden="true" />
              <span className={passage['word']}>{t('compare.allAlike')}</span>
            </span>
          ) : (
            kinds.map((kind) => <KindMark key={kind} kind={kind} />)
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
  /** The marks' words, which a narrow list has no room for. */
  readonly said: readonly string[];
}

/** An annotation in a list: code and words, and below what is said of it. */
export function PassageLine({ project, annotation, isChosen, marks, said }: LineProps) {
  const code = annotation && findCode(project.codebook, annotation.codeId);
  return (
    <div className={styles['row']} data-chosen={isChosen || undefined}>
      <p className={styles['quote']}>
        {code === undefined ? null : <CodeMark code={code} />}
        <span dir="auto">{annotation === undefined ? '–' : quoteOf(annotation)}</span>
      </p>
      <p className={styles['marks']} title={said.join(', ')}>
        {marks}
      </p>
    </div>
  );
}
