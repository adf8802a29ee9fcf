import { createOffset, type CodePointOffset, type Offset } from './span';

/** Converts places in one text between UTF-16 code units and Unicode code points. */
export interface CodePointIndex {
  /** Length of the text in code points. */
  readonly length: CodePointOffset;
  /**
   * The code points before `offset`. An offset inside a surrogate pair counts the pair as not yet passed.
   * Throws a RangeError outside `[0, text.length]`.
   */
  toCodePoint(offset: Offset): CodePointOffset;
  /** The inverse. Throws a RangeError outside `[0, length]`. */
  toUtf16(offset: CodePointOffset): Offset;
}

/**
 * Keeps only the places of the surrogate pairs, so that the usual text (none) costs nothing and a conversion is a
 * binary search. A lone surrogate counts as one code point, as in JavaScript's own string iteration.
 */
export function createCodePointIndex(text: string): CodePointIndex {
  const pairs: number[] = [];
  for (let i = 0; i < text.length - 1; i += 1) {
    if (isHighSurrogate(text.charCodeAt(i)) && isLowSurrogate(text.charCodeAt(i + 1))) {
      pairs.push(i);
      i += 1;
    }
  }
  const length = text.length - pairs.length;
  return {
    length: length as CodePointOffset,
    toCodePoint(offset) {
      assertWithin(offset, text.length);
      const passed = countBefore(pairs.length, (i) => (pairs[i] as number) + 2 <= offset);
      const inside = passed < pairs.length && (pairs[passed] as number) + 1 === offset;
      return (offset - passed - (inside ? 1 : 0)) as CodePointOffset;
    },
    toUtf16(offset) {
      assertWithin(offset, length);
      const passed = countBefore(pairs.length, (i) => (pairs[i] as number) - i < offset);
      return createOffset(offset + passed);
    },
  };
}

function assertWithin(offset: number, length: number): void {
  if (!Number.isSafeInteger(offset) || offset < 0 || offset > length) {
    throw new RangeError(`Offset ${String(offset)} is outside a text of length ${String(length)}`);
  }
}

/** How many of `0..length-1` satisfy `isPassed`, which must be true up to some index and false after it. */
function countBefore(length: number, isPassed: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isPassed(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function isHighSurrogate(codeUnit: number): boolean {
  return codeUnit >= 0xd800 && codeUnit <= 0xdbff;
}

export function isLowSurrogate(codeUnit: number): boolean {
  return codeUnit >= 0xdc00 && codeUnit <= 0xdfff;
}
