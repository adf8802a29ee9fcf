import type { Timestamp } from '../../core/ids';
import type { Deed } from '../../core/past/chronicle';
import { dayOf } from './when';

/** A deed, or the day under which the deeds below it were done; without a time, before the journals began. */
export type HistoryRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: Timestamp | undefined }
  | { readonly kind: 'deed'; readonly key: string; readonly deed: Deed };

/** Heights in CSS pixels: one line of words, what stands around them, and the line of a day. */
const LINE = 20;
const AROUND = 16;
const DAY = 36;
/** A sentence that fits on one line of the narrowest list; a longer one gets two, and no more. */
const SHORT = 46;

export function historyRows(deeds: readonly Deed[]): readonly HistoryRow[] {
  const rows: HistoryRow[] = [];
  let last: string | undefined;
  for (const deed of deeds) {
    const day = deed.at === undefined ? 'before' : dayOf(deed.at);
    if (day !== last) rows.push({ kind: 'day', key: `day ${day}`, at: deed.at });
    last = day;
    rows.push({ kind: 'deed', key: deed.stamp, deed });
  }
  return rows;
}

export const keyOfRow = (row: HistoryRow): string => row.key;

export function heightOfRow(row: HistoryRow): number {
  if (row.kind === 'day') return DAY;
  const { text, details } = row.deed;
  return AROUND + (text.length > SHORT ? 2 : 1) * LINE + (details.length > 0 ? LINE : 0);
}

export const wordsOfRow = (row: HistoryRow): string => (row.kind === 'day' ? '' : row.deed.text);
