import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findAnnotation,
  sortAnnotations,
  withAnnotation,
  withoutAnnotation,
} from '../../../src/core/annotation/sorted';
import type { AnnotationId } from '../../../src/core/ids';
import { crowdArbitrary } from '../../support/annotations';

describe('sorted annotations', () => {
  it('[D1] adding one by one in any order is sorting them', () => {
    fc.assert(
      fc.property(crowdArbitrary(), (crowd) => {
        const added = crowd.reduce(withAnnotation, sortAnnotations([]));
        expect(added).toEqual(sortAnnotations(crowd));
        expect(crowd.toReversed().reduce(withAnnotation, sortAnnotations([]))).toEqual(added);
      }),
    );
  });

  it('[D2] the one that was added is found', () => {
    fc.assert(
      fc.property(crowdArbitrary(), (crowd) => {
        const sorted = sortAnnotations(crowd);
        for (const annotation of crowd) {
          expect(findAnnotation(sorted, annotation.id)).toBe(annotation);
        }
        expect(findAnnotation(sorted, 'none' as AnnotationId)).toBeUndefined();
      }),
    );
  });

  it('what is found is what is there, however many changes ago the set was walked over', () => {
    fc.assert(
      fc.property(crowdArbitrary(), fc.array(fc.nat(), { maxLength: 300 }), (crowd, choices) => {
        let sorted = sortAnnotations(crowd.slice(0, crowd.length / 2));
        for (const choice of choices) {
          const one = crowd[choice % Math.max(1, crowd.length)];
          if (one === undefined) return;
          // Asked before each change, so that what is known is handed on.
          const isThere = findAnnotation(sorted, one.id) !== undefined;
          expect(isThere).toBe(sorted.includes(one));
          sorted = isThere ? withoutAnnotation(sorted, one.id) : withAnnotation(sorted, one);
        }
        for (const { id } of crowd) {
          expect(findAnnotation(sorted, id)).toBe(sorted.find((other) => other.id === id));
        }
      }),
    );
  });

  it('[D3] add then remove cancels out', () => {
    fc.assert(
      fc.property(crowdArbitrary(), (crowd) => {
        const [last, ...others] = crowd;
        if (last === undefined) return;
        const before = sortAnnotations(others);
        expect(withoutAnnotation(withAnnotation(before, last), last.id)).toEqual(before);
      }),
    );
  });

  it('[D4] removing what is not there gives the same array, and no copy is changed', () => {
    const empty = sortAnnotations([]);
    expect(withoutAnnotation(empty, 'none' as AnnotationId)).toBe(empty);
    fc.assert(
      fc.property(crowdArbitrary(), (crowd) => {
        const [last, ...others] = crowd;
        if (last === undefined) return;
        const before = Object.freeze(sortAnnotations(others));
        expect(withAnnotation(before, last)).toHaveLength(others.length + 1);
        expect(before).toHaveLength(others.length);
      }),
    );
  });
});
