import { useMemo, type KeyboardEvent } from 'react';
import { leaderOf } from '../../core/comparison/align';
import type { ComparedGroup } from '../../core/comparison/differences';
import { groupsByParagraph } from '../../core/comparison/lanes';
import type { SourceDocument } from '../../core/document/source-document';
import type { CoderId } from '../../core/ids';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { paragraphIndexAt, type Paragraph } from '../../core/text/paragraph';
import type { Span } from '../../core/text/span';
import { SelectableText } from '../ui/selectable-text';
import { LaneLegend } from './lane-legend';
import { Lanes } from './lane-paragraph';
import { groupAt } from './pressed-passage';
import styles from './lanes.module.css';

interface Props {
  readonly project: Project;
  readonly document: SourceDocument;
  readonly coders: readonly CoderId[];
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly groups: readonly ComparedGroup[];
  /** What the list beside it has; the rest is shown quietly. */
  readonly rows: readonly ComparedGroup[];
  readonly chosen: ComparedGroup | undefined;
  readonly onChoose: (group: ComparedGroup) => void;
  readonly onOpen: (group: ComparedGroup) => void;
  readonly isSelected: boolean;
  readonly onSelect: (span: Span | undefined) => void;
}

/** So many lines, one for each coder at each passage, are drawn in one frame: they take about a third of it. */
const IN_PART = 45;

/** The text as one reads it, with every coder's lane under it; the list of passages beside it says the same in words. */
export function LaneText(props: Props) {
  const { project, document, coders, text, paragraphs, groups, rows, chosen } = props;
  const { onChoose, onOpen, isSelected, onSelect } = props;
  const inParagraph = useMemo(() => groupsByParagraph(paragraphs, groups), [paragraphs, groups]);
  const listed = useMemo(() => new Set(rows), [rows]);
  const linesIn = (index: number): number => (inParagraph[index]?.length ?? 0) * coders.length;
  const leader = chosen && leaderOf(chosen);
  const step = (to: number): void => {
    const group = rows[Math.min(Math.max(to, 0), rows.length - 1)];
    if (group !== undefined) onChoose(group);
  };
  const onKey = ({ key, target, currentTarget }: KeyboardEvent<HTMLElement>): boolean => {
    const at = chosen === undefined ? -1 : rows.indexOf(chosen);
    if (key === 'ArrowDown') step(at + 1);
    else if (key === 'ArrowUp') step(at - 1);
    else if (key === 'Home') step(0);
    else if (key === 'End') step(rows.length - 1);
    else if (key === 'Enter' && target === currentTarget && chosen !== undefined) onOpen(chosen);
    else return false;
    return true;
  };
  return (
    <div className={styles['frame']}>
      <LaneLegend project={project} coders={coders} />
      <SelectableText
        label={t('compare.text', { title: document.title.value })}
        hint={t('compare.textHint')}
        text={text}
        paragraphs={paragraphs}
        isSelected={isSelected}
        onSelect={onSelect}
        start={leader?.pieces[0].start ?? 0}
        startParagraph={leader && paragraphIndexAt(paragraphs, leader.pieces[0].start)}
        chosen={leader?.id}
        onKey={onKey}
        version={listed}
        onClick={(event) => {
          const group = groupAt(event, inParagraph, paragraphs, listed, chosen);
          if (group !== undefined) onChoose(group);
        }}
        partsOf={(index) => Math.ceil(Math.max(1, linesIn(index)) / IN_PART)}
        render={(index, current) => {
          const paragraph = paragraphs[index];
          const here = inParagraph[index];
          return paragraph === undefined || here === undefined ? null : (
            <Lanes
              project={project}
              document={document}
              coders={coders}
              text={text}
              paragraph={paragraph}
              groups={here}
              current={current}
              listed={listed}
              chosen={chosen !== undefined && here.includes(chosen) ? chosen : undefined}
              onChoose={onChoose}
            />
          );
        }}
      />
    </div>
  );
}
