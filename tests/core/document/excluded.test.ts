import { describe, expect, it } from 'vitest';
import { excludedAt, withExcluded } from '../../../src/core/document/excluded';
import type { ExcludedRegion } from '../../../src/core/document/source-document';
import { createSpan } from '../../../src/core/text/span';

const region = (start: number, end: number, reason = ''): ExcludedRegion => ({
  ...createSpan(start, end),
  reason,
});

describe('withExcluded', () => {
  it.each([
    ['apart, before', [region(5, 8)], region(1, 3, 'new'), [region(1, 3, 'new'), region(5, 8)]],
    ['touching', [region(5, 8)], region(2, 5, 'new'), [region(2, 8, 'new')]],
    ['inside', [region(1, 9)], region(2, 5, 'new'), [region(1, 9, 'new')]],
    ['across two', [region(1, 3), region(5, 8)], region(2, 6, 'new'), [region(1, 8, 'new')]],
  ])('%s', (_, before, added, after) => {
    expect(withExcluded(before, added)).toEqual(after);
  });
});

it('excludedAt counts both ends in, and offset 0 is a place', () => {
  const regions = [region(0, 2), region(5, 8)];
  expect(excludedAt(regions, 0)).toEqual(region(0, 2));
  expect(excludedAt(regions, 8)).toEqual(region(5, 8));
  expect(excludedAt(regions, 3)).toBeUndefined();
});
