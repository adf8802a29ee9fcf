import { ceilGrapheme, floorGrapheme } from './grapheme';
import { clamp, createSpan, type Span } from './span';
import { wordAround } from './word';

/**
 * Blanks, dashes, quotes, brackets and sentence punctuation. Signs that belong to what they touch (% & @ # § * /) and
 * symbols ($ € + °) are not among them.
 */
const DROPPED =
  /^(?:[\s\p{Z}\p{Cc}\p{Cf}\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}]|(?![%‰&@#§¶†‡*/\\])\p{Po})$/u;

/** `U.S`, `p.m`: letters with full stops between them, whose last full stop belongs to the word. */
const INITIALS = /(?:^|[^\p{L}])(?:\p{L}\.)+\p{L}$/u;

/** The possessive ending, after which a word may be taken without it. */
const POSSESSIVE = /^[’']s$/iu;

/**
 * The passage a person most likely meant by a sloppy selection: blanks and punctuation at the ends are dropped, then
 * words that were cut are made whole. The full stop of initials stays ("U.S."), and a word may end before its
 * possessive ("Washington’s" gives "Washington" when just that was selected). It never looks for sentence ends.
 * Undefined when nothing but blanks and punctuation was selected.
 */
export function snapToWords(text: string, start: number, end: number): Span | undefined {
  const selected = normalise(text, start, end);
  let from: number = selected.start;
  let to: number = selected.end;
  while (from < to && isDroppedAt(text, from)) from += widthAt(text, from);
  while (to > from && isDroppedAt(text, previous(text, to))) to = previous(text, to);
  if (from === to) return undefined;

  from = wordAround(text, from)?.start ?? from;
  const cut = wordAround(text, to);
  if (cut !== undefined && !POSSESSIVE.test(text.slice(to, cut.end))) to = cut.end;
  if (text[to] === '.' && INITIALS.test(text.slice(Math.max(from, to - 32), to))) to += 1;
  return createSpan(floorGrapheme(text, from), ceilGrapheme(text, to));
}

/** Exactly what was selected, widened only where an end would cut a grapheme cluster. Undefined when it is empty. */
export function snapToGraphemes(text: string, start: number, end: number): Span | undefined {
  const selected = normalise(text, start, end);
  if (selected.start === selected.end) return undefined;
  return createSpan(floorGrapheme(text, selected.start), ceilGrapheme(text, selected.end));
}

function normalise(text: string, start: number, end: number): Span {
  const a = clamp(start, 0, text.length);
  const b = clamp(end, 0, text.length);
  return createSpan(Math.min(a, b), Math.max(a, b));
}

function isDroppedAt(text: string, offset: number): boolean {
  const codePoint = text.codePointAt(offset);
  return codePoint !== undefined && DROPPED.test(String.fromCodePoint(codePoint));
}

function widthAt(text: string, offset: number): number {
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}

function previous(text: string, offset: number): number {
  return offset >= 2 && (text.codePointAt(offset - 2) ?? 0) > 0xffff ? offset - 2 : offset - 1;
}
