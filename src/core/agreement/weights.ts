import type { RatingTable } from './rating-table';
import { ratioSpread } from './ratio-spread';
import { linearSpread, squaredSpread, type Spread } from './spread';
import { sumOverPairs, type Masses, type OfPair } from './sum-over-pairs';

/** How far two categories (indexes) agree: 1 for the same, down to 0 for those farthest apart. Symmetric. */
export type Weight = OfPair;

/** Only the same category agrees. */
export const identityWeight: Weight = (first, second) => Number(first === second);

/** Σ w(k,l) m_k m_l over all ordered pairs of categories. */
export function weightedSum(masses: Masses, weight: Weight): number {
  if (weight === identityWeight) return masses.reduce((sum, [, mass]) => sum + mass * mass, 0);
  return sumOverPairs(weight, masses);
}

/** Falls evenly with the distance (Cicchetti & Allison 1971). */
export function linearWeight(table: RatingTable): Weight {
  const at = placeOf(table);
  const { low, high } = endsOf(table, at);
  const width = Math.max(0, high - low);
  return withSum(
    (first, second) => (width === 0 ? 1 : 1 - Math.abs(at(first) - at(second)) / width),
    { at, spread: linearSpread, most: width },
  );
}

/** Falls with the square of the distance (Fleiss & Cohen 1973). */
export function quadraticWeight(table: RatingTable): Weight {
  const linear = linearWeight(table);
  const at = placeOf(table);
  const { low, high } = endsOf(table, at);
  return withSum((first, second) => 1 - (1 - linear(first, second)) ** 2, {
    at,
    spread: squaredSpread,
    most: Math.max(0, high - low) ** 2,
  });
}

/**
 * Gwet's ordinal weights (Gwet 2014, ch. 3.5; irrCAC `ordinal.weights`): one minus the pairs of categories that lie
 * between two ranks, both included, over the most there can be.
 */
export function ordinalWeight(table: RatingTable): Weight {
  const pairs = (ranks: number): number => (ranks * (ranks - 1)) / 2;
  const most = pairs(table.categories.length);
  return withSum(
    (first, second) => (most === 0 ? 1 : 1 - pairs(Math.abs(first - second) + 1) / most),
    {
      at: (category) => category,
      // The pairs of d + 1 ranks are (d² + d) / 2.
      spread: (points) => (squaredSpread(points) + linearSpread(points)) / 2,
      most,
    },
  );
}

/**
 * Gwet's ratio weights (Gwet 2014; irrCAC `ratio.weights`): distances as shares of the sum. Values are 0 or more. irrCAC
 * refuses a 0; here two of them agree, and one is as far as can be from any other value, as in Krippendorff's δ.
 */
export function ratioWeight(table: RatingTable): Weight {
  const at = placeOf(table);
  const share = (a: number, b: number): number => (a === b ? 0 : ((a - b) / (a + b)) ** 2);
  const { low, high } = endsOf(table, at);
  const most = share(low, high);
  return withSum((first, second) => (most === 0 ? 1 : 1 - share(at(first), at(second)) / most), {
    at,
    spread: ratioSpread,
    most,
  });
}

/** A weight of one minus a distance over the `most` there can be, with its short sum: all pairs, less their spread. */
function withSum(
  weight: (first: number, second: number) => number,
  {
    at,
    spread,
    most,
  }: {
    readonly at: (category: number) => number;
    readonly spread: Spread;
    readonly most: number;
  },
): Weight {
  const summed = (masses: Masses): number => {
    const all = masses.reduce((sum, [, mass]) => sum + mass, 0);
    if (most === 0) return all * all;
    return all * all - spread(masses.map(([category, mass]) => [at(category), mass])) / most;
  };
  return Object.assign(weight, { summed });
}

/** The weights that irrCAC names after the level: none for nominal, ordinal, quadratic for interval, ratio. */
export function weightOfLevel(table: RatingTable): Weight {
  switch (table.level) {
    case 'nominal':
      return identityWeight;
    case 'ordinal':
      return ordinalWeight(table);
    case 'interval':
      return quadraticWeight(table);
    case 'ratio':
      return ratioWeight(table);
  }
}

export function hasNegativeValue(table: RatingTable): boolean {
  return table.categories.some((value) => Number(value) < 0);
}

/**
 * Where a category stands: its rank at the level ordinal (as scikit-learn has it; irrCAC takes the distances of
 * the numbers, which an ordinal scale does not have), its value above that.
 */
function placeOf(table: RatingTable): (category: number) => number {
  if (table.level === 'ordinal' || table.level === 'nominal') return (category) => category;
  const values = table.categories.map(Number);
  return (category) => values[category] ?? 0;
}

/** Where the lowest and the highest category stand; a scale may have more values than a call takes arguments. */
function endsOf(
  table: RatingTable,
  at: (category: number) => number,
): { readonly low: number; readonly high: number } {
  let low = Infinity;
  let high = -Infinity;
  for (let index = 0; index < table.categories.length; index += 1) {
    low = Math.min(low, at(index));
    high = Math.max(high, at(index));
  }
  return { low, high };
}
