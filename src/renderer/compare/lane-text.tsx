import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useId, useMemo, useRef, type KeyboardEvent } from 'react';
import { leaderOf } from '../../core/comparison/align';
import type { ComparedGroup } from '../../core/comparison/differences';
import { groupsByParagraph } from '../../core/comparison/lanes';
import type { SourceDocument } from '../../core/document/source-document';
import type { CoderId } from '../../core/ids';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { paragraphIndexAt, type Paragraph } from '../../core/text/paragraph';
import type { Span } from '../../core/text/span';
import { LaneLegend } from './lane-legend';
import { Lanes } from './lane-paragraph';
import { groupAt } from './pressed-passage';
import { useChosenInView } from './use-chosen-in-view';
import { useSelectedSpan } from './use-selected-span';
import { selectByKey } from './word-keys';
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

/** For a paragraph that was not laid out yet, in CSS pixels. */
const LINE = 44;
const LETTERS_IN_LINE = 60;

/** The text as one reads it, with every coder's lane under it; the list of passages beside it says the same in words. */
export function LaneText(props: Props) {
  const { project, document, coders, text, paragraphs, groups, rows, chosen } = props;
  const { onChoose, onOpen, isSelected, onSelect } = props;
  const scroller = useRef<HTMLElement>(null);
  const hint = useId();
  const inParagraph = useMemo(() => groupsByParagraph(paragraphs, groups), [paragraphs, groups]);
  const listed = useMemo(() => new Set(rows), [rows]);
  const { held } = useSelectedSpan(scroller, text, onSelect);
  const virtual = useVirtualizer({
    count: paragraphs.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(
      (index: number) => {
        const span = paragraphs[index]?.span;
        return LINE * (1 + (span === undefined ? 0 : (span.end - span.start) / LETTERS_IN_LINE));
      },
      [paragraphs],
    ),
    overscan: 2,
    useFlushSync: false,
    // Where a selection began must not go away while it is drawn on.
    rangeExtractor: (range: Range) => {
      const shown = defaultRangeExtractor(range);
      return held === undefined || shown.includes(held)
        ? shown
        : [...shown, held].sort((a, b) => a - b);
    },
  });
  const place = chosen && paragraphIndexAt(paragraphs, leaderOf(chosen).pieces[0].start);
  useChosenInView(scroller, chosen && leaderOf(chosen).id, () => {
    if (place !== undefined) virtual.scrollToIndex(place, { align: 'start' });
  });
  const step = (to: number): void => {
    const group = rows[Math.min(Math.max(to, 0), rows.length - 1)];
    if (group !== undefined) onChoose(group);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (selectByKey(event, text, chosen === undefined ? 0 : leaderOf(chosen).pieces[0].start)) {
      event.preventDefault();
      return;
    }
    if (event.shiftKey) return;
    const at = chosen === undefined ? -1 : rows.indexOf(chosen);
    const isOnText = event.target === event.currentTarget;
    if (event.key === 'ArrowDown') step(at + 1);
    else if (event.key === 'ArrowUp') step(at - 1);
    else if (event.key === 'Home') step(0);
    else if (event.key === 'End') step(rows.length - 1);
    else if (event.key === 'Escape' && isSelected) {
      getSelection()?.removeAllRanges();
      onSelect(undefined);
    } else if (event.key === 'Enter' && isOnText && chosen !== undefined) onOpen(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles['frame']}>
      <LaneLegend project={project} coders={coders} />
      <p id={hint} className="visually-hidden">
        {t('compare.textHint')}
      </p>
      <section
        ref={scroller}
        className={styles['text']}
        aria-label={t('compare.text', { title: document.title.value })}
        aria-describedby={hint}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const group = groupAt(event.nativeEvent, inParagraph, paragraphs, listed, chosen);
          if (group !== undefined) onChoose(group);
        }}
      >
        <div className={styles['inner']} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const paragraph = paragraphs[index];
            const here = inParagraph[index];
            if (paragraph === undefined || here === undefined) return null;
            return (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={styles['place']}
                style={{ transform: `translateY(${String(start)}px)` }}
              >
                <Lanes
                  project={project}
                  document={document}
                  coders={coders}
                  text={text}
                  paragraph={paragraph}
                  groups={here}
                  listed={listed}
                  chosen={chosen !== undefined && here.includes(chosen) ? chosen : undefined}
                  onChoose={onChoose}
                />
              </div>
            );
          })}
        </div>
      </section>
    </div>
  );
}
