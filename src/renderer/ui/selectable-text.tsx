import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Paragraph } from '../../core/text/paragraph';
import type { Span } from '../../core/text/span';
import { useChosenInView } from './use-chosen-in-view';
import { useSelectedSpan } from './use-selected-span';
import { selectByKey } from './word-keys';
import styles from './selectable-text.module.css';

interface Props {
  readonly label: string;
  /** What the keys do, for those who listen. */
  readonly hint: string;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** A paragraph by its index, made of elements with `data-from`, the offset at which their one text node begins. */
  readonly render: (index: number) => ReactNode;
  readonly isSelected: boolean;
  readonly onSelect: (span: Span | undefined) => void;
  /** Where the keys begin to select, and which paragraph is brought on the screen. */
  readonly start: number;
  readonly startParagraph: number | undefined;
  /** The `data-group` of the element that is kept on the screen. */
  readonly chosen: string | undefined;
  /** Keys that do not select; true when it took one. */
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => boolean;
  readonly onClick?: (event: MouseEvent) => void;
}

/** For a paragraph that was not laid out yet, in CSS pixels. */
const LINE = 44;
const LETTERS_IN_LINE = 60;

/** A text of any length in which words are selected by pointer or by keys; only what is near the screen is made. */
export function SelectableText(props: Props) {
  const { text, paragraphs, render, isSelected, onSelect, start, startParagraph, chosen } = props;
  const scroller = useRef<HTMLElement>(null);
  const hint = useId();
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
  useChosenInView(scroller, chosen, () => {
    if (startParagraph !== undefined) virtual.scrollToIndex(startParagraph, { align: 'start' });
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (selectByKey(event, text, start)) event.preventDefault();
    else if (event.key === 'Escape' && isSelected) {
      getSelection()?.removeAllRanges();
      onSelect(undefined);
      event.preventDefault();
    } else if (!event.shiftKey && props.onKey(event)) event.preventDefault();
  };
  return (
    <>
      <p id={hint} className="visually-hidden">
        {props.hint}
      </p>
      <section
        ref={scroller}
        className={styles['text']}
        aria-label={props.label}
        aria-describedby={hint}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          props.onClick?.(event.nativeEvent);
        }}
      >
        <div className={styles['inner']} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start: top }) => (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={styles['place']}
              style={{ transform: `translateY(${String(top)}px)` }}
            >
              {render(index)}
            </div>
          ))}
        </div>
      </section>
    </>
  );
}
