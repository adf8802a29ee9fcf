import { createFault, fail, ok, type Result } from '../result';
import type { CoderShares } from './conger-kappa';
import { pairTable, type PairTable } from './pair-table';
import type { Times } from './drawn-figure';
import type { RatingTable } from './rating-table';

/** `pairTable` of any draw; see `drawnRatings`. `instead` as there. */
export function drawnPairs(
  table: RatingTable,
  partOf: readonly number[],
  instead: string,
): (times: Times) => Result<PairTable> {
  const all = pairTable(table, instead);
  if (!all.ok) return () => all;
  const { cells } = all.value;
  const q = table.categories.length;
  const placeOf = new Map(cells.map(({ first, second }, place) => [first * q + second, place]));
  const both = table.units.flatMap(({ ratings: [first, second], count }, index) => {
    if (first === undefined || second === undefined) return [];
    return [{ place: placeOf.get(first * q + second) ?? 0, count, part: partOf[index] ?? -1 }];
  });
  const places = Int32Array.from(both, ({ place }) => place);
  const add = addingUp(both, places, cells.length);
  return (times) => {
    const { numbers, order, sum } = add(times);
    if (sum === 0) return fail(createFault('agreement.undefined.nothingShared'));
    const firstCounts = new Float64Array(q);
    const secondCounts = new Float64Array(q);
    const drawn = order.flatMap((place) => {
      const cell = cells[place];
      if (cell === undefined) return [];
      const { first, second } = cell;
      const n = numbers[place] ?? 0;
      firstCounts[first] = (firstCounts[first] ?? 0) + n;
      secondCounts[second] = (secondCounts[second] ?? 0) + n;
      return [{ first, second, n }];
    });
    return ok({
      units: sum,
      cells: drawn,
      firstShares: Array.from(firstCounts, (n) => n / sum),
      secondShares: Array.from(secondCounts, (n) => n / sum),
    });
  };
}

/** Each coder's shares of any draw, as `congerKappa` takes them; see `drawnRatings`. */
export function drawnCoderShares(
  table: RatingTable,
  partOf: readonly number[],
): (times: Times) => CoderShares {
  const coders = Array.from({ length: table.coders }, (_, coder) => {
    const rated = table.units.flatMap(({ ratings, count }, index) => {
      const place = ratings[coder];
      return place === undefined ? [] : [{ place, count, part: partOf[index] ?? -1 }];
    });
    const places = Int32Array.from(rated, ({ place }) => place);
    return addingUp(rated, places, table.categories.length);
  });
  return (times) =>
    coders.map((add) => {
      const { numbers, order, sum } = add(times);
      return new Map(order.map((category) => [category, (numbers[category] ?? 0) / sum]));
    });
}

/** How many units of a draw fall on each place, in which order the places first came up, and how many units there are. */
function addingUp(
  units: readonly { readonly count: number; readonly part: number }[],
  places: Int32Array,
  size: number,
): (times: Times) => {
  readonly numbers: Float64Array;
  readonly order: readonly number[];
  readonly sum: number;
} {
  const parts = Int32Array.from(units, ({ part }) => part);
  const counts = Float64Array.from(units, ({ count }) => count);
  return (times) => {
    const numbers = new Float64Array(size);
    const order: number[] = [];
    let sum = 0;
    for (let index = 0; index < parts.length; index += 1) {
      const count = (counts[index] ?? 0) * (times[parts[index] ?? -1] ?? 0);
      if (count === 0) continue;
      const place = places[index] ?? 0;
      if (numbers[place] === 0) order.push(place);
      numbers[place] = (numbers[place] ?? 0) + count;
      sum += count;
    }
    return { numbers, order, sum };
  };
}
