import { isGraphemeBoundary } from './grapheme';
import { createSelector, type Quote, type Selector } from './quote';
import { createSpan } from './span';

/**
 * Where the words of a quote stand in a text that may be another than the one it was made of: the place with the most of
 * its context around it, code unit by code unit outward from the words. Undefined when the words are nowhere, or when two
 * places have equally much of the context: then nobody knows which is meant.
 */
export function findWords(text: string, quote: Quote): Selector | undefined {
  if (quote.exact === '') return undefined;
  let best:
    { readonly start: number; readonly shared: number; readonly isTied: boolean } | undefined;
  for (let start = text.indexOf(quote.exact); start !== -1;) {
    const end = start + quote.exact.length;
    if (isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)) {
      const shared = sharedBefore(text, start, quote.prefix) + sharedAfter(text, end, quote.suffix);
      if (best === undefined || shared > best.shared) best = { start, shared, isTied: false };
      else if (shared === best.shared) best = { ...best, isTied: true };
    }
    start = text.indexOf(quote.exact, start + 1);
  }
  return best === undefined || best.isTied
    ? undefined
    : createSelector(text, createSpan(best.start, best.start + quote.exact.length));
}

function sharedBefore(text: string, end: number, prefix: string): number {
  let n = 0;
  while (n < prefix.length && text[end - 1 - n] === prefix[prefix.length - 1 - n]) n += 1;
  return n;
}

function sharedAfter(text: string, start: number, suffix: string): number {
  let n = 0;
  while (n < suffix.length && text[start + n] === suffix[n]) n += 1;
  return n;
}
