import { useVirtualizer, defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { useBring } from './use-bring';
import { LAID_LATER } from './laid-later';
import { useFewAtOnce } from './use-few-at-once';
import styles from './virtual-listbox.module.css';

interface Props<Row> {
  readonly label: string;
  readonly describedBy?: string;
  readonly rows: readonly Row[];
  /** Given functions that stay the same objects, or every row is laid out anew. */
  readonly keyOf: (row: Row) => string;
  /** In CSS pixels; known beforehand, so that no row is measured. */
  readonly heightOf: (row: Row) => number;
  /** What letters typed are compared with. Those who listen hear what the row shows. */
  readonly nameOf: (row: Row) => string;
  /** A row between the others that cannot be chosen and is not heard: the rows under it say what it says. */
  readonly isHeading?: (row: Row) => boolean;
  readonly isSelected: (row: Row) => boolean;
  readonly render: (row: Row) => ReactNode;
  /** Arrows and the other keys that move, and click. */
  readonly onActive?: (row: Row) => void;
  /** Enter and click. */
  readonly onOpen: (row: Row) => void;
  /** Space, and click with Ctrl; with it several rows can be selected, and letters are not taken. */
  readonly onToggle?: (row: Row) => void;
  /** Other keys; true when it took one. */
  readonly onKey?: (event: KeyboardEvent, row: Row) => boolean;
  /** The row on which the keys begin, and to which the list goes when it changes. */
  readonly startKey?: string | undefined;
  /** What scrolls, when the list does not scroll itself, and how far down in it the list begins, in CSS pixels. */
  readonly scroller?: RefObject<HTMLElement | null>;
  readonly offset?: number;
  readonly listRef?: RefObject<HTMLDivElement | null>;
}

/** How long the keys must rest until typed letters begin a new word, in milliseconds. */
const REST = 700;

/**
 * A list of any length with one place in the tab order: arrows, Home, End, Page Up, Page Down and letters move, Enter
 * opens. Only the rows on the screen and the active one exist; where many are to be made, a few a frame.
 */
export function VirtualListbox<Row>(props: Props<Row>) {
  const { rows, keyOf, heightOf, nameOf, isHeading, isSelected, onOpen, onToggle, offset } = props;
  const own = useRef<HTMLDivElement>(null);
  const scroller = props.scroller ?? own;
  const id = useId();
  const [activeKey, setActiveKey] = useState(props.startKey);
  const [lastStart, setLastStart] = useState(props.startKey);
  if (lastStart !== props.startKey) {
    setLastStart(props.startKey);
    if (props.startKey !== undefined) setActiveKey(props.startKey);
  }
  const [isFocused, setFocused] = useState(false);
  const typed = useRef({ letters: '', at: 0 });
  const canBe = (index: number): boolean => {
    const row = rows[index];
    return row !== undefined && isHeading?.(row) !== true;
  };
  const found = rows.findIndex((row) => keyOf(row) === activeKey);
  const active = found === -1 ? rows.findIndex((_row, index) => canBe(index)) : found;
  // Until it is measured; with no size nothing would be made before, and all of it at once after. The rest comes then.
  const [guess] = useState(() => ({ width: innerWidth, height: innerHeight / 2 }));
  const virtual = useVirtualizer({
    ...(props.scroller === undefined && LAID_LATER),
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(
      (index: number) => {
        const row = rows[index];
        return row === undefined ? 0 : heightOf(row);
      },
      [rows, heightOf],
    ),
    getItemKey: useCallback(
      (index: number) => {
        const row = rows[index];
        return row === undefined ? index : keyOf(row);
      },
      [rows, keyOf],
    ),
    scrollMargin: offset ?? 0,
    initialRect: guess,
    overscan: 6,
    useFlushSync: false,
    // The active row is what assistive technology asks for, wherever the list was scrolled to.
    rangeExtractor: useCallback(
      (range: Range) => {
        const shown = defaultRangeExtractor(range);
        return active === -1 || shown.includes(active)
          ? shown
          : [...shown, active].sort((a, b) => a - b);
      },
      [active],
    ),
  });
  const items = virtual.getVirtualItems();
  const made = useFewAtOnce(
    items.map(({ key }) => key),
    items.findIndex(({ index }) => index === active),
  );
  const bring = useBring(virtual);
  const wanted = useRef(props.startKey);
  const isMeasured = virtual.scrollRect !== guess;
  useEffect(() => {
    if (active === -1 || wanted.current === undefined || !isMeasured) return;
    wanted.current = undefined;
    bring(active);
  }, [active, bring, isMeasured]);
  useEffect(() => {
    wanted.current = props.startKey;
  }, [props.startKey]);

  const goTo = (index: number): void => {
    const row = rows[index];
    if (row === undefined || !canBe(index)) return;
    setActiveKey(keyOf(row));
    props.onActive?.(row);
    bring(index);
  };
  /** The nearest row that can be active, first in the direction of `step`. */
  const near = (index: number, step: 1 | -1): number => {
    const from = Math.min(Math.max(index, 0), rows.length - 1);
    for (let at = from; at >= 0 && at < rows.length; at += step) if (canBe(at)) return at;
    for (let at = from; at >= 0 && at < rows.length; at -= step) if (canBe(at)) return at;
    return -1;
  };
  const jump = (letter: string): void => {
    const now = performance.now();
    const isNew = now - typed.current.at > REST;
    const before = isNew ? '' : typed.current.letters;
    const letters = before === letter ? letter : before + letter.toLowerCase();
    typed.current = { letters, at: now };
    const start = letters.length === 1 ? active + 1 : active;
    for (let i = 0; i < rows.length; i += 1) {
      const index = (start + i) % rows.length;
      const row = rows[index];
      if (row !== undefined && canBe(index) && nameOf(row).toLowerCase().startsWith(letters)) {
        goTo(index);
        return;
      }
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[active];
    if (row === undefined || event.nativeEvent.isComposing) return;
    if (event.key.length > 1 && event.key !== 'Shift') typed.current.letters = '';
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / heightOf(row)) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: near(active + 1, 1),
      ArrowUp: near(active - 1, -1),
      PageDown: near(active + page, -1),
      PageUp: near(active - page, 1),
      Home: near(0, 1),
      End: near(rows.length - 1, -1),
    };
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const step = isPlain ? steps[event.key] : undefined;
    // A blank in a name that is being typed.
    const isTyping = typed.current.letters !== '' && performance.now() - typed.current.at <= REST;
    if (step !== undefined) goTo(step);
    else if (event.key === ' ' && isPlain && onToggle === undefined && isTyping) jump(' ');
    else if (event.key === 'Enter' && isPlain) onOpen(row);
    else if (event.key === ' ' && isPlain && onToggle !== undefined) onToggle(row);
    else if (props.onKey?.(event, row) !== true) {
      if (onToggle !== undefined || !isPlain || event.key.length !== 1) return;
      jump(event.key);
    }
    event.preventDefault();
  };
  const onClick = (event: MouseEvent, row: Row): void => {
    if (isHeading?.(row) === true) return;
    setActiveKey(keyOf(row));
    const isTick = event.target instanceof Element && event.target.closest('[data-tick]') !== null;
    if (onToggle !== undefined && (isTick || event.ctrlKey || event.metaKey)) onToggle(row);
    else onOpen(row);
  };
  const setList = (element: HTMLDivElement | null): void => {
    own.current = element;
    if (props.listRef !== undefined) props.listRef.current = element;
  };
  return (
    <div
      ref={setList}
      role="listbox"
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-multiselectable={onToggle !== undefined || undefined}
      aria-activedescendant={active === -1 ? undefined : `${id}-${String(active)}`}
      tabIndex={0}
      className={props.scroller === undefined ? styles['scrolling'] : styles['list']}
      onKeyDown={onKeyDown}
      onFocus={() => {
        setFocused(true);
      }}
      onBlur={() => {
        typed.current.letters = '';
        setFocused(false);
      }}
    >
      <div
        role="presentation"
        className={styles['inner']}
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined || !made.has(item.key)) return null;
          const place = {
            transform: `translateY(${String(item.start - (offset ?? 0))}px)`,
            height: item.size,
          };
          if (isHeading?.(row) === true) {
            return (
              <div key={item.key} aria-hidden="true" className={styles['place']} style={place}>
                {props.render(row)}
              </div>
            );
          }
          return (
            <div
              key={item.key}
              id={`${id}-${String(item.index)}`}
              role="option"
              aria-selected={isSelected(row)}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              data-active={(isFocused && item.index === active) || undefined}
              className={`${styles['place'] ?? ''} ${styles['option'] ?? ''}`}
              style={place}
              onClick={(event) => {
                onClick(event, row);
              }}
            >
              {props.render(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
