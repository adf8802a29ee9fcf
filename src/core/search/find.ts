import { isGraphemeBoundary } from '../text/grapheme';
import { createSpan, type Span } from '../text/span';
import { foldText, trimFolded, type FoldedText } from './fold';
import { isWordEdge } from './word-edge';

export interface FindOptions {
  readonly matchCase: boolean;
  /** Only where words begin and end (`isWordEdge`). */
  readonly wholeWords: boolean;
}

/** Finds in one text, which was prepared once: for a query that grows letter by letter, or for many queries. */
export type Finder = (query: string, wholeWords: boolean) => readonly Span[];

/**
 * Where `query` stands in `text`, literally, as spans in UTF-16 in text order that do not overlap (the first wins).
 * White space, quotes and letters with marks are compared loosely, case if not `matchCase` too: see `foldText`. White
 * space at the ends of the query is dropped; a query of nothing else is found nowhere. A hit never cuts a grapheme
 * cluster: "e" is not found in "é", "s" not in "ß", nor a man in the emoji of his family.
 * Takes time in proportion to the length of the text, whatever the query.
 */
export function findOccurrences(
  text: string,
  query: string,
  { matchCase, wholeWords }: FindOptions,
): readonly Span[] {
  return createFinder(text, matchCase)(query, wholeWords);
}

export function createFinder(text: string, matchCase: boolean): Finder {
  const folded = foldText(text, matchCase);
  return (query, wholeWords) => {
    const needle = trimFolded(foldText(query, matchCase));
    const found: Span[] = [];
    let free = 0;
    for (const first of matches(folded.units, needle)) {
      const span = sourceOf(folded, first, first + needle.length);
      if (span === undefined || span.start < free) continue;
      if (!isGraphemeBoundary(text, span.start) || !isGraphemeBoundary(text, span.end)) continue;
      if (wholeWords && !(isWordEdge(text, span.start) && isWordEdge(text, span.end))) continue;
      found.push(span);
      free = span.end;
    }
    return found;
  };
}

/** The place of the units `[first, last)` in the source; undefined when one of its characters is only in part there. */
function sourceOf({ starts, ends }: FoldedText, first: number, last: number): Span | undefined {
  const start = starts[first] as number;
  const cutsFirst = first > 0 && starts[first - 1] === start;
  const cutsLast = last < starts.length && starts[last] === starts[last - 1];
  return cutsFirst || cutsLast ? undefined : createSpan(start, ends[last - 1] as number);
}

/** Every index at which `needle` begins, overlapping ones too (Knuth, Morris, Pratt). */
function* matches(units: Uint16Array, needle: Uint16Array): Generator<number> {
  if (needle.length === 0) return;
  const borders = findBorders(needle);
  let matched = 0;
  for (let i = 0; i < units.length; i += 1) {
    while (matched > 0 && units[i] !== needle[matched]) matched = borders[matched - 1] as number;
    if (units[i] === needle[matched]) matched += 1;
    if (matched === needle.length) {
      yield i + 1 - needle.length;
      matched = borders[matched - 1] as number;
    }
  }
}

/** For each prefix, the length of its longest proper prefix that is also its suffix. */
function findBorders(needle: Uint16Array): Uint32Array {
  const borders = new Uint32Array(needle.length);
  for (let i = 1, length = 0; i < needle.length; i += 1) {
    while (length > 0 && needle[i] !== needle[length]) length = borders[length - 1] as number;
    if (needle[i] === needle[length]) length += 1;
    borders[i] = length;
  }
  return borders;
}
