import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brennanPrediger } from '../../../src/core/agreement/brennan-prediger';
import { bootstrapIntervals } from '../../../src/core/agreement/bootstrap';
import { drawnRatings } from '../../../src/core/agreement/drawn-ratings';
import { cohenKappa } from '../../../src/core/agreement/cohen-kappa';
import { congerKappa } from '../../../src/core/agreement/conger-kappa';
import type { Figure } from '../../../src/core/agreement/figure';
import { fleissKappa } from '../../../src/core/agreement/fleiss-kappa';
import { gwetAC1, gwetAC2 } from '../../../src/core/agreement/gwet-ac';
import { krippendorffAlpha } from '../../../src/core/agreement/krippendorff-alpha';
import { paradoxNote } from '../../../src/core/agreement/paradox';
import { percentAgreement } from '../../../src/core/agreement/percent-agreement';
import { createRandom } from '../../../src/core/agreement/random';
import {
  createRatingTable,
  LEVELS,
  pickCoders,
  type Level,
  type RatingTable,
} from '../../../src/core/agreement/rating-table';
import { scottPi } from '../../../src/core/agreement/scott-pi';
import { FOUR_CODERS, HAYES_2007, ONE_DEVIANT, ratingsOf } from './published-ratings';
import { defined, reasonOf, valueOf } from './value-of';

const FIGURES: Readonly<Record<string, (table: RatingTable) => Figure>> = {
  percentAgreement,
  cohenKappa,
  scottPi,
  fleissKappa,
  congerKappa,
  brennanPrediger,
  gwetAC1,
  gwetAC2,
  krippendorffAlpha,
};

type Rows = (number | undefined)[][];

const rowsOf = (coders: number): fc.Arbitrary<Rows> =>
  fc.array(
    fc.array(fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined, freq: 5 }), {
      minLength: coders,
      maxLength: coders,
    }),
    { minLength: 1, maxLength: 12 },
  );
const anyRows = fc.integer({ min: 2, max: 5 }).chain(rowsOf);
const anyLevel = fc.constantFrom(...LEVELS);

/** Equal but for rounding, or not defined for the same reason. */
function expectSame(first: Figure, second: Figure): void {
  expect(second.ok).toBe(first.ok);
  if (first.ok && second.ok) expect(second.value.value).toBeCloseTo(first.value.value, 9);
  else expect(reasonOf(second)).toBe(reasonOf(first));
}

/** The alphas by looking at every pair of ratings, as the definition says it and nobody should compute it. */
function alphaByPairs(rows: Rows, level: Level): number | undefined {
  const units = rows
    .map((row) => row.filter((value) => value !== undefined))
    .filter((unit) => unit.length >= 2);
  const all = units.flat();
  const difference = (a: number, b: number): number => {
    if (level === 'nominal') return a === b ? 0 : 1;
    if (level === 'interval') return (a - b) ** 2;
    if (level === 'ratio') return a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2;
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const between = all.filter((value) => value >= low && value <= high).length;
    const ends =
      all.filter((value) => value === a).length + all.filter((value) => value === b).length;
    return a === b ? 0 : (between - ends / 2) ** 2;
  };
  const pairs = (values: number[]): number => {
    let sum = 0;
    for (const [i, a] of values.entries()) {
      for (const [j, b] of values.entries()) if (i !== j) sum += difference(a, b);
    }
    return sum;
  };
  const observed =
    units.reduce((sum, unit) => sum + pairs(unit) / (unit.length - 1), 0) / all.length;
  const expected = pairs(all) / (all.length * (all.length - 1));
  return all.length === 0 || expected === 0 ? undefined : 1 - observed / expected;
}

