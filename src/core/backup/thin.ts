import type { Timestamp } from '../ids';

/** What thinning looks at. */
interface Aged {
  readonly at: Timestamp;
  /** In bytes. */
  readonly size: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/**
 * Which backups may go: all of the last day stay, as most of them were made before an act that may be regretted; for two
 * weeks one a day, for two months one a week, after that one a month, in each the newest. Then the oldest go until the
 * rest takes at most `room` bytes. The newest always stays. Days and weeks are those of UTC, so that the answer does not
 * change with the place.
 */
export function findSuperfluous<Backup extends Aged>(
  backups: readonly Backup[],
  now: Timestamp,
  room: number,
): readonly Backup[] {
  const newestFirst = [...backups].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const taken = new Set<string>();
  let size = 0;
  return newestFirst.filter((backup, i) => {
    const period = periodOf(backup.at, Date.parse(now));
    const isThinned = period !== undefined && taken.has(period);
    if (period !== undefined) taken.add(period);
    if (i > 0 && (isThinned || size + backup.size > room)) {
      // With one that does not fit, all older ones go: a small old one must not outlive it.
      if (!isThinned) size = Infinity;
      return true;
    }
    size += backup.size;
    return false;
  });
}

/** One backup of each period stays; without a period, all. A backup of the future, from a clock that was wrong, is new. */
function periodOf(at: Timestamp, now: number): string | undefined {
  const time = Date.parse(at);
  const age = now - time;
  if (age <= DAY) return undefined;
  if (age <= 2 * WEEK) return `day ${at.slice(0, 10)}`;
  if (age <= 61 * DAY) return `week ${String(Math.floor(time / WEEK))}`;
  return `month ${at.slice(0, 7)}`;
}
