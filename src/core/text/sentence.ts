import { createOffset, type Offset, type Span } from './span';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

const LINE_BREAK = /[\n\u0085\u2028\u2029]/g;

/** Titles and other words whose full stop does not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Rev|Hon|St|No|vs|cf|e\.g|i\.e|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\s+$/u;

/** "U.S. " may end a sentence; it is taken to do so only before a word that often begins one. */
const INITIALS = /(?:\p{Lu}\.){2,}\s+$/u;
const STARTER =
  /^(?:The|This|That|These|Those|There|It|He|She|They|We|I|In|On|At|But|And|Yet|If|For|As|A|An|No|Nor|However)\b/u;

/**
 * Sentences of one paragraph as spans of the whole text, without gaps, each with the blanks that follow it. A guess
 * (UAX #29 with a list of abbreviations), good enough for moving the caret; no annotation is ever cut by it. A line
 * break inside a paragraph was made by hand and ends no sentence.
 */
export function findSentences(text: string, paragraph: Span): readonly Span[] {
  const body = text.slice(paragraph.start, paragraph.end).replace(LINE_BREAK, ' ');
  const result: { start: Offset; end: Offset }[] = [];
  for (const { segment, index } of segmenter.segment(body)) {
    const last = result.at(-1);
    const end = createOffset(paragraph.start + index + segment.length);
    const before = last === undefined ? '' : text.slice(last.start, last.end);
    const goesOn = ABBREVIATION.test(before) || (INITIALS.test(before) && !STARTER.test(segment));
    if (last !== undefined && goesOn) last.end = end;
    else result.push({ start: createOffset(paragraph.start + index), end });
  }
  return result;
}
