import { describe, expect, it } from 'vitest';
import {
  compareAnnotations,
  extentOf,
  quoteOf,
  type Annotation,
} from '../../../src/core/annotation/annotation';
import { createAnnotation } from '../../support/annotations';

const text = 'Washington must not insert itself';

function idsInOrder(annotations: readonly Annotation[]): string {
  return [...annotations]
    .sort(compareAnnotations)
    .map((annotation) => annotation.id)
    .join(' ');
}

describe('an annotation of several pieces', () => {
  const annotation = createAnnotation(text, 'a', [0, 10], [20, 33]);

  it('extends from the first to the last', () => {
    expect(extentOf(annotation)).toEqual({ start: 0, end: 33 });
  });

  it('is quoted with an ellipsis between them', () => {
    expect(quoteOf(annotation)).toBe('Washington … insert itself');
    expect(quoteOf(createAnnotation(text, 'b', [0, 10]))).toBe('Washington');
  });
});

describe('text order', () => {
  it.each([
    ['[A1] by start', { b: [0, 4], a: [5, 9] }, 'b a'],
    ['[A2] what contains before what is contained', { a: [0, 4], b: [0, 9] }, 'b a'],
    ['[A3] the same place by id', { b: [0, 4], a: [0, 4], c: [0, 4] }, 'a b c'],
    ['[A1] before [A3]', { a: [7, 9], c: [0, 2], b: [3, 5] }, 'c b a'],
  ])('%s', (_, places, expected) => {
    const annotations = Object.entries(places).map(([id, [start = 0, end = 0]]) =>
      createAnnotation(text, id, [start, end]),
    );
    expect(idsInOrder(annotations)).toBe(expected);
    expect(idsInOrder(annotations.toReversed())).toBe(expected);
  });

  it('[A4] an annotation is equal to itself only', () => {
    const annotation = createAnnotation(text, 'a', [0, 4]);
    expect(compareAnnotations(annotation, annotation)).toBe(0);
  });
});
