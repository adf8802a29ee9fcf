import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapIntervals } from '../../../src/core/agreement/bootstrap';
import { brennanPrediger } from '../../../src/core/agreement/brennan-prediger';
import { cohenKappa } from '../../../src/core/agreement/cohen-kappa';
import { congerKappa } from '../../../src/core/agreement/conger-kappa';
import { drawnRatings } from '../../../src/core/agreement/drawn-ratings';
import type { Figure } from '../../../src/core/agreement/figure';
import { fleissKappa } from '../../../src/core/agreement/fleiss-kappa';
import { gwetAC1, gwetAC2 } from '../../../src/core/agreement/gwet-ac';
import { krippendorffAlpha } from '../../../src/core/agreement/krippendorff-alpha';
import { percentAgreement } from '../../../src/core/agreement/percent-agreement';
import {
  createRatingTable,
  LEVELS,
  type RatingTable,
} from '../../../src/core/agreement/rating-table';
import { ratingReport } from '../../../src/core/agreement/rating-report';
import { scottPi } from '../../../src/core/agreement/scott-pi';
import { HAYES_2007 } from './published-ratings';

/** Each figure of a table as it is, the draw being a table of its own: slow, and plain to see. */
const NAIVE: Readonly<Record<keyof typeof drawnRatings, (table: RatingTable) => Figure>> = {
  percentAgreement: (table) => percentAgreement(table),
  cohenKappa: (table) => cohenKappa(table),
  scottPi: (table) => scottPi(table),
  fleissKappa: (table) => fleissKappa(table),
  congerKappa: (table) => congerKappa(table),
  brennanPrediger: (table) => brennanPrediger(table),
  gwetAC1: (table) => gwetAC1(table),
  gwetAC2: (table) => gwetAC2(table),
  krippendorffAlpha: (table) => krippendorffAlpha(table),
};
const NAMES = Object.keys(NAIVE) as (keyof typeof drawnRatings)[];

const value = fc.option(fc.constantFrom(0, 0.5, 1, 2, 3, 7, -2), { nil: undefined, freq: 4 });
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
          for (const name of NAMES) {
            // Several draws of one table: nothing of a draw may stay for the next.
            const figureOf = drawnRatings[name](table, partOf);
            for (const draw of draws) {
              expect([name, figureOf(draw)]).toEqual([
                name,
                NAIVE[name](drawn(table, partOf, draw)),
              ]);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('make the intervals of a report the same, digit for digit, as copied units do', () => {
    const bootstrap = { seed: 7, draws: 200 };
    for (const level of LEVELS) {
      for (const rows of [HAYES_2007, HAYES_2007.map((row) => row.slice(0, 2))]) {
        const table = createRatingTable(level, rows);
        const units = [...rows.keys()];
        const naive = Object.fromEntries(
          NAMES.map((name) => {
            const figureOf = (draw: readonly number[]) => NAIVE[name](drawn(table, units, draw));
            const found = bootstrapIntervals(units.length, bootstrap, { figureOf }).figureOf;
            return [name, found.ok ? found.value : null];
          }),
        );
        expect(ratingReport(table, bootstrap).intervals).toEqual(naive);
      }
    }
  });
});
