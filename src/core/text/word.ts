import { clamp, createOffset, type Offset, type Span } from './span';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** How far from an offset a word is looked for, in code units. A longer word is taken as cut there. */
const REACH = 200;

/**
 * The word (UAX #29) that `offset` falls inside, strictly: undefined between words and at a word's ends.
 */
export function wordAround(text: string, offset: number): Span | undefined {
  for (const word of wordsNear(text, offset)) {
    if (word.start < offset && offset < word.end) return word;
  }
  return undefined;
}

/** The word that begins at `offset`, contains it, or ends there: what a person means by "the word here". */
export function wordAt(text: string, offset: number): Span | undefined {
  let touching: Span | undefined;
  for (const word of wordsNear(text, offset)) {
    if (word.start <= offset && offset < word.end) return word;
    if (word.end === offset) touching = word;
  }
  return touching;
}

/** Where the next word ends after `offset`, or the end of the text. */
export function nextWordEnd(text: string, offset: number): Offset {
  for (let from = offset; from < text.length; from += REACH) {
    for (const word of wordsNear(text, from)) {
      if (word.end > offset) return word.end;
    }
  }
  return createOffset(text.length);
}

/** Where the next word begins after `offset`, or the end of the text. */
export function nextWordStart(text: string, offset: number): Offset {
  for (let from = offset; from < text.length; from += REACH) {
    for (const word of wordsNear(text, from)) {
      if (word.start > offset) return word.start;
    }
  }
  return createOffset(text.length);
}

/** Where the last word before `offset` begins, or 0. */
export function previousWordStart(text: string, offset: number): Offset {
  return lastBefore(text, offset, (word) => word.start);
}

/** Where the last word that ends before `offset` ends, or 0. */
export function previousWordEnd(text: string, offset: number): Offset {
  return lastBefore(text, offset, (word) => word.end);
}

function lastBefore(text: string, offset: number, edge: (word: Span) => Offset): Offset {
  for (let from = offset; from > 0; from -= REACH) {
    let found: Offset | undefined;
    for (const word of wordsNear(text, from)) {
      if (edge(word) < offset) found = edge(word);
    }
    if (found !== undefined) return found;
  }
  return createOffset(0);
}

/** The words within REACH of an offset. The window begins and ends at blanks where there are some, so words stay whole. */
function* wordsNear(text: string, offset: number): Generator<Span> {
  const from = windowStart(text, offset);
  const to = windowEnd(text, offset);
  for (const segment of segmenter.segment(text.slice(from, to))) {
    if (segment.isWordLike !== true) continue;
    const start = from + segment.index;
    yield { start: createOffset(start), end: createOffset(start + segment.segment.length) };
  }
}

function windowStart(text: string, offset: number): number {
  const lowest = clamp(offset - 2 * REACH, 0, text.length);
  const wanted = clamp(offset - REACH, 0, text.length);
  for (let i = wanted; i > lowest; i -= 1) {
    if (isBlank(text.charCodeAt(i - 1))) return i;
  }
  return lowest;
}

function windowEnd(text: string, offset: number): number {
  const highest = clamp(offset + 2 * REACH, 0, text.length);
  const wanted = clamp(offset + REACH, 0, text.length);
  for (let i = wanted; i < highest; i += 1) {
    if (isBlank(text.charCodeAt(i))) return i;
  }
  return highest;
}

function isBlank(codeUnit: number): boolean {
  return codeUnit === 0x20 || codeUnit === 0x0a || codeUnit === 0x09;
}
