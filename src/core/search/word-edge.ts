import { wordAround } from '../text/word';

/** What a word is made of. */
const WORD = /^[\p{L}\p{M}\p{N}_]$/u;

/** Scripts that are written without blanks between words. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

const PASSED_OVER = /[\u00ad\u200b]/u;

/**
 * True if a whole word may begin or end at `offset`: not between two letters or digits. An apostrophe or a hyphen is
 * an edge ("Korea" is whole in "Korea’s" and in "Korea-born"), a soft hyphen is not. Between letters of a script
 * without blanks the dictionary of the platform tells the words.
 */
export function isWordEdge(text: string, offset: number): boolean {
  const before = characterBefore(text, offset);
  const after = characterAfter(text, offset);
  if (!WORD.test(before) || !WORD.test(after)) return true;
  return (UNSPACED.test(before) || UNSPACED.test(after)) && wordAround(text, offset) === undefined;
}

function characterBefore(text: string, offset: number): string {
  let at = offset;
  while (at > 0 && PASSED_OVER.test(text.charAt(at - 1))) at -= 1;
  if (at === 0) return '';
  const codePoint = text.codePointAt(Math.max(0, at - 2)) as number;
  return codePoint > 0xffff ? String.fromCodePoint(codePoint) : text.charAt(at - 1);
}

function characterAfter(text: string, offset: number): string {
  let at = offset;
  while (at < text.length && PASSED_OVER.test(text.charAt(at))) at += 1;
  const codePoint = text.codePointAt(at);
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
}
