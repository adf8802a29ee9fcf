import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortInSteps } from '../../../src/core/comparison/sort-in-steps';
import { finish } from '../../../src/core/comparison/steps';

test('sorting in steps gives what sorting at once gives, equals in their order', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2_600 }), fc.nat({ max: 5_000 }), fc.nat(), (size, range, seed) => {
      const items = Array.from({ length: size }, (_, place) => ({
        // Many are equal where the range is small.
        key: Math.imul(place + seed, 2_654_435_761) % (range + 1),
        place,
      }));
      const byKey = (a: { key: number }, b: { key: number }): number => a.key - b.key;
      expect(finish(sortInSteps(items, byKey))).toEqual(items.toSorted(byKey));
    }),
    { numRuns: 60 },
  );
});

test('many things are sorted in many steps, few in one', () => {
  const countSteps = (size: number): number => {
    const steps = sortInSteps(
      Array.from({ length: size }, (_, n) => -n),
      (a, b) => a - b,
    );
    let count = 0;
    while (steps.next().done !== true) count += 1;
    return count;
  };
  expect(countSteps(500)).toBe(0);
  expect(countSteps(20_000)).toBeGreaterThan(20_000 / 500);
});
