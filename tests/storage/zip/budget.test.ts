import { describe, expect, it } from 'vitest';
import { SMALL, UnpackBudget } from '../../../src/storage/zip/zip-limits';

const LIMITS = { archive: 1, entries: 1, entry: 2_000_000, total: 3_000_000, ratio: 10 };

describe('[ZR18] the budget', () => {
  it('counts what comes out of all files', () => {
    const budget = new UnpackBudget(LIMITS);
    budget.count(1_500_000);
    budget.count(500_000);
    expect(budget.unpacked).toBe(2_000_000);
    expect(budget.check(1_000_000, 1_000_000)).toBeUndefined();
    expect(budget.check(1_000_001, 1_000_000)).toBe('largeTotal');
  });

  it('has a limit for one file', () => {
    const budget = new UnpackBudget(LIMITS);
    expect(budget.check(2_000_000, 1_000_000)).toBeUndefined();
    expect(budget.check(2_000_001, 1_000_000)).toBe('largeEntry');
  });

  it('has a limit for how many times as large a file becomes, unless it is small', () => {
    const budget = new UnpackBudget(LIMITS);
    expect(budget.check(SMALL, 1)).toBeUndefined();
    expect(budget.check(SMALL + 1, SMALL / 10)).toBe('ratio');
    expect(budget.check(SMALL + 10, SMALL / 10 + 1)).toBeUndefined();
  });
});
