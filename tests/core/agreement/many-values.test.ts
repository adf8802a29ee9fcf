import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRun } from '../../../src/core/agreement/add-run';
import { brennanPrediger } from '../../../src/core/agreement/brennan-prediger';
import { categoryCohenKappas } from '../../../src/core/agreement/category-cohen-kappa';
import { categoryKappas } from '../../../src/core/agreement/category-kappa';
import { cohenKappa } from '../../../src/core/agreement/cohen-kappa';
import { congerKappa } from '../../../src/core/agreement/conger-kappa';
import type { Figure } from '../../../src/core/agreement/figure';
import { fleissKappa } from '../../../src/core/agreement/fleiss-kappa';
import { gwetAC2 } from '../../../src/core/agreement/gwet-ac';
import {
  coincidenceMargins,
  differenceOfLevel,
  krippendorffAlpha,
} from '../../../src/core/agreement/krippendorff-alpha';
import { createRandom } from '../../../src/core/agreement/random';
import {
  createRatingTable,
  dichotomyOf,
  LEVELS,
  type Level,
  type RatingTable,
} from '../../../src/core/agreement/rating-table';
import type { Masses, OfPair } from '../../../src/core/agreement/sum-over-pairs';
import {
  linearWeight,
  ordinalWeight,
  quadraticWeight,
  ratioWeight,
  type Weight,
} from '../../../src/core/agreement/weights';
import { valueOf } from './value-of';

/** Scales on which rounding would show: tiny and huge numbers, and small differences of large ones. */
const scales: fc.Arbitrary<readonly number[]> = fc
  .tuple(
    fc.uniqueArray(fc.oneof(fc.nat({ max: 50 }), fc.double({ min: 0, max: 1000, noNaN: true })), {
      minLength: 2,
      maxLength: 40,
    }),
    fc.constantFrom(1, 1e-90, 1e-6, 1e6, 1e90),
    fc.constantFrom(0, 0, 1e4, 1e13),
  )
  .map(([values, factor, offset]) => [
    ...new Set(values.map((value) => (Math.round(value * 1000) / 1000 + offset) * factor)),
  ])
  .filter((values) => values.length >= 2);

const numbersOf = fc.infiniteStream(fc.integer({ min: 1, max: 9 }));

/** Each of the values as often as the next number says. */
function withNumbers(values: readonly number[], numbers: Iterator<number, number>): Masses {
  return values.map((_, category) => [category, numbers.next().value]);
}

/** Each pair of these, one by one. */
function byPairs(of: (first: number, second: number) => number, masses: Masses): number {
  let sum = 0;
  for (const [first, p] of masses)
    for (const [second, q] of masses) sum += of(first, second) * p * q;
  return sum;
}

function expectClose(found: number, wanted: number, size = Math.abs(wanted)): void {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-12 * size);
}

const WEIGHTS: Readonly<Record<string, (table: RatingTable) => Weight>> = {
  linear: linearWeight,
  quadratic: quadraticWeight,
  ordinal: ordinalWeight,
  ratio: ratioWeight,
};

/** Numbers that differ nearly all, near to each other in a unit, with gaps. */
function continuous(level: Level, units: number, coders: number): RatingTable {
  const random = createRandom(3);
  const rows = Array.from({ length: units }, () => {
    const middle = random() * 100;
    return Array.from({ length: coders }, () =>
      random() < 0.1 ? undefined : Math.round((middle + random() * 20) * 1e6) / 1e6,
    );
  });
  return createRatingTable(level, rows);
}

describe('a sum over the pairs of many values', () => {
  it.each(Object.entries(WEIGHTS))(
    'is for the %s weight that of all pairs, one by one',
    (_, weightOf) => {
      fc.assert(
        fc.property(scales, numbersOf, (values, numbers) => {
          const masses = withNumbers(values, numbers);
          for (const level of ['ordinal', 'interval'] as const) {
            const weight = weightOf(createRatingTable(level, [], values));
            const all = masses.reduce((sum, [, mass]) => sum + mass, 0);
            // Of all agreement that there could be: weights of far values are 0.
            expectClose(weight.summed?.(masses) ?? NaN, byPairs(weight, masses), all * all);
          }
        }),
      );
    },
  );

  it.each(['ordinal', 'interval', 'ratio'] as const)(
    'is for the differences of the level %s that of all pairs, one by one',
    (level) => {
      fc.assert(
        fc.property(scales, numbersOf, (values, numbers) => {
          const masses = withNumbers(values, numbers);
          const margins = masses.map(([, n]) => n);
          const delta = differenceOfLevel(createRatingTable(level, [], values), margins);
          expectClose(delta.summed?.(masses) ?? NaN, byPairs(delta, masses));
        }),
      );
    },
  );

  it('is 0 where all lies in one place, or nothing anywhere', () => {
    for (const level of ['interval', 'ratio'] as const) {
      const delta = differenceOfLevel(createRatingTable(level, [], [0, 0.1]), []);
      for (const masses of [[[1, 7]], [[0, 7]], [[1, 0]], []] as Masses[]) {
        expectClose(delta.summed?.(masses) ?? NaN, 0, 1e-12);
      }
    }
  });
});

