import { describe, expect, it } from 'vitest';
import type { CoderId, MemoId } from '../../../src/core/ids';
import { allProse, holdsWords } from '../../../src/core/project/prose';
import { createAnnotation } from '../../support/annotations';
import { timeAt } from '../../support/random-annotation';
import { createWorld } from '../../support/random-project';

it('gathers memos and the memos of annotations, latest first, and leaves out empty ones', () => {
  const { project } = createWorld(['Seoul must not wait.'], 1);
  const one = { ...createAnnotation('Seoul must not wait.', 'a1', [0, 5]), memo: 'Early.' };
  const two = createAnnotation('Seoul must not wait.', 'a2', [6, 10]);
  const memo = {
    id: 'm1' as MemoId,
    coderId: 'ana' as CoderId,
    about: { kind: 'project' } as const,
    text: 'Late.',
    createdAt: timeAt(1),
    modifiedAt: timeAt(9),
  };
  const annotations = new Map([[one.documentId, [one, two]]]);
  const prose = allProse({ ...project, annotations, memos: [memo] });
  expect(prose.map(({ kind, text }) => [kind, text])).toEqual([
    ['memo', 'Late.'],
    ['annotation', 'Early.'],
  ]);
});

describe('holdsWords', () => {
  it.each([
    ['Why “must”? Compare Seoul.', 'seoul must', true],
    ['Why “must”?', 'must seoul', false],
    ['anything', '', true],
    ['cafe\u0301', 'CAFÉ', true],
  ])('%j, %j: %j', (text, words, found) => {
    expect(holdsWords(text, words)).toBe(found);
  });
});
