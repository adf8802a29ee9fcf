import type { Timestamp } from '../../core/ids';

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });
const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const kilo = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const mega = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

export function momentOf(at: Timestamp): string {
  return moment.format(new Date(at));
}

export function dayOf(at: Timestamp): string {
  return day.format(new Date(at));
}

export function timeOf(at: Timestamp): string {
  return time.format(new Date(at));
}

/** Bytes as `12 KB` or `1.4 MB`. */
export function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${kilo.format(Math.max(1, bytes / 1_000))} KB`
    : `${mega.format(bytes / 1_000_000)} MB`;
}
