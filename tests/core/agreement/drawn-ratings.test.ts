import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnRatings } from '../../../src/core/agreement/drawn-ratings';
import { krippendorffAlpha } from '../../../src/core/agreement/krippendorff-alpha';
import { percentAgreement } from '../../../src/core/agreement/percent-agreement';
import {
  createRatingTable,
  LEVELS,
  type RatingTable,
} from '../../../src/core/agreement/rating-table';

const value = fc.option(fc.constantFrom(0, 0.5, 1, 2, 3, 7), { nil: undefined, freq: 4 });
const anyRows = fc.integer({ min: 2, max: 5 }).chain((coders) =>
  fc.array(fc.array(value, { minLength: coders, maxLength: coders }), {
    minLength: 1,
    maxLength: 20,
  }),
);
const times = fc.array(fc.nat({ max: 3 }), { minLength: 4, maxLength: 4 });

/** A table with the drawn units in it, each as often as its part was drawn: what a draw stands for. */
function drawn(table: RatingTable, partOf: readonly number[], drawnTimes: readonly number[]) {
  const units = table.units.flatMap((unit, index) => {
    const count = unit.count * (drawnTimes[partOf[index] ?? -1] ?? 0);
    return count === 0 ? [] : [{ ...unit, count }];
  });
  return { ...table, units };
}

describe('figures of drawn ratings', () => {
  it.each(LEVELS)('at the level %s are to the last digit those of a table of the draw', (level) => {
    fc.assert(
      fc.property(
        anyRows,
        fc.array(times, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        (rows, draws, seed) => {
          const made = createRatingTable(level, rows);
          const units = made.units.map((unit, index) => ({ ...unit, count: 1 + (index % 3) }));
          const table = { ...made, units };
          const partOf = rows.map((_, index) => (seed + index * index) % 4);
          // Several draws of one table: nothing of a draw may stay for the next.
          const figures = drawnRatings(table, partOf);
          for (const draw of draws) {
            const naive = drawn(table, partOf, draw);
            expect(figures.percentAgreement(draw)).toEqual(percentAgreement(naive));
            expect(figures.krippendorffAlpha(draw)).toEqual(krippendorffAlpha(naive));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
