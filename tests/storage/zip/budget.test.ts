import { describe, expect, it } from 'vitest';
import { SMALL, UnpackBudget } from '../../../src/storage/zip/zip-limits';

const LIMITS = { archive: 1, entries: 1, entry: 2_000_000, total: 3_000_000, ratio: 10 };

describe('[ZR18] the budget', () => {
  it('counts what comes out of all files', () => {
    const budget = new UnpackBudget(LIMITS);
    expect(budget.take(2_000_000, 2_000_000, 1_000_000)).toBeUndefined();
    expect(budget.expect(1_000_000, 1_000_000)).toBeUndefined();
    expect(budget.expect(1_000_001, 1_000_000)).toBe('largeTotal');
    expect(budget.take(1_000_000, 1_000_000, 1_000_000)).toBeUndefined();
    expect(budget.take(1, 1_000_001, 1_000_000)).toBe('largeTotal');
    expect(budget.unpacked).toBe(3_000_001);
  });

  it('has a limit for one file', () => {
    const budget = new UnpackBudget(LIMITS);
    expect(budget.take(1_999_999, 1_999_999, 1_000_000)).toBeUndefined();
    expect(budget.take(2, 2_000_001, 1_000_000)).toBe('largeEntry');
  });

  it('has a limit for how many times as large a file becomes, unless it is small', () => {
    const budget = new UnpackBudget(LIMITS);
    expect(budget.take(SMALL, SMALL, 1)).toBeUndefined();
    expect(budget.take(1, SMALL + 1, SMALL / 10)).toBe('ratio');
    expect(budget.expect(SMALL + 10, SMALL / 10 + 1)).toBeUndefined();
  });
});
