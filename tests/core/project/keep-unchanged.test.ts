import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepUnchanged } from '../../../src/core/project/keep-unchanged';
import { codedWorldArbitrary } from '../../support/random-project';

const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(0, 1, '', 'a', null, true),
    fc.dictionary(fc.constantFrom('id', 'a', 'b'), tie('value'), { maxKeys: 3 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom('x', 'y', 'z'), tie('value')), { maxLength: 3 })
      .map((entries) => new Map(entries)),
  ),
})).value;

describe('keeping what is unchanged', () => {
  test('changes nothing in what there is now, whatever was before', () => {
    fc.assert(
      fc.property(plain, plain, (before, now) => {
        const copy = structuredClone(now);
        expect(keepUnchanged(before, now)).toEqual(copy);
        expect(now).toEqual(copy);
      }),
      { numRuns: 1_000 },
    );
  });

  test('is all of what was before, when it is the same', () => {
    fc.assert(
      fc.property(codedWorldArbitrary(), ({ project }) => {
        expect(keepUnchanged(project, structuredClone(project))).toBe(project);
      }),
    );
  });

  test('a thing more in a list leaves the others the objects that they were', () => {
    const before = [{ id: 'a', at: [1] }, { id: 'b' }, { id: 'c', more: { x: 1 } }];
    const now = structuredClone([
      { id: 'new' },
      ...before.slice(0, 2),
      { id: 'c', more: { x: 2 } },
    ]);
    const kept = keepUnchanged(before, now);
    expect(kept).toEqual(now);
    expect(kept[1]).toBe(before[0]);
    expect(kept[2]).toBe(before[1]);
    expect(kept[3]).not.toBe(before[2]);
  });

  test('a key that is gone, or another order of a list, is a change', () => {
    const before = { list: [{ id: 'a' }, { id: 'b' }], gone: undefined };
    const kept = keepUnchanged(before, { list: [{ id: 'b' }, { id: 'a' }] });
    expect(Object.keys(kept)).toEqual(['list']);
    expect(kept.list.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(kept.list[0]).toBe(before.list[1]);
  });
});
