import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { createIntervalIndex } from '../../../src/core/annotation/interval-index';
import { sortAnnotations } from '../../../src/core/annotation/sorted';
import { createAnnotation, crowdArbitrary } from '../../support/annotations';

const text = 'x'.repeat(60);

function idsOf(annotations: readonly Annotation[]): string[] {
  return annotations.map((annotation) => annotation.id);
}

describe('overlapping', () => {
  it('[I1] finds what walking all annotations finds, in text order, each once', () => {
    fc.assert(
      fc.property(crowdArbitrary(), fc.nat(60), fc.nat(60), (crowd, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
        const sorted = sortAnnotations(crowd);
        const walked = sorted.filter(({ pieces }) =>
          pieces.some((piece) => piece.start < to && from < piece.end),
        );
        expect(idsOf(createIntervalIndex(sorted).overlapping(from, to))).toEqual(idsOf(walked));
      }),
    );
  });

  it('[I2] an end is exclusive, offset 0 a position', () => {
    const index = createIntervalIndex([
      createAnnotation(text, 'a', [0, 5]),
      createAnnotation(text, 'b', [5, 9]),
    ]);
    expect(idsOf(index.overlapping(0, 1))).toEqual(['a']);
    expect(idsOf(index.overlapping(4, 5))).toEqual(['a']);
    expect(idsOf(index.overlapping(5, 6))).toEqual(['b']);
    expect(idsOf(index.overlapping(4, 6))).toEqual(['a', 'b']);
    expect(idsOf(index.overlapping(9, 60))).toEqual([]);
    expect(idsOf(createIntervalIndex([]).overlapping(0, 60))).toEqual([]);
  });
});

describe('at', () => {
  it('[I3] finds every annotation with a piece around the caret, its ends included', () => {
    fc.assert(
      fc.property(crowdArbitrary(), fc.nat(60), (crowd, offset) => {
        const walked = crowd.filter(({ pieces }) =>
          pieces.some((piece) => piece.start <= offset && offset <= piece.end),
        );
        const found = createIntervalIndex(sortAnnotations(crowd)).at(offset);
        expect(idsOf(found).toSorted()).toEqual(idsOf(walked).toSorted());
      }),
    );
  });

  it('[I4] gives the innermost first', () => {
    const index = createIntervalIndex(
      sortAnnotations([
        createAnnotation(text, 'outer', [0, 30]),
        createAnnotation(text, 'inner', [10, 15]),
        createAnnotation(text, 'middle', [5, 20]),
      ]),
    );
    expect(idsOf(index.at(12))).toEqual(['inner', 'middle', 'outer']);
    expect(idsOf(index.at(0))).toEqual(['outer']);
  });

  it('[I5] at an end, what contains the next character comes before what ends here', () => {
    const index = createIntervalIndex(
      sortAnnotations([
        createAnnotation(text, 'ends', [8, 10]),
        createAnnotation(text, 'begins', [10, 20]),
        createAnnotation(text, 'around', [0, 60]),
      ]),
    );
    expect(idsOf(index.at(10))).toEqual(['begins', 'around', 'ends']);
  });

  it('[I6] a passage of several pieces is there at each of them and not between', () => {
    const index = createIntervalIndex([createAnnotation(text, 'a', [0, 5], [10, 15])]);
    expect([0, 5, 7, 10, 15, 16].map((offset) => index.at(offset).length)).toEqual([
      1, 1, 0, 1, 1, 0,
    ]);
  });
});
