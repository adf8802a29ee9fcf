import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { memo, useCallback, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Paragraph } from '../../core/text/paragraph';
import type { Span } from '../../core/text/span';
import { LAID_LATER } from './laid-later';
import { useChosenInView } from './use-chosen-in-view';
import { useGradually } from './use-gradually';
import { useSelectedSpan } from './use-selected-span';
import { useWordKeys } from './use-word-keys';
import styles from './selectable-text.module.css';

interface Props {
  readonly label: string;
  /** What the keys do, for those who listen. */
  readonly hint: string;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** A paragraph by its index, made of elements with `data-from`, the offset at which their one text node begins. */
  readonly render: (index: number) => ReactNode;
  /** Another object where every paragraph is to be made anew, which is done one a frame. */
  readonly version: unknown;
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
  const { text, paragraphs, render, version, isSelected, onSelect } = props;
  const { start, startParagraph, chosen } = props;
  const scroller = useRef<HTMLElement>(null);
  const hint = useId();
  const { held } = useSelectedSpan(scroller, text, onSelect);
  const virtual = useVirtualizer({
    ...LAID_LATER,
    count: paragraphs.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(
      (index: number) => {
        const span = paragraphs[index]?.span;
        return LINE * (1 + (span === undefined ? 0 : (span.end - span.start) / LETTERS_IN_LINE));
      },
      [paragraphs],
    ),
    // Until it is measured; with no size nothing would be made before, and all of it at once after.
    initialRect: { width: innerWidth, height: innerHeight },
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
  const items = virtual.getVirtualItems();
  const made = useGradually(
    items.map(({ index }) => index),
    version,
    startParagraph,
  );
  const isLaid = items.every(({ index }) => made.get(index) === version);
  useChosenInView(scroller, chosen, {
    bring: () => {
      if (startParagraph !== undefined) virtual.scrollToIndex(startParagraph, { align: 'start' });
    },
    isLaid,
  });
  const selectByKey = useWordKeys({
    text,
    paragraphs,
    start,
    made,
    bring: (paragraph) => {
      virtual.scrollToIndex(paragraph);
    },
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (selectByKey(event)) event.preventDefault();
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
        aria-busy={!isLaid}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          props.onClick?.(event.nativeEvent);
        }}
      >
        <div className={styles['inner']} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, key, start: top, size }) => (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={styles['place']}
              style={{ transform: `translateY(${String(top)}px)` }}
            >
              {made.has(index) ? (
                <Made index={index} render={render} isCurrent={made.get(index) === version} />
              ) : (
                <div style={{ height: size }} />
              )}
            </div>
          ))}
        </div>
      </section>
    </>
  );
}

interface MadeProps {
  readonly index: number;
  readonly render: (index: number) => ReactNode;
  readonly isCurrent: boolean;
}

/** A paragraph; one that is not of the current version stays as it was made. */
const Made = memo(
  function Made({ index, render }: MadeProps) {
    return render(index);
  },
  (_before, { isCurrent }) => !isCurrent,
);
