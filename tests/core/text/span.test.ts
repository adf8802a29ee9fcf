import { describe, expect, it } from 'vitest';
import {
  clamp,
  createOffset,
  createSpan,
  isEmpty,
  slice,
  spansEqual,
  spansOverlap,
} from '../../../src/core/text/span';

describe('spans', () => {
  it('offset 0 is a position', () => {
    expect(createSpan(0, 1)).toEqual({ start: 0, end: 1 });
    expect(slice('ab', createSpan(0, 1))).toBe('a');
  });

  it.each([[-1], [0.5], [Number.NaN], [Infinity], [2 ** 53]])('%d is no offset', (value) => {
    expect(() => createOffset(value)).toThrow(RangeError);
  });

  it('a span does not end before it starts', () => {
    expect(() => createSpan(2, 1)).toThrow(RangeError);
    expect(isEmpty(createSpan(2, 2))).toBe(true);
    expect(isEmpty(createSpan(2, 3))).toBe(false);
  });

  it.each([
    { a: [0, 2], b: [2, 4], overlap: false },
    { a: [0, 3], b: [2, 4], overlap: true },
    { a: [0, 9], b: [2, 4], overlap: true },
    { a: [0, 2], b: [5, 6], overlap: false },
    { a: [2, 2], b: [2, 2], overlap: false },
  ])('$a and $b overlap: $overlap', ({ a, b, overlap }) => {
    const [first, second] = [a, b].map(([start = 0, end = 0]) => createSpan(start, end));
    if (first === undefined || second === undefined) throw new Error('two spans');
    expect(spansOverlap(first, second)).toBe(overlap);
    expect(spansOverlap(second, first)).toBe(overlap);
  });

  it('equal spans have equal ends', () => {
    expect(spansEqual(createSpan(0, 2), createSpan(0, 2))).toBe(true);
    expect(spansEqual(createSpan(0, 2), createSpan(0, 3))).toBe(false);
    expect(spansEqual(createSpan(0, 2), createSpan(1, 2))).toBe(false);
  });

  it.each([
    [-5, 0],
    [3, 3],
    [99, 10],
  ])('%i clamped to 0 to 10 is %i', (value, clamped) => {
    expect(clamp(value, 0, 10)).toBe(clamped);
  });
});
