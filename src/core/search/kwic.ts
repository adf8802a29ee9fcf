import { ceilGrapheme, floorGrapheme } from '../text/grapheme';
import { isLowSurrogate } from '../text/code-points';
import { paragraphIndexAt, type Paragraph } from '../text/paragraph';
import { clamp, type Span } from '../text/span';
import { nextWordStart, previousWordEnd } from '../text/word';

/** A hit with what stands beside it in its paragraph, each on one line: runs of white space are one space. */
export interface KwicLine {
  readonly left: string;
  readonly hit: string;
  readonly right: string;
  /** As it is cited; 0 in a text without paragraphs. */
  readonly paragraph: number;
}

/**
 * The keyword in context: at most `reach` code points on each side, which begin and end at words where there is one
 * within reach, else at grapheme clusters. The context keeps to the paragraph of the hit's start; a hit that goes on
 * in the next one is given whole.
 */
export function createKwicLine(
  text: string,
  paragraphs: readonly Paragraph[],
  span: Span,
  reach: number,
): KwicLine {
  const index = paragraphIndexAt(paragraphs, span.start);
  const paragraph = index === undefined ? undefined : paragraphs[index];
  const from = startOfLeft(text, span.start, reach, paragraph?.span.start ?? 0);
  const to = endOfRight(text, span.end, reach, paragraph?.span.end ?? text.length);
  return {
    left: onOneLine(text.slice(from, span.start)),
    hit: onOneLine(text.slice(span.start, span.end)),
    right: onOneLine(text.slice(span.end, to)),
    paragraph: paragraph?.number ?? 0,
  };
}

function startOfLeft(text: string, start: number, reach: number, border: number): number {
  let from = start;
  for (let passed = 0; passed < reach && from > border; passed += 1) {
    from -= 1;
    if (from > border && isLowSurrogate(text.charCodeAt(from))) from -= 1;
  }
  if (from <= border) return Math.min(border, start);
  const word = nextWordStart(text, from - 1);
  return clamp(word < start ? word : ceilGrapheme(text, from), from, start);
}

function endOfRight(text: string, end: number, reach: number, border: number): number {
  let to = end;
  for (let passed = 0; passed < reach && to < border; passed += 1) {
    to += (text.codePointAt(to) as number) > 0xffff ? 2 : 1;
  }
  if (to >= border) return Math.max(border, end);
  const word = previousWordEnd(text, to + 1);
  return clamp(word > end ? word : floorGrapheme(text, to), end, to);
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
