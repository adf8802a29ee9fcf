import type { CoderId, Timestamp } from '../ids';
import { findCoder, type Project } from '../project/project';
import { createFault, type Fault } from '../result';
import type { Stamp } from './stamp';

/** Computers differ by minutes; by an hour, a clock or its time zone is wrong. In milliseconds. */
const TOLERATED = 60 * 60 * 1000;

interface Stamped {
  readonly stamp: Stamp;
  readonly coderId?: CoderId;
}

/**
 * A sentence for each coder whose computer's clock was ahead of this one's by more than an hour: what was done there counts
 * as later than what others did after it. Stamps that only follow a later one (their count is not 0) say nothing of the clock
 * they were made by.
 */
export function tellClocksAhead(
  project: Project,
  acts: Iterable<Stamped>,
  now: Timestamp,
): readonly Fault[] {
  const latest = new Map<CoderId, number>();
  const limit = latestAllowed(now);
  for (const { stamp, coderId } of acts) {
    if (coderId === undefined || stamp <= limit || stamp.startsWith('0-')) continue;
    if (stamp.slice(25, 31) !== '000000') continue;
    const time = Date.parse(stamp.slice(0, 24));
    if (time > (latest.get(coderId) ?? 0)) latest.set(coderId, time);
  }
  return [...latest].map(([coderId, time]) => {
    const hours = Math.round((time - Date.parse(now)) / (60 * 60 * 1000));
    const name = findCoder(project, coderId)?.name ?? coderId;
    return createFault('fault.journal.clockAhead', { name, hours });
  });
}

/** Stamps behind this are later than this computer's clock allows for. */
export function latestAllowed(now: Timestamp): string {
  return new Date(Date.parse(now) + TOLERATED).toISOString();
}
