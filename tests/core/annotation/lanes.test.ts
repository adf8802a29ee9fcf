import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extentOf } from '../../../src/core/annotation/annotation';
import { assignLanes } from '../../../src/core/annotation/lanes';
import { sortAnnotations, type SortedAnnotations } from '../../../src/core/annotation/sorted';
import { spansOverlap } from '../../../src/core/text/span';
import { createAnnotation, crowdArbitrary } from '../../support/annotations';

/** How many annotations stand over the most crowded character, counted at every character. */
function depthOf(annotations: SortedAnnotations): number {
  const extents = annotations.map(extentOf);
  const counts = Array.from(
    { length: 60 },
    (_, at) => extents.filter(({ start, end }) => start <= at && at < end).length,
  );
  return Math.max(0, ...counts);
}

describe('assignLanes', () => {
  it('[L1] no two that overlap share a lane', () => {
    fc.assert(
      fc.property(crowdArbitrary(), (crowd) => {
        const sorted = sortAnnotations(crowd);
        const lanes = assignLanes(sorted);
        const clashes = sorted.filter((a, i) =>
          sorted.some(
            (b, j) => i < j && lanes[i] === lanes[j] && spansOverlap(extentOf(a), extentOf(b)),
          ),
        );
        expect(clashes).toEqual([]);
      }),
    );
  });

  it('[L2] there are as many lanes as the deepest overlap, and no more', () => {
    fc.assert(
      fc.property(crowdArbitrary(), (crowd) => {
        const sorted = sortAnnotations(crowd);
        expect(Math.max(-1, ...assignLanes(sorted)) + 1).toBe(depthOf(sorted));
      }),
    );
  });

  it('[L3] takes the first free lane in text order; a neighbour that only touches is free', () => {
    const text = 'x'.repeat(60);
    const sorted = sortAnnotations([
      createAnnotation(text, 'a', [0, 20]),
      createAnnotation(text, 'b', [5, 10]),
      createAnnotation(text, 'c', [8, 15]),
      createAnnotation(text, 'd', [10, 12]),
      createAnnotation(text, 'e', [20, 25]),
    ]);
    expect([...assignLanes(sorted)]).toEqual([0, 1, 2, 1, 0]);
    expect([...assignLanes([])]).toEqual([]);
  });
});
