import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotationsByCoder } from '../../../src/core/annotation/by-coder';
import { changeBetween, followSets, type Before } from '../../../src/core/annotation/follow-sets';
import {
  sortAnnotations,
  withAnnotation,
  withoutAnnotation,
  type SortedAnnotations,
} from '../../../src/core/annotation/sorted';
import type { CoderId } from '../../../src/core/ids';
import { createAnnotation, crowdArbitrary } from '../../support/annotations';

/** A set that several coders made, and one that single changes made of it. */
const changedArbitrary = () =>
  fc
    .tuple(crowdArbitrary(), fc.array(fc.nat({ max: 1_000 }), { maxLength: 120 }))
    .map(([crowd, choices]) => {
      const all = crowd.map((one, n) => ({ ...one, coderId: `c${String(n % 3)}` as CoderId }));
      const before = sortAnnotations(all.filter((_one, n) => n % 2 === 0));
      let now = before;
      for (const choice of choices) {
        const one = all[choice % Math.max(1, all.length)];
        if (one === undefined) continue;
        const fewer = withoutAnnotation(now, one.id);
        const moved = { ...one, memo: `memo ${String(choice)}` };
        now = choice % 3 === 0 ? fewer : withAnnotation(fewer, choice % 3 === 1 ? one : moved);
      }
      return { before, now };
    });

describe('what changed between two sets', () => {
  it('makes the one of the other, and names nothing that both have', () => {
    fc.assert(
      fc.property(changedArbitrary(), ({ before, now }) => {
        const { gone, come } = changeBetween(before, now);
        const kept = before.filter((one) => !gone.includes(one));
        expect(sortAnnotations([...kept, ...come])).toEqual(now);
        expect(gone.every((one) => !now.includes(one))).toBe(true);
        expect(come.every((one) => !before.includes(one))).toBe(true);
      }),
    );
  });

  it('is all that a function is given which follows a set', () => {
    const given: (Before<object> | undefined)[] = [];
    const follow = followSets<object>((_set, before) => {
      given.push(before);
      return { made: given.length };
    });
    const text = 'Seoul must wait, and Tokyo agrees.';
    const set = sortAnnotations([
      createAnnotation(text, 'a', [0, 5]),
      createAnnotation(text, 'b', [6, 10]),
    ]);
    const added = createAnnotation(text, 'c', [0, 10]);
    const more = withAnnotation(set, added);
    const first = follow(set);
    expect(follow(set)).toBe(first);
    follow(more);
    follow(withoutAnnotation(more, added.id));
    expect(given).toEqual([
      undefined,
      { value: { made: 1 }, gone: [], come: [added] },
      { value: { made: 2 }, gone: [added], come: [] },
    ]);
  });
});

describe('annotations by coder', () => {
  const walked = (set: SortedAnnotations) =>
    Object.fromEntries(
      [...new Set(set.map(({ coderId }) => coderId))].map((id) => [
        id,
        set.filter(({ coderId }) => coderId === id),
      ]),
    );

  it('are those of the set, however it came about', () => {
    fc.assert(
      fc.property(changedArbitrary(), ({ before, now }) => {
        for (const set of [before, now]) {
          expect(Object.fromEntries(annotationsByCoder(set))).toEqual(walked(set));
        }
      }),
    );
  });

  it('are the same list for each who changed nothing', () => {
    fc.assert(
      fc.property(changedArbitrary(), ({ before, now }) => {
        const was = annotationsByCoder(before);
        const is = annotationsByCoder(now);
        const { gone, come } = changeBetween(before, now);
        const touched = new Set([...gone, ...come].map(({ coderId }) => coderId));
        for (const [id, own] of is) if (!touched.has(id)) expect(own).toBe(was.get(id));
      }),
    );
  });
});
