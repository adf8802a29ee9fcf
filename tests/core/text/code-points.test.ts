import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCodePointIndex } from '../../../src/core/text/code-points';
import type { CodePointOffset, Offset } from '../../../src/core/text/span';
import { brokenTextArbitrary, rawTextArbitrary } from '../../support/random-text';

/** For each UTF-16 offset the code points before it; inside a pair, those before the pair. */
function oracle(text: string): number[] {
  const inside = [...text].flatMap((character, index) => character.split('').map(() => index));
  return [...inside, [...text].length];
}

const anyText = fc.oneof(rawTextArbitrary(), brokenTextArbitrary());

describe('createCodePointIndex', () => {
  it('[T1] counts as iterating the text does, at every offset', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const index = createCodePointIndex(text);
        const counted = oracle(text).map((_, offset) => index.toCodePoint(offset as Offset));
        expect(counted).toEqual(oracle(text));
        expect(index.length).toBe([...text].length);
      }),
    );
  });

  it('[T2] goes back to the start of the code point', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const index = createCodePointIndex(text);
        const starts = [...text].map((_, n) => [...text].slice(0, n).join('').length);
        const found = starts.map((_, n) => index.toUtf16(n as CodePointOffset));
        expect(found).toEqual(starts);
        expect(index.toUtf16(index.length)).toBe(text.length);
      }),
    );
  });

  it.each([
    ['a𠮷b', 1, 1],
    ['a𠮷b', 2, 1],
    ['a𠮷b', 3, 2],
    ['𠮷', 0, 0],
    ['', 0, 0],
    ['\ud83d', 1, 1],
    ['\ude00\ud83d', 2, 2],
  ])('in %j code unit %i is code point %i', (text, utf16, codePoint) => {
    expect(createCodePointIndex(text).toCodePoint(utf16 as Offset)).toBe(codePoint);
  });

  it('[T3] throws outside the text and on what is no place', () => {
    const index = createCodePointIndex('a𠮷');
    for (const offset of [-1, 4, 0.5, Number.NaN]) {
      expect(() => index.toCodePoint(offset as Offset)).toThrow(RangeError);
    }
    for (const offset of [-1, 3, 0.5, Number.NaN]) {
      expect(() => index.toUtf16(offset as CodePointOffset)).toThrow(RangeError);
    }
  });
});
