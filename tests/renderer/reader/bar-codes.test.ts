import { expect, it } from 'vitest';
import type { Code, Codebook } from '../../../src/core/codebook/codebook';
import { createSchemeCodebook } from '../../../src/core/codebook/scheme';
import type { CodeId } from '../../../src/core/ids';
import { codesToOffer, MOST_CODES } from '../../../src/renderer/reader/bar-codes';
import { createAnnotation } from '../../support/annotations';
import { timeAt } from '../../support/random-annotation';

const scheme = createSchemeCodebook(timeAt(0));
const [{ key: _key, ...plain }] = scheme.codes as [Code];

/** The scheme's codes, which have keys, after `n` others, which have none. */
function codebookWith(n: number): Codebook {
  const others = Array.from({ length: n }, (_, i) => ({
    ...plain,
    id: `c${i}` as CodeId,
    name: `Demand ${i}`,
  }));
  return { ...scheme, codes: [...others, ...scheme.codes] };
}

const used = (id: string, n: number) =>
  Array.from({ length: n }, (_, i) => ({
    ...createAnnotation('text', `${id}-${i}`, [0, 4]),
    codeId: id as CodeId,
  }));

const ids = (codebook: Codebook, query = '') =>
  codesToOffer(codebook, [...used('c400', 2), ...used('c300', 1)], query).map(({ id }) => id);

it('offers all of few codes', () => {
  expect(ids(scheme)).toEqual(scheme.codes.map(({ id }) => id));
});

it('of many, however many there are, offers those with a key and those used most here', () => {
  for (const n of [50, 500]) expect(ids(codebookWith(n))).toHaveLength(MOST_CODES);
  const offered = ids(codebookWith(500));
  expect(offered).toEqual(expect.arrayContaining(scheme.codes.map(({ id }) => id)));
  expect(offered).toEqual(expect.arrayContaining(['c300', 'c400']));
});

it('finds any by typing, and none that is retired', () => {
  const codebook = codebookWith(500);
  expect(ids(codebook, 'demand 417')[0]).toBe('c417');
  const retired = codebook.codes.map((code) => ({ ...code, retired: code.id === 'c417' }));
  expect(ids({ ...codebook, codes: retired }, 'demand 417')).not.toContain('c417');
});
