import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { comparedWork } from '../../../src/core/comparison/compared-work';
import {
  confusionMatrix,
  pairsOfCoders,
  type ConfusionMatrix,
} from '../../../src/core/comparison/confusion';
import { findGroups } from '../../../src/core/comparison/differences';
import type { CoderId } from '../../../src/core/ids';
import { annotationOf, projectWith } from '../../support/linked-project';

const ANA = 'ana' as CoderId;
const BO = 'bo' as CoderId;
const by = (coder: string, code: string, words: string): Annotation =>
  annotationOf(code, words, { coder, id: `${coder} ${code} ${words}` });

const WORK = projectWith(
  by('ana', 'stance', 'Seoul must wait'),
  by('bo', 'precondition', 'Seoul must wait'),
  by('ana', 'actor', 'Tokyo'),
  by('bo', 'actor', 'Tokyo'),
  by('ana', 'actor', 'Seoul'),
  by('bo', 'stance', 'agrees with Japan'),
);
const GROUPS = findGroups(WORK, comparedWork(WORK));
const matrix = (row: CoderId, column: CoderId): ConfusionMatrix =>
  confusionMatrix(WORK.codebook, GROUPS, [[row, column]]);

/** Rows as text: the keys, then the counts. */
function told({ keys, at }: ConfusionMatrix): readonly string[] {
  return keys.map((row) =>
    [row ?? 'none', ...keys.map((column) => at(row, column).length)].join(' '),
  );
}

describe('codes against codes', () => {
  test('each passage is in the cell of what both gave it, or did not', () => {
    expect(told(matrix(ANA, BO))).toEqual([
      'stance 0 1 0 0',
      'precondition 0 0 0 0',
      'actor 0 0 1 1',
      'none 1 0 0 0',
    ]);
  });

  test('the other way round it is turned over', () => {
    const [one, other] = [matrix(ANA, BO), matrix(BO, ANA)];
    expect(other.keys).toEqual(one.keys);
    for (const row of one.keys) {
      for (const column of one.keys) expect(other.at(column, row)).toEqual(one.at(row, column));
    }
  });

  test('rows and columns add up to what each coder has', () => {
    const { keys, at, total } = matrix(ANA, BO);
    const own = (coder: CoderId): number =>
      GROUPS.filter(({ members }) => members.has(coder)).length;
    const sum = (of: (one: (typeof keys)[number], other: (typeof keys)[number]) => number) =>
      keys
        .filter((key) => key !== undefined)
        .flatMap((key) => keys.map((other) => of(key, other)))
        .reduce((a, b) => a + b, 0);
    expect(sum((row, column) => at(row, column).length)).toBe(own(ANA));
    expect(sum((column, row) => at(row, column).length)).toBe(own(BO));
    expect(total).toBe(GROUPS.length);
    expect(at(undefined, undefined)).toEqual([]);
  });

  test('all pairs are every two coders once, and who did not code a document is in none', () => {
    const coders = [ANA, BO, 'cy' as CoderId];
    expect(pairsOfCoders(coders).map((pair) => pair.join(' '))).toEqual([
      'ana bo',
      'ana cy',
      'bo cy',
    ]);
    expect(confusionMatrix(WORK.codebook, GROUPS, pairsOfCoders(coders)).total).toBe(GROUPS.length);
  });
});
