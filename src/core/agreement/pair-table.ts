import { createFault, fail, ok, type Result } from '../result';
import type { RatingTable } from './rating-table';

/** Two coders' ratings against each other, over the units that both rated. */
export interface PairTable {
  readonly units: number;
  /** Every pair of categories that occurs, the first coder's first, with how often. */
  readonly cells: readonly {
    readonly first: number;
    readonly second: number;
    readonly n: number;
  }[];
  /** By category the share of the units that the first and that the second coder gave it to. */
  readonly firstShares: readonly number[];
  readonly secondShares: readonly number[];
}

/** `instead` names the figure for more coders. Units with a missing rating are left out, since they are no pair. */
export function pairTable(table: RatingTable, instead: string): Result<PairTable> {
  if (table.coders !== 2) {
    return fail(createFault('agreement.undefined.twoCoders', { coders: table.coders, instead }));
  }
  const q = table.categories.length;
  const cells = new Map<number, number>();
  const firstCounts = new Float64Array(q);
  const secondCounts = new Float64Array(q);
  let units = 0;
  for (const { ratings, count } of table.units) {
    const [first, second] = ratings;
    if (first === undefined || second === undefined) continue;
    const cell = first * q + second;
    cells.set(cell, (cells.get(cell) ?? 0) + count);
    firstCounts[first] = (firstCounts[first] ?? 0) + count;
    secondCounts[second] = (secondCounts[second] ?? 0) + count;
    units += count;
  }
  if (units === 0) return fail(createFault('agreement.undefined.nothingShared'));
  return ok({
    units,
    cells: [...cells].map(([cell, n]) => ({ first: Math.floor(cell / q), second: cell % q, n })),
    firstShares: Array.from(firstCounts, (n) => n / units),
    secondShares: Array.from(secondCounts, (n) => n / units),
  });
}
