import { clamp, createOffset, type Offset } from './span';
import { isHighSurrogate, isLowSurrogate } from './code-points';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Longest stretch that is looked at on each side of an offset. Longer clusters exist only in hostile text. */
const REACH = 256;

/**
 * True if `offset` does not fall inside a user-perceived character (extended grapheme cluster, UAX #29), such as an
 * emoji with a skin tone, a letter with its combining marks, or CR LF.
 */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  return floorGrapheme(text, offset) === offset;
}

/** The nearest cluster boundary at or before `offset`, which is first brought into `[0, text.length]`. */
export function floorGrapheme(text: string, offset: number): Offset {
  return around(text, offset).before;
}

/** The nearest cluster boundary at or after `offset`. */
export function ceilGrapheme(text: string, offset: number): Offset {
  return around(text, offset).after;
}

/** The boundary one cluster after `offset`, or the end of the text. */
export function nextGrapheme(text: string, offset: number): Offset {
  return offset >= text.length ? createOffset(text.length) : ceilGrapheme(text, offset + 1);
}

/** The boundary one cluster before `offset`, or 0. */
export function previousGrapheme(text: string, offset: number): Offset {
  return offset <= 0 ? createOffset(0) : floorGrapheme(text, offset - 1);
}

function around(text: string, wanted: number): { before: Offset; after: Offset } {
  const offset = clamp(wanted, 0, text.length);
  if (offset === 0 || offset === text.length || isPlainBoundary(text, offset)) {
    return { before: createOffset(offset), after: createOffset(offset) };
  }
  const from = startOfWindow(text, offset);
  const segment = segmenter.segment(text.slice(from, offset + REACH)).containing(offset - from);
  const before = from + (segment?.index ?? offset - from);
  const after = before === offset ? offset : before + (segment?.segment.length ?? 0);
  return { before: createOffset(before), after: createOffset(after) };
}

/** Between two printable ASCII characters there is always a boundary: the usual case, without a segmenter. */
function isPlainBoundary(text: string, offset: number): boolean {
  return isPlain(text.charCodeAt(offset - 1)) && isPlain(text.charCodeAt(offset));
}

function isPlain(codeUnit: number): boolean {
  return codeUnit >= 0x20 && codeUnit < 0x7f;
}

/**
 * A window must begin at a sure boundary: after a line feed or before plain ASCII; else REACH back, on a whole pair and
 * on a whole flag (flags are pairs of letters, told apart only by counting from the start of their run).
 */
function startOfWindow(text: string, offset: number): number {
  const lowest = Math.max(0, offset - REACH);
  for (let i = offset - 1; i > lowest; i -= 1) {
    if (isPlain(text.charCodeAt(i)) && isPlain(text.charCodeAt(i - 1))) return i;
    if (text.charCodeAt(i - 1) === 0x0a) return i;
  }
  const cutsPair =
    lowest > 0 &&
    isLowSurrogate(text.charCodeAt(lowest)) &&
    isHighSurrogate(text.charCodeAt(lowest - 1));
  const from = cutsPair ? lowest - 1 : lowest;
  return flagLettersBefore(text, from) % 2 === 0 ? from : from - 2;
}

/** How many regional indicators (the halves of flags, two code units each) end at `offset` without a gap. */
function flagLettersBefore(text: string, offset: number): number {
  let count = 0;
  for (let at = offset - 2; at >= 0 && isFlagLetter(text.codePointAt(at)); at -= 2) count += 1;
  return count;
}

function isFlagLetter(codePoint: number | undefined): boolean {
  return codePoint !== undefined && codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
}
