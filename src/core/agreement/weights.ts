import type { RatingTable } from './rating-table';

/** How far two categories (indexes) agree: 1 for the same, down to 0 for those farthest apart. Symmetric. */
export type Weight = (first: number, second: number) => number;

/** Only the same category agrees. */
export const identityWeight: Weight = (first, second) => Number(first === second);

/** Falls evenly with the distance (Cicchetti & Allison 1971). */
export function linearWeight(table: RatingTable): Weight {
  const at = placeOf(table);
  const { low, high } = endsOf(table, at);
  const width = Math.max(0, high - low);
  return (first, second) => (width === 0 ? 1 : 1 - Math.abs(at(first) - at(second)) / width);
}

/** Falls with the square of the distance (Fleiss & Cohen 1973). */
export function quadraticWeight(table: RatingTable): Weight {
  const linear = linearWeight(table);
  return (first, second) => 1 - (1 - linear(first, second)) ** 2;
}

/**
 * Gwet's ordinal weights (Gwet 2014, ch. 3.5; irrCAC `ordinal.weights`): one minus the pairs of categories that lie
 * between two ranks, both included, over the most there can be.
 */
export function ordinalWeight(table: RatingTable): Weight {
  const pairs = (ranks: number): number => (ranks * (ranks - 1)) / 2;
  const most = pairs(table.categories.length);
  return (first, second) => (most === 0 ? 1 : 1 - pairs(Math.abs(first - second) + 1) / most);
}

/** Gwet's ratio weights (Gwet 2014; irrCAC `ratio.weights`): distances as shares of the sum. Values are 0 or more. */
export function ratioWeight(table: RatingTable): Weight {
  const at = placeOf(table);
  const share = (a: number, b: number): number => (a === b ? 0 : ((a - b) / (a + b)) ** 2);
  const { low, high } = endsOf(table, at);
  const most = share(low, high);
  return (first, second) => (most === 0 ? 1 : 1 - share(at(first), at(second)) / most);
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
