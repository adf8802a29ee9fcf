import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { assignLanes } from '../../../src/core/annotation/lanes';
import { sortAnnotations } from '../../../src/core/annotation/sorted';
import { flattenCover, SLOTS, type Cover, type Placed } from '../../../src/renderer/reader/cover';
import { createAnnotation, crowdArbitrary } from '../../support/annotations';

/*
 * Overlapping annotations as stretches that do not overlap, against looking at every character on its own.
 */

function place(annotations: readonly Annotation[]): Placed[] {
  const sorted = sortAnnotations(annotations);
  const lanes = assignLanes(sorted);
  return sorted.map((annotation, index) => ({ annotation, lane: lanes[index] ?? 0 }));
}

/** The lanes over one character, lowest first. */
function lanesAt(placed: readonly Placed[], offset: number): number[] {
  return placed
    .filter(({ annotation }) =>
      annotation.pieces.some((piece) => piece.start <= offset && offset < piece.end),
    )
    .map(({ lane }) => lane)
    .sort((a, b) => a - b);
}

function coverAt(covers: readonly Cover[], offset: number): Cover | undefined {
  return covers.find((cover) => cover.start <= offset && offset < cover.end);
}

test('[V1] each character has the layers of exactly the annotations over it', () => {
  fc.assert(
    fc.property(crowdArbitrary(), fc.nat(60), fc.nat(60), (crowd, a, b) => {
      const placed = place(crowd);
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const covers = flattenCover(placed, from, to);
      for (let offset = 0; offset < 60; offset += 1) {
        const lanes = offset >= from && offset < to ? lanesAt(placed, offset) : [];
        const layers = coverAt(covers, offset)?.layers ?? [];
        expect(layers.map(({ slot }) => slot)).toEqual(
          lanes.map((lane) => (lane < SLOTS ? lane : undefined)),
        );
      }
    }),
  );
});

test('[V2] covers are in order, do not overlap, and touching ones look different', () => {
  fc.assert(
    fc.property(crowdArbitrary(), (crowd) => {
      const covers = flattenCover(place(crowd), 0, 60);
      for (const [index, cover] of covers.entries()) {
        expect(cover.start).toBeLessThan(cover.end);
        const next = covers[index + 1];
        if (next === undefined) continue;
        expect(next.start).toBeGreaterThanOrEqual(cover.end);
        if (next.start === cover.end) expect(next.key).not.toBe(cover.key);
      }
    }),
  );
});

test('[V3] two annotations of one code over each other keep an underline each', () => {
  const text = 'x'.repeat(20);
  const covers = flattenCover(
    place([createAnnotation(text, 'a', [0, 10]), createAnnotation(text, 'b', [5, 15])]),
    0,
    20,
  );
  expect(
    covers.map(({ start, end, layers }) => [start, end, layers.map(({ slot }) => slot)]),
  ).toEqual([
    [0, 5, [0]],
    [5, 10, [0, 1]],
    [10, 15, [1]],
  ]);
});
