import { expect, it } from 'vitest';
import type { Code } from '../../../src/core/codebook/codebook';
import { createSchemeCodebook } from '../../../src/core/codebook/scheme';
import type { CodeId } from '../../../src/core/ids';
import { countsToShow, MOST_COUNTS } from '../../../src/renderer/documents/counts';
import { createAnnotation } from '../../support/annotations';
import { timeAt } from '../../support/random-annotation';

const [first] = createSchemeCodebook(timeAt(0)).codes;
const codes: readonly Code[] = Array.from({ length: 12 }, (_, n) => ({
  ...(first as Code),
  id: `c${n}` as CodeId,
  retired: n === 11,
}));

/** The set in which code `n` is used as often as told. */
function setOf(...times: readonly number[]) {
  return times.flatMap((count, n) =>
    Array.from({ length: count }, (_, i) => ({
      ...createAnnotation('text', `${n}-${i}`, [0, 4]),
      codeId: `c${n}` as CodeId,
    })),
  );
}

const shown = (...times: readonly number[]) => {
  const { shown: counts, others } = countsToShow(codes, setOf(...times));
  return [...counts.map(({ code, n }) => `${code.id} ${n}`), others];
};

it('shows the codes that were used, in the order of the codebook', () => {
  expect(shown(0, 2, 0, 1)).toEqual(['c1 2', 'c3 1', 0]);
  expect(shown()).toEqual([0]);
  expect(shown(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3)).toEqual([0]);
});

it('of many shows those used most, and says how many more there are', () => {
  const times = [1, 9, 9, 1, 1, 2, 9];
  expect(shown(...times)).toEqual(['c1 9', 'c2 9', 'c6 9', 4]);
  expect(shown(...times.slice(1))).toEqual(['c0 9', 'c1 9', 'c2 1', 'c3 1', 'c4 2', 'c5 9', 0]);
  expect(countsToShow(codes, setOf(...times)).shown).toHaveLength(MOST_COUNTS);
});
