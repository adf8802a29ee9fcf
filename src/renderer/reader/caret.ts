import { paragraphIndexAt, type Paragraph } from '../../core/text/paragraph';
import { findSentences } from '../../core/text/sentence';
import type { Span } from '../../core/text/span';

/** A way for the caret to go: from one UTF-16 offset to another. */
export type CaretStep = (text: string, paragraphs: readonly Paragraph[], from: number) => number;

/** To the start of the next sentence, or the end of the text. */
export const nextSentence: CaretStep = (text, paragraphs, from) => {
  const index = paragraphIndexAt(paragraphs, from);
  if (index === undefined) return from;
  const here = findSentences(text, (paragraphs[index] as Paragraph).span);
  const next = here.find((sentence) => sentence.start > from);
  return next?.start ?? nextParagraph(text, paragraphs, from);
};

/** To the start of this sentence, or of the one before when it is already there. */
export const previousSentence: CaretStep = (text, paragraphs, from) => {
  const index = paragraphIndexAt(paragraphs, Math.max(0, from - 1));
  if (index === undefined) return from;
  const { span } = paragraphs[index] as Paragraph;
  return lastStartBefore(findSentences(text, span), from) ?? span.start;
};

/** To the start of the next paragraph, or the end of the last. */
export const nextParagraph: CaretStep = (_text, paragraphs, from) => {
  const index = paragraphIndexAt(paragraphs, from);
  if (index === undefined) return from;
  return paragraphs[index + 1]?.span.start ?? (paragraphs[index] as Paragraph).span.end;
};

/** To the start of this paragraph, or of the one before when it is already there. */
export const previousParagraph: CaretStep = (_text, paragraphs, from) =>
  lastStartBefore(
    paragraphs.map((paragraph) => paragraph.span),
    from,
  ) ??
  paragraphs[0]?.span.start ??
  from;

/** To the start of the first paragraph. */
export const startOfText: CaretStep = (_text, paragraphs) => paragraphs[0]?.span.start ?? 0;

/** To the end of the last paragraph. */
export const endOfText: CaretStep = (text, paragraphs) =>
  paragraphs.at(-1)?.span.end ?? text.length;

function lastStartBefore(spans: readonly Span[], offset: number): number | undefined {
  return spans.findLast((span) => span.start < offset)?.start;
}
