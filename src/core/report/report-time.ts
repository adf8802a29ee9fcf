import type { Timestamp } from '../ids';

/*
 * Coders may be in several zones and the report is made on any of their computers: it has the same times everywhere, and
 * says which they are.
 */

/** To the minute: `2000-10-15 09:30 UTC`. */
export function minuteOf(at: Timestamp): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}

/** The day in UTC, which whoever writes it says beside it. */
export function dayInUtc(at: Timestamp): string {
  return at.slice(0, 10);
}
