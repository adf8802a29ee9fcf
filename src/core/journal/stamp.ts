import type { Timestamp } from '../ids';

declare const brand: unique symbol;

/**
 * When something was done, as a text that sorts: time, count, device (`2000-10-15T09:30:00.000Z-000004-k3f9`). A hybrid
 * clock (Kulkarni et al. 2014): it never goes back, neither when the computer's clock does nor behind anything this
 * device has seen of others, so an act is always later than what its coder saw. No two lines have one stamp.
 */
export type Stamp = string & { readonly [brand]: 'stamp' };

/** Of what is known only from the project's files: earlier than anything in a journal. */
export const FROM_FILES = '' as Stamp;

const STAMP = /^(?:0|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)-\d{6}-[a-z0-9][a-z0-9-]{0,63}$/;

export function isStamp(text: string): text is Stamp {
  return STAMP.test(text);
}

/**
 * Of what a device took over from the files into its journal, `count` lines of it before: earlier than every act, later
 * than the files.
 */
export function adoptionStamp(deviceId: string, count: number): Stamp {
  return `0-${String(count).padStart(6, '0')}-${deviceId}` as Stamp;
}

export function isAdoption(stamp: Stamp): boolean {
  return stamp.startsWith('0-');
}

/** The device that gave a stamp. */
export function deviceOf(stamp: Stamp): string {
  return isAdoption(stamp) ? stamp.slice(9) : stamp.slice(32);
}

/** The stamp of the next act of this device, after `last`, the latest one it knows of anybody. */
export function nextStamp(last: Stamp, now: Timestamp, deviceId: string): Stamp {
  const [time, count] = last.startsWith('0') || last === '' ? ['', 0] : split(last);
  if (now > time) return join(now, 0, deviceId);
  // A million acts within one millisecond of a clock that stands still: the next millisecond.
  if (count >= 999_999) {
    const later = new Date(Date.parse(time) + 1).toISOString();
    return join(later, 0, deviceId);
  }
  return join(time, count + 1, deviceId);
}

function split(stamp: Stamp): [time: string, count: number] {
  return [stamp.slice(0, 24), Number(stamp.slice(25, 31))];
}

function join(time: string, count: number, deviceId: string): Stamp {
  return `${time}-${String(count).padStart(6, '0')}-${deviceId}` as Stamp;
}