describe('figures of ratings with more than a thousand values', () => {
  const FIGURES: Readonly<Record<string, (table: RatingTable, weight: Weight) => Figure>> = {
    cohenKappa,
    fleissKappa: (table, weight) => fleissKappa(table, weight),
    congerKappa: (table, weight) => congerKappa(table, weight),
    brennanPrediger: (table, weight) => brennanPrediger(table, weight),
    gwetAC2,
  };
  const table = continuous('interval', 1200, 2);
  /** The same, and how many pairs it was asked about. */
  function countingOf(of: OfPair): { readonly counting: OfPair; readonly asked: () => number } {
    let pairs = 0;
    const counting = (first: number, second: number): number => {
      pairs += 1;
      return of(first, second);
    };
    const { summed } = of;
    if (summed === undefined) throw new Error('There is no short way.');
    return { counting: Object.assign(counting, { summed }), asked: () => pairs };
  }

  const ofPairs =
    (of: OfPair): OfPair =>
    (first, second) =>
      of(first, second);

  it('are those of all pairs, and ask for those pairs only that meet in a unit', () => {
    expect(table.categories.length).toBeGreaterThan(2000);
    for (const weightOf of Object.values(WEIGHTS)) {
      const weight = weightOf(table);
      const plain = ofPairs(weight);
      for (const figureOf of Object.values(FIGURES)) {
        const wanted = valueOf(figureOf(table, plain));
        const { counting, asked } = countingOf(weight);
        expectClose(valueOf(figureOf(table, counting)), wanted, 1);
        expect(asked()).toBeLessThanOrEqual(4 * table.units.length);
      }
    }
  });

  it.each(['ordinal', 'interval', 'ratio'] as const)('have alpha at the level %s', (level) => {
    const data = continuous(level, 700, 3);
    const delta = differenceOfLevel(data, coincidenceMargins(data));
    const wanted = valueOf(krippendorffAlpha(data, ofPairs(delta)));
    expectClose(valueOf(krippendorffAlpha(data)), wanted, 1);
    const { counting, asked } = countingOf(delta);
    krippendorffAlpha(data, counting);
    expect(asked()).toBeLessThanOrEqual(3 * data.units.length);
  });
});

describe('kappas by category', () => {
  const value = fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: undefined, freq: 4 });
  const rowsOf = (coders: number) =>
    fc.array(fc.array(value, { minLength: coders, maxLength: coders }), {
      minLength: 1,
      maxLength: 30,
    });

  /** The same ratings as “this category” against “any other”. */
  function dichotomized(table: RatingTable, category: number): RatingTable {
    const units = table.units.map(({ ratings, count }) => ({
      ratings: ratings.map((given) =>
        given === undefined ? undefined : Number(given === category),
      ),
      count,
    }));
    return { ...dichotomyOf(table, category), units };
  }

  it('are to the last digit those of tables of two classes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }).chain(rowsOf),
        fc.constantFrom(...LEVELS.slice(0, 2)),
        fc.constantFrom([], ['f', 'a']),
        (rows, level, declared) => {
          const made = createRatingTable(level, rows, declared);
          const units = made.units.map((unit, index) => ({ ...unit, count: 1 + (index % 3) }));
          const table = { ...made, units };
          const categories = [...table.categories.keys()];
          expect(categoryKappas(table)).toEqual(
            categories.map((category) => fleissKappa(dichotomized(table, category))),
          );
          expect(categoryCohenKappas(table)).toEqual(
            categories.map((category) => cohenKappa(dichotomized(table, category))),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are so, too, of many units, most of which say nothing of a category', () => {
    const random = createRandom(5);
    for (const coders of [3, 4, 5, 7]) {
      const rows = Array.from({ length: 900 }, () =>
        Array.from({ length: coders }, () =>
          random() < 0.2 ? undefined : Math.floor(60 * random() ** 2),
        ),
      );
      const made = createRatingTable('nominal', rows);
      const units = made.units.map((unit, index) => ({ ...unit, count: 1 + (index % 5) }));
      const table = { ...made, units };
      const wanted = [...table.categories.keys()].map((category) =>
        fleissKappa(dichotomized(table, category)),
      );
      expect(categoryKappas(table)).toEqual(wanted);
    }
  });
});

describe('a run of whole numbers', () => {
  it('comes to what it does when they are added one by one', () => {
    const counts = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 300 });
    const start = fc.oneof(fc.double({ min: 0, max: 600, noNaN: true }), fc.nat({ max: 9 }));
    fc.assert(
      fc.property(counts, start, fc.nat({ max: 5 }), (numbers, from, skipped) => {
        const upTo = new Float64Array(numbers.length + 1);
        for (const [at, number] of numbers.entries()) upTo[at + 1] = (upTo[at] ?? 0) + number;
        const one = numbers.slice(skipped).reduce((sum, number) => sum + number, from);
        expect(addRun(from, upTo, Math.min(skipped, numbers.length), numbers.length)).toBe(one);
      }),
      { numRuns: 1000 },
    );
  });
});
