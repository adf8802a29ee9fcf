import { assertNever, createFault, fail } from '../result';
import { againstChance, type Figure } from './figure';
import { tallyOf, type RatingTable } from './rating-table';
import { ratioSpread } from './ratio-spread';
import { squaredSpread, type Spread } from './spread';
import { shortSum, type Masses, type OfPair } from './sum-over-pairs';
import { hasNegativeValue } from './weights';

/** How much two categories (indexes) differ, squared: Krippendorff's δ². 0 for the same, symmetric, in any unit. */
export type Difference = OfPair;

/**
 * Krippendorff's alpha (Krippendorff 2011, “Computing Krippendorff's Alpha-Reliability”; 2004, ch. 11) for any number of
 * coders, missing ratings and the four levels: `1 - D_o / D_e`, with `D_o = Σ o_ck δ²_ck / n` and
 * `D_e = Σ n_c n_k δ²_ck / (n (n - 1))` from coincidence counts: each unit with m ≥ 2 ratings adds `1 / (m - 1)` for each
 * ordered pair of its ratings. `observed` and `expected` are D_o and D_e. From below 0 to 1.
 *
 * Missing ratings: a unit with fewer than two counts nowhere, not even in n_c (unlike Fleiss and Gwet above).
 * Level ordinal: δ_ck is the number of values from c to k, less half of those at both ends, so it depends on how often
 * each was given; irrCAC's “ordinal” alpha has fixed weights and differs. Level ratio: ((c - k) / (c + k))².
 *
 * Not defined without a unit of two ratings, when the comparable ratings are all the same (DKPro prints 1, fast-
 * krippendorff raises an error; Krippendorff: without variation there is no evidence of reliability), and for values
 * below 0 at the level ratio. A difference of one's own replaces that of the level.
 */
export function krippendorffAlpha(table: RatingTable, difference?: Difference): Figure {
  const observed = (delta: Difference): number => observedSum(table, delta);
  return alphaFrom(table, coincidenceMargins(table), observed, difference);
}

/** Alpha from its two sums, however they were come by: n_c by category, and Σ o_ck δ²_ck for the δ² that is handed in. */
export function alphaFrom(
  table: RatingTable,
  margins: readonly number[],
  observed: (delta: Difference) => number,
  difference?: Difference,
): Figure {
  const used = [...margins.entries()].filter(([, n]) => n > 0);
  const [only] = used;
  if (only === undefined) return fail(createFault('agreement.undefined.nothingShared'));
  if (used.length === 1) {
    const category = String(table.categories[only[0]]);
    return fail(createFault('agreement.undefined.oneCategory', { category }));
  }
  if (difference === undefined && table.level === 'ratio' && hasNegativeValue(table)) {
    return fail(createFault('agreement.undefined.notRatio'));
  }
  const delta = difference ?? differenceOfLevel(table, margins);
  const n = used.reduce((sum, [, count]) => sum + count, 0);
  // Different values all differ by 1 at the level nominal, where there may be as many of them as ratings.
  const expected =
    difference === undefined && table.level === 'nominal'
      ? n * n - used.reduce((sum, [, count]) => sum + count * count, 0)
      : expectedSum(used, delta);
  // Differences of tiny values are tiny, and a sum of squares is 0 only where all of them are.
  return againstChance(observed(delta) / n, expected / (n * (n - 1)), 0);
}

/** Σ n_c n_k δ²_ck: where there is no short way each pair of categories once, without copies. */
function expectedSum(used: Masses, delta: Difference): number {
  const short = shortSum(delta, used);
  if (short !== undefined) return short;
  let sum = 0;
  for (const [place, [second, b]] of used.entries()) {
    for (let before = 0; before < place; before += 1) {
      const [first = 0, a = 0] = used[before] ?? [];
      sum += 2 * a * b * delta(first, second);
    }
  }
  return sum;
}

/** By category how many comparable ratings gave it: n_c. */
export function coincidenceMargins(table: RatingTable): readonly number[] {
  const margins = new Array<number>(table.categories.length).fill(0);
  for (const unit of table.units) {
    const tally = tallyOf(unit);
    if (tally.rated < 2) continue;
    for (const [category, n] of tally.byCategory) {
      margins[category] = (margins[category] ?? 0) + unit.count * n;
    }
  }
  return margins;
}

/** Σ o_ck δ²_ck, unit by unit: only categories that meet in a unit cost anything. */
function observedSum(table: RatingTable, delta: Difference): number {
  let sum = 0;
  for (const unit of table.units) {
    const { rated, byCategory } = tallyOf(unit);
    if (rated < 2 || byCategory.size === 1) continue;
    const given = [...byCategory];
    let differing = 0;
    for (const [place, [first, n]] of given.entries()) {
      for (const [second, m] of given.slice(place + 1))
        differing += 2 * n * m * delta(first, second);
    }
    sum += (unit.count * differing) / (rated - 1);
  }
  return sum;
}

/** `margins` are n_c; only the level ordinal asks for them. */
export function differenceOfLevel(table: RatingTable, margins: readonly number[]): Difference {
  const values = table.categories.map(Number);
  const value = (category: number): number => values[category] ?? 0;
  switch (table.level) {
    case 'nominal':
      return (first, second) => Number(first !== second);
    case 'ordinal': {
      // The number of ratings up to and half into a category: differences of these are δ.
      let below = 0;
      const middles = margins.map((n) => {
        below += n;
        return below - n / 2;
      });
      const middle = (category: number): number => middles[category] ?? 0;
      return withSum(
        (first, second) => (middle(first) - middle(second)) ** 2,
        middle,
        squaredSpread,
      );
    }
    case 'interval':
      return withSum((first, second) => (value(first) - value(second)) ** 2, value, squaredSpread);
    case 'ratio':
      return withSum(
        (first, second) => {
          const sum = value(first) + value(second);
          return sum === 0 ? 0 : ((value(first) - value(second)) / sum) ** 2;
        },
        value,
        ratioSpread,
      );
    default:
      return assertNever(table.level);
  }
}

function withSum(
  difference: (first: number, second: number) => number,
  at: (category: number) => number,
  spread: Spread,
): Difference {
  const summed = (masses: Masses): number =>
    spread(masses.map(([category, mass]) => [at(category), mass]));
  return Object.assign(difference, { summed });
}
