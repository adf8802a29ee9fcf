import type { Codebook } from '../codebook/codebook';
import type { CodeId, CoderId } from '../ids';
import type { ComparedGroup } from './differences';
import { finish, type Steps } from './steps';

/** Two coders, the first in the rows and the second in the columns. */
export type CoderPair = readonly [row: CoderId, column: CoderId];

/** A code, or that the coder has nothing at the passage. */
export type MatrixKey = CodeId | undefined;

export interface ConfusionMatrix {
  /** Of rows and columns alike: in the order of the codebook, those it does not know after them, “not coded” last. */
  readonly keys: readonly MatrixKey[];
  /** The passages of a cell; one is there once for each pair of coders that has it so. */
  readonly at: (row: MatrixKey, column: MatrixKey) => readonly ComparedGroup[];
  /** How many passages all cells have together. */
  readonly total: number;
}

const NONE: readonly ComparedGroup[] = [];

/**
 * Which codes these pairs of coders gave to the same passages. A pair is counted where both coded the document; a passage that
 * neither of them has is in no cell, since nobody can say how many such there are.
 */
export function confusionMatrix(
  codebook: Codebook,
  groups: readonly ComparedGroup[],
  pairs: readonly CoderPair[],
): ConfusionMatrix {
  return finish(confusionInSteps(codebook, groups, pairs));
}

/** So many pairs of a passage are counted in one step. */
const AT_ONCE = 2_000;

/** The same in steps. */
export function* confusionInSteps(
  { codes }: Codebook,
  groups: readonly ComparedGroup[],
  pairs: readonly CoderPair[],
): Steps<ConfusionMatrix> {
  let looked = 0;
  const cells = new Map<MatrixKey, Map<MatrixKey, ComparedGroup[]>>();
  const used = new Set<CodeId>();
  let total = 0;
  for (const group of groups) {
    const { members, document } = group;
    looked += pairs.length;
    if (looked >= AT_ONCE) {
      looked = 0;
      yield;
    }
    for (const [row, column] of pairs) {
      if (!document.coders.has(row) || !document.coders.has(column)) continue;
      const [first, second] = [members.get(row)?.codeId, members.get(column)?.codeId];
      if (first === undefined && second === undefined) continue;
      for (const code of [first, second]) if (code !== undefined) used.add(code);
      const cellsOfRow = cells.get(first) ?? new Map<MatrixKey, ComparedGroup[]>();
      cells.set(first, cellsOfRow);
      const cell = cellsOfRow.get(second);
      if (cell === undefined) cellsOfRow.set(second, [group]);
      else cell.push(group);
      total += 1;
    }
  }
  const known = codes.map(({ id }) => id).filter((id) => used.has(id));
  const unknown = [...used].filter((id) => !known.includes(id)).sort();
  return {
    keys: [...known, ...unknown, undefined],
    at: (row, column) => cells.get(row)?.get(column) ?? NONE,
    total,
  };
}

/** Every pair once, the coder who comes first in the project in the rows. */
export function pairsOfCoders(coders: readonly CoderId[]): readonly CoderPair[] {
  return coders.flatMap((row, index) =>
    coders.slice(index + 1).map((column): CoderPair => [row, column]),
  );
}
