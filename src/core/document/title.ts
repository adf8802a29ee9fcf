import { floorGrapheme } from '../text/grapheme';
import { findParagraphs } from '../text/paragraph';
import { findSentences } from '../text/sentence';

/** Longest inferred title, in UTF-16 code units, without the ellipsis. */
const LONGEST = 72;

/**
 * A title for a text that brings none: its first line if that is short and stands alone, else the beginning of its
 * first sentence, cut at a word with an ellipsis. Undefined for a text that begins with nothing visible.
 */
export function inferTitle(text: string): string | undefined {
  const first = findParagraphs(text)[0];
  if (first === undefined) return undefined;
  const words = findSentences(text, first.span)
    .map((sentence) => oneLine(text.slice(sentence.start, sentence.end)))
    .find((line) => /[^\p{C}\p{Z}]/u.test(line));
  if (words === undefined) return undefined;
  return words.length <= LONGEST ? words.replace(/(?<!\p{Lu})\.$/u, '') : shortenTitle(words);
}

/** At most `longest` code units, cut at a word with an ellipsis where there were more. */
export function shortenTitle(words: string, longest = LONGEST): string {
  if (words.length <= longest) return words;
  const cut = words.slice(0, floorGrapheme(words, longest));
  const atWord = cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || cut;
  return `${atWord.replace(/[\s,;:—–-]+$/u, '')} …`;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Z}]+/gu, ' ').trim();
}