describe('figures of ratings', () => {
  it('do not depend on the order of the coders', () => {
    fc.assert(
      fc.property(anyRows, anyLevel, (rows, level) => {
        const table = createRatingTable(level, rows);
        const turned = createRatingTable(
          level,
          rows.map((row) => row.toReversed()),
        );
        for (const figure of Object.values(FIGURES)) expectSame(figure(table), figure(turned));
      }),
    );
  });

  it('do not depend on the order of the units', () => {
    fc.assert(
      fc.property(anyRows, anyLevel, (rows, level) => {
        const table = createRatingTable(level, rows);
        const turned = createRatingTable(level, rows.toReversed());
        for (const figure of Object.values(FIGURES)) expectSame(figure(table), figure(turned));
      }),
    );
  });

  it('do not depend on the names of nominal categories', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const table = createRatingTable('nominal', rows);
        const renamed = createRatingTable(
          'nominal',
          rows.map((row) => row.map((value) => (value === undefined ? value : `c${9 - value}`))),
        );
        for (const figure of Object.values(FIGURES)) expectSame(figure(table), figure(renamed));
      }),
    );
  });

  it('do not depend on where an interval scale begins, nor on the unit of a ratio scale', () => {
    const changed = (rows: Rows, change: (value: number) => number): Rows =>
      rows.map((row) => row.map((value) => (value === undefined ? value : change(value))));
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const figure of Object.values(FIGURES)) {
          expectSame(
            figure(createRatingTable('interval', rows)),
            figure(
              createRatingTable(
                'interval',
                changed(rows, (value) => value * 3 - 7),
              ),
            ),
          );
          expectSame(
            figure(createRatingTable('ratio', rows)),
            figure(
              createRatingTable(
                'ratio',
                changed(rows, (value) => value * 2.5),
              ),
            ),
          );
          expectSame(
            figure(createRatingTable('ordinal', rows)),
            figure(
              createRatingTable(
                'ordinal',
                changed(rows, (value) => value ** 3 - 4),
              ),
            ),
          );
        }
      }),
    );
  });

  it('are 1 when all agree and there is variation, and not defined when there is none', () => {
    const column = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(column, fc.integer({ min: 2, max: 5 }), anyLevel, (values, coders, level) => {
        const table = createRatingTable(
          level,
          values.map((value) => Array.from({ length: coders }, () => value)),
        );
        for (const [name, of] of Object.entries(FIGURES)) {
          const figure = of(table);
          if ((name === 'cohenKappa' || name === 'scottPi') && coders !== 2) {
            expect(reasonOf(figure)).toBe('twoCoders');
          } else if (new Set(values).size > 1 || name === 'percentAgreement') {
            expect(valueOf(figure)).toBeCloseTo(1, 12);
          } else {
            expect(reasonOf(figure)).toBe('oneCategory');
          }
        }
      }),
    );
  });

  it('are numbers up to 1 or a reason, never NaN', () => {
    fc.assert(
      fc.property(anyRows, anyLevel, (rows, level) => {
        for (const of of Object.values(FIGURES)) {
          const figure = of(createRatingTable(level, rows));
          if (!figure.ok) continue;
          expect(Number.isFinite(figure.value.value)).toBe(true);
          expect(figure.value.value).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  it('count a unit that stands for several as that many', () => {
    fc.assert(
      fc.property(anyRows, anyLevel, fc.integer({ min: 1, max: 3 }), (rows, level, times) => {
        const table = createRatingTable(level, rows);
        const units = table.units.map((unit) => ({ ...unit, count: times }));
        const repeated = createRatingTable(level, Array.from({ length: times }, () => rows).flat());
        for (const figure of Object.values(FIGURES)) {
          expectSame(figure({ ...table, units }), figure(repeated));
        }
      }),
    );
  });

  it('agree where they should: Conger is Cohen and Fleiss is Scott for two coders without gaps', () => {
    const full = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })), { minLength: 1 });
    fc.assert(
      fc.property(full, (rows) => {
        const table = createRatingTable('nominal', rows);
        expectSame(cohenKappa(table), congerKappa(table));
        expectSame(scottPi(table), fleissKappa(table));
      }),
    );
  });

  it('by coincidence counts, alpha is what all pairs of ratings give', () => {
    fc.assert(
      fc.property(anyRows, anyLevel, (rows, level) => {
        const alpha = krippendorffAlpha(createRatingTable(level, rows));
        const plain = alphaByPairs(rows, level);
        expect(alpha.ok).toBe(plain !== undefined);
        if (alpha.ok) expect(alpha.value.value).toBeCloseTo(plain ?? NaN, 9);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is not defined', () => {
  const reasons = (table: RatingTable): Record<string, string> =>
    Object.fromEntries(Object.entries(FIGURES).map(([name, of]) => [name, reasonOf(of(table))]));

  it('is everything without a unit that two coders rated', () => {
    for (const rows of [[], ratingsOf('a .\n. b'), ratingsOf('. .'), ratingsOf('a\nb')]) {
      const found = Object.values(reasons(createRatingTable('nominal', rows)));
      const others = found.filter((reason) => !['nothingShared', 'twoCoders'].includes(reason));
      expect(others).toEqual([]);
    }
  });

  it('is all but the percentage when every rating is the same', () => {
    const found = reasons(createRatingTable('nominal', ratingsOf('A A\nA A\nA A')));
    expect(found).toEqual(
      Object.fromEntries(
        Object.keys(FIGURES).map((name) => [
          name,
          name === 'percentAgreement' ? 'defined' : 'oneCategory',
        ]),
      ),
    );
  });

  it('is not AC1 when another category could have been given', () => {
    const table = createRatingTable('nominal', ratingsOf('A A\nA A'), ['A', 'B']);
    expect(valueOf(gwetAC1(table))).toBe(1);
    expect(valueOf(brennanPrediger(table))).toBe(1);
    expect(reasonOf(krippendorffAlpha(table))).toBe('oneCategory');
  });

  it('is alpha when all that can be compared is the same, though lone ratings differ', () => {
    const table = createRatingTable('nominal', ratingsOf('a a\na a\nb .'));
    expect(reasonOf(krippendorffAlpha(table))).toBe('oneCategory');
  });

  it('is Conger’s kappa with a coder who rated nothing', () => {
    expect(reasonOf(congerKappa(createRatingTable('nominal', ratingsOf('a a .\nb a .'))))).toBe(
      'idleCoder',
    );
  });

  it('is what a ratio scale cannot have', () => {
    const table = createRatingTable('ratio', ratingsOf('-1 1\n2 2'));
    expect(reasonOf(krippendorffAlpha(table))).toBe('notRatio');
    expect(reasonOf(gwetAC2(table))).toBe('notRatio');
  });

  it('is defined for two coders picked from more', () => {
    const table = createRatingTable('nominal', FOUR_CODERS);
    expect(reasonOf(cohenKappa(table))).toBe('twoCoders');
    expect(valueOf(cohenKappa(pickCoders(table, [1, 3])))).toBeGreaterThan(0.7);
  });
});

describe('a high percentage with a low alpha', () => {
  it('is explained', () => {
    expect(paradoxNote(createRatingTable('nominal', ONE_DEVIANT))).toMatch(
      /agree on 92% .* alpha is 0\.00: 95% of all ratings are “3”/u,
    );
  });

  it('is not said of figures that go together', () => {
    expect(paradoxNote(createRatingTable('nominal', FOUR_CODERS))).toBeUndefined();
    expect(paradoxNote(createRatingTable('nominal', ratingsOf('a b\nb a')))).toBeUndefined();
  });
});

describe('a bootstrap interval', () => {
  const alphaOf = (table: RatingTable, options: { seed: number; draws: number }) => {
    const units = [...table.units.keys()];
    const alpha = drawnRatings.krippendorffAlpha(table, units);
    return bootstrapIntervals(units.length, options, { alpha }).alpha;
  };
  const table = createRatingTable('ordinal', HAYES_2007);

  it('is the same for the same seed, and holds the figure', () => {
    const draw = (seed: number) => defined(alphaOf(table, { seed, draws: 500 }));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    const { low, high, undefinedDraws } = draw(7);
    // Hayes & Krippendorff 2007, p. 84, print 0.7078 to 0.8078 from another procedure (pairs of ratings drawn).
    expect(low).toBeGreaterThan(0.6);
    expect(low).toBeLessThan(0.7598);
    expect(high).toBeGreaterThan(0.7598);
    expect(high).toBeLessThan(0.9);
    expect(undefinedDraws).toBe(0);
  });

  it('may draw documents, each with all its units', () => {
    const documents = [HAYES_2007.slice(0, 15), HAYES_2007.slice(15, 30), HAYES_2007.slice(30)];
    const alpha = (times: readonly number[]) => {
      const rows = documents.flatMap((units, index) =>
        Array.from({ length: times[index] ?? 0 }, () => units).flat(),
      );
      return krippendorffAlpha(createRatingTable('ordinal', rows));
    };
    const draw = bootstrapIntervals(documents.length, { seed: 1, draws: 200 }, { alpha }).alpha;
    const alphas = documents.map((rows) =>
      valueOf(krippendorffAlpha(createRatingTable('ordinal', rows))),
    );
    expect(defined(draw).low).toBeGreaterThanOrEqual(Math.min(...alphas));
    expect(defined(draw).high).toBeLessThanOrEqual(Math.max(...alphas) + 0.05);
  });

  it('is not defined for one unit, nor where most draws leave nothing to compare', () => {
    const draw = (rows: string) =>
      reasonOf(alphaOf(createRatingTable('nominal', ratingsOf(rows)), { seed: 1, draws: 100 }));
    expect(draw('a b')).toBe('tooFewUnits');
    expect(draw('a a\na a')).toBe('mostDrawsUndefined');
  });
});

describe('the stream of random numbers', () => {
  it('is fixed for a seed, in every version', () => {
    const random = createRandom(1);
    const first = [random(), random(), random()].map((value) => Number(value.toFixed(8)));
    expect(first).toEqual([0.62707394, 0.00273572, 0.52744704]);
  });

  it('fills the unit interval evenly', () => {
    const random = createRandom(42);
    const bins = new Array<number>(10).fill(0);
    for (let n = 0; n < 10_000; n += 1) {
      const bin = Math.floor(random() * 10);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    expect(Math.min(...bins)).toBeGreaterThan(900);
    expect(Math.max(...bins)).toBeLessThan(1_100);
  });
});
