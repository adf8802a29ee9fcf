import { useVirtualizer } from '@tanstack/react-virtual';
import { Check } from 'lucide-react';
import { memo, useCallback, useEffect, useId, useMemo, useRef, type KeyboardEvent } from 'react';
import { t } from '../../core/messages/message';
import { createKwicLine } from '../../core/search/kwic';
import { useApp } from '../state/app-state';
import { isTicked, withTicks, type Hit, type Hits, type Row } from './hits';
import { goToHit } from './go-to-hit';
import { searchStore, useSearch } from './search-state';
import styles from './search.module.css';

/** Heights of rows, in CSS pixels; known beforehand, so that no row is measured. */
const HEIGHTS = { document: 36, hit: 32 } as const;
/** Context on each side, in code points: more than fits in a wide window. */
const REACH = 110;

/**
 * All hits with their context, a list of several choices: what is chosen is ticked. The focus stays on the list and the
 * keys move in it, so that only the rows on the screen need to exist.
 */
export function OccurrenceList({ hits }: { readonly hits: Hits }) {
  const { all, rows } = hits;
  const ticks = useSearch((state) => state.ticks);
  const activeKey = useSearch((state) => state.activeKey);
  const mod = useApp((state) => (state.platform === 'mac' ? '⌘' : 'Ctrl'));
  const list = useRef<HTMLDivElement>(null);
  const hint = useId();
  const name = useId();
  const rowOf = useMemo(() => placesOf(rows), [rows]);
  const active = Math.max(0, activeKey === undefined ? 0 : (rowOf.get(activeKey)?.hit ?? 0));

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: useCallback((index: number) => HEIGHTS[rows[index]?.kind ?? 'hit'], [rows]),
    overscan: 8,
    useFlushSync: false,
  });
  const activeRow = rowOf.get(all[active]?.key ?? '')?.row;
  useEffect(() => {
    // The first hit is shown with the heading above it.
    if (activeRow !== undefined) virtual.scrollToIndex(activeRow <= 1 ? 0 : activeRow);
  }, [activeRow, virtual]);

  useEffect(() => {
    // When the page opens or is come back to, not while somebody types in its fields.
    const page = list.current?.closest('[data-pane]');
    const { activeElement } = document;
    if (activeElement === page || page?.contains(activeElement) === false) list.current?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const hit = all[active];
    const isMod = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / HEIGHTS.hit) - 1);
    const to = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -Infinity,
      End: Infinity,
    };
    if (hit === undefined || event.altKey) return;
    if (event.key in to && !isMod) activate(all, active + to[event.key as keyof typeof to]);
    else if (event.key === ' ') tick([hit], !isTicked(hit, ticks));
    else if (event.key === 'Enter') void goToHit(hit);
    else if (isMod && event.key.toLowerCase() === 'a') tickAll(all, ticks);
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles['listPlace']}>
      <div
        ref={list}
        id={name}
        role="listbox"
        aria-multiselectable="true"
        aria-label={t('search.list')}
        aria-describedby={hint}
        aria-activedescendant={all.length === 0 ? undefined : `${name}-${String(active)}`}
        tabIndex={0}
        data-list
        className={styles['list']}
        onKeyDown={onKeyDown}
      >
        <div
          role="presentation"
          className={styles['rows']}
          style={{ height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            const place = { transform: `translateY(${String(item.start)}px)`, height: item.size };
            if (row?.kind !== 'hit') {
              return (
                <div
                  key={item.key}
                  role="presentation"
                  className={styles['document']}
                  style={place}
                >
                  {row === undefined ? null : <DocumentHeading row={row} />}
                </div>
              );
            }
            return (
              <HitRow
                key={row.hit.key}
                id={`${name}-${String(row.index)}`}
                hit={row.hit}
                index={row.index}
                of={all.length}
                top={item.start}
                isActive={row.index === active}
                isTicked={isTicked(row.hit, ticks)}
              />
            );
          })}
        </div>
      </div>
      <p id={hint} className={styles['hint']}>
        {t('search.list.keys', { mod })}
      </p>
    </div>
  );
}

function DocumentHeading({ row }: { readonly row: Extract<Row, { kind: 'document' }> }) {
  return (
    <>
      <span className={styles['documentTitle']} dir="auto">
        {row.title}
      </span>
      <span className={styles['count']}>{row.n.toLocaleString('en')}</span>
    </>
  );
}

interface HitRowProps {
  readonly id: string;
  readonly hit: Hit;
  readonly index: number;
  readonly of: number;
  readonly top: number;
  readonly isActive: boolean;
  readonly isTicked: boolean;
}

/** Given values that stay the same, so that a key makes only the rows anew that changed. */
const HitRow = memo(function HitRow(props: HitRowProps) {
  const { hit, index } = props;
  const { text, paragraphs } = hit.result;
  const line = useMemo(
    () => createKwicLine(text, paragraphs, hit.span, REACH),
    [text, paragraphs, hit.span],
  );
  return (
    <div
      id={props.id}
      role="option"
      aria-selected={props.isTicked}
      aria-disabled={hit.mark === 'same' || undefined}
      aria-setsize={props.of}
      aria-posinset={index + 1}
      data-active={props.isActive || undefined}
      data-mark={hit.mark}
      className={styles['hit']}
      style={{ transform: `translateY(${String(props.top)}px)`, height: HEIGHTS.hit }}
      onClick={() => {
        searchStore.setState({ activeKey: hit.key });
      }}
      onDoubleClick={() => void goToHit(hit)}
    >
      <span
        className={styles['tick']}
        onClick={() => {
          tick([hit], !props.isTicked);
        }}
      >
        <span className={styles['box']}>
          <Check size={12} aria-hidden="true" />
        </span>
      </span>
      <span className={styles['paragraph']}>
        {t('window.inspector.paragraph', { n: line.paragraph })}
      </span>
      <span className={styles['line']} dir="auto">
        <span className={styles['left']}>
          <span>{line.left}</span>
        </span>
        <b className={styles['keyword']}>{line.hit}</b>
        <span className={styles['right']}>{line.right}</span>
      </span>
      {hit.mark === 'free' ? null : (
        <span className={styles['mark']}>{t(`search.mark.${hit.mark}`)}</span>
      )}
    </div>
  );
});

function placesOf(rows: readonly Row[]): ReadonlyMap<string, { row: number; hit: number }> {
  const places = new Map<string, { row: number; hit: number }>();
  rows.forEach((one, row) => {
    if (one.kind === 'hit') places.set(one.hit.key, { row, hit: one.index });
  });
  return places;
}

function activate(all: readonly Hit[], index: number): void {
  const hit = all[Math.min(Math.max(index, 0), all.length - 1)];
  if (hit !== undefined) searchStore.setState({ activeKey: hit.key });
}

function tick(hits: readonly Hit[], ticked: boolean): void {
  searchStore.setState(({ ticks }) => ({ ticks: withTicks(ticks, hits, ticked) }));
}

/** Ticks what is not coded yet; takes all ticks away when that is ticked already. */
function tickAll(all: readonly Hit[], ticks: ReadonlyMap<string, boolean>): void {
  const free = all.filter(({ mark }) => mark === 'free');
  if (free.every((hit) => isTicked(hit, ticks))) tick(all, false);
  else tick(free, true);
}
