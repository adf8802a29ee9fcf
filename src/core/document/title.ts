import { floorGrapheme } from '../text/grapheme';
import { findParagraphs } from '../text/paragraph';
import { findSentences } from '../text/sentence';

/** Longest inferred title, in UTF-16 code units. */
const LONGEST = 72;

/**
 * A title for a text that brings none: its first line if that is short and stands alone, else the beginning of its
 * first sentence, cut at a word with an ellipsis. Undefined for a text without words.
 */
export function inferTitle(text: string): string | undefined {
  const first = findParagraphs(text)[0];
  if (first === undefined) return undefined;
  const sentence = findSentences(text, first.span)[0] ?? first.span;
  const words = text.slice(sentence.start, sentence.end).replace(/\s+/gu, ' ').trim();
  if (words === '') return undefined;
  if (words.length <= LONGEST) return words.replace(/(?<!\p{Lu})\.$/u, '');
  const cut = words.slice(0, floorGrapheme(words, LONGEST));
  const atWord = cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || cut;
  return `${atWord.replace(/[\s,;:—–-]+$/u, '')} …`;
}
