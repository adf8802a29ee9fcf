import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  memo,
  useCallback,
  useId,
  useMemo,
  useRef,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
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
  /**
   * A paragraph by its index, made of elements with `data-from`, the offset at which their one text node begins. Of its parts
   * those are to be made (or made anew) that are `current`; the others stay what they are.
   */
  readonly render: (index: number, current: readonly boolean[]) => ReactNode;
  /** In how many parts a paragraph is made, where that is much work: at least 1. */
  readonly partsOf?: (index: number) => number;
  /** Another object where every paragraph is to be made anew, which is done one part a frame. */
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
  const { text, paragraphs, render, partsOf = inOne, version, isSelected, onSelect } = props;
  const { start, startParagraph, chosen } = props;
  const scroller = useRef<HTMLElement>(null);
  const hint = useId();
  const { held } = useSelectedSpan(scroller, text, isSelected, onSelect);
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
  const wanted = items.map(({ index }) => ({ index, parts: partNames(index, partsOf(index)) }));
  const made = useGradually(
    wanted.flatMap(({ parts }) => parts),
    version,
    startParagraph === undefined ? undefined : partNames(startParagraph, 1)[0],
  );
  const isLaid = wanted.every(({ parts }) => parts.every((part) => made.get(part) === version));
  const whole = useMemo(
    () =>
      new Set(
        wanted.flatMap(({ index, parts }) => (parts.every((one) => made.has(one)) ? index : [])),
      ),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what is there changes with what was made
    [made],
  );
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
    made: whole,
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
              <Made
                index={index}
                render={render}
                size={size}
                versions={partNames(index, partsOf(index)).map((part) => made.get(part))}
                version={version}
              />
            </div>
          ))}
        </div>
      </section>
    </>
  );
}

interface MadeProps {
  readonly index: number;
  readonly render: Props['render'];
  /** In CSS pixels, until something of it is made. */
  readonly size: number;
  /** Of each part: of which version it was made; undefined for what was not. */
  readonly versions: readonly unknown[];
  readonly version: unknown;
}

/** A paragraph; one of which no part is of the current version stays as it was made. */
const Made = memo(
  function Made({ index, render, size, versions, version }: MadeProps) {
    return isBare(versions) ? (
      <div style={{ height: size }} />
    ) : (
      render(
        index,
        versions.map((one) => one === version),
      )
    );
  },
  (_before, { versions, version }) => !isBare(versions) && !versions.includes(version),
);

const isBare = (versions: readonly unknown[]): boolean =>
  versions.every((one) => one === undefined);

const inOne = (): number => 1;

function partNames(index: number, parts: number): readonly string[] {
  return Array.from({ length: parts }, (_, part) => `${String(index)}/${String(part)}`);
}
