import { describe, expect, it } from 'vitest';
import { findSuperfluous } from '../../../src/core/backup/thin';
import type { Timestamp } from '../../../src/core/ids';

type Aged = Parameters<typeof findSuperfluous>[0][number];

const NOW = Date.parse('2026-03-31T12:00:00.000Z');
const HOUR = 3_600_000;
const stamp = (time: number): Timestamp => new Date(time).toISOString() as Timestamp;
const aged = (hours: number, size = 1): Aged => ({ at: stamp(NOW - hours * HOUR), size });
const hoursLeft = (all: readonly Aged[], room = Infinity, now = NOW): readonly number[] => {
  const gone = new Set(findSuperfluous(all, stamp(now), room));
  return all.filter((one) => !gone.has(one)).map(({ at }) => (now - Date.parse(at)) / HOUR);
};

describe('[S8] backups are thinned by age', () => {
  it('keeps all of the last day, and of the days before the newest', () => {
    const all = [0.25, 0.5, 1.5, 23.5, 37, 38, 61].map((hours) => aged(hours));
    expect(hoursLeft(all)).toEqual([0.25, 0.5, 1.5, 23.5, 37, 61]);
  });

  it('keeps a day, 14 days, 7 weeks and then months of two years of every ten minutes', () => {
    const all = Array.from({ length: 6 * 24 * 730 }, (_, i) => aged(i / 6));
    const left = hoursLeft(all);
    const between = (from: number, to: number): number =>
      left.filter((hours) => hours > from * 24 && hours <= to * 24).length;
    expect(left.filter((hours) => hours <= 24)).toHaveLength(6 * 24 + 1);
    expect(between(1, 14)).toBeLessThanOrEqual(14);
    expect(between(14, 61)).toBeLessThanOrEqual(8);
    expect(between(61, 730)).toBeLessThanOrEqual(23);
    expect(between(1, 14)).toBeGreaterThanOrEqual(13);
    expect(between(14, 61)).toBeGreaterThanOrEqual(6);
    expect(between(61, 730)).toBeGreaterThanOrEqual(21);
  });

  it('thinned at every hour for a year, there is still one of each age', () => {
    let all: readonly Aged[] = [];
    const start = NOW - 365 * 24 * HOUR;
    for (let time = start; time <= NOW; time += HOUR) {
      const next = [...all, { at: stamp(time), size: 1 }];
      const gone = new Set(findSuperfluous(next, stamp(time), Infinity));
      all = next.filter((one) => !gone.has(one));
    }
    const left = all.map(({ at }) => (NOW - Date.parse(at)) / HOUR);
    expect(left.some((hours) => hours > 300 * 24)).toBe(true);
    expect(left.length).toBeGreaterThan(24 + 13 + 6 + 8);
  });

  it('lets the oldest go when there is no room, and never the newest', () => {
    const all = [aged(1, 10), aged(30, 10), aged(60, 10), aged(90, 1)];
    expect(hoursLeft(all, 25)).toEqual([1, 30]);
    expect(hoursLeft(all, 5)).toEqual([1]);
    expect(hoursLeft([], 5)).toEqual([]);
  });
});
