import type { FindOptions } from '../../../src/core/search/find';
import { isWordEdge } from '../../../src/core/search/word-edge';
import { graphemeBoundaries } from '../../support/random-text';

/** What `findOccurrences` promises, by comparing every passage between two clusters: the oracle. */
export function findByTrying(
  text: string,
  query: string,
  { matchCase, wholeWords }: FindOptions,
): { start: number; end: number }[] {
  const wanted = foldByReplacing(query, matchCase).trim();
  const edges = graphemeBoundaries(text);
  const found: { start: number; end: number }[] = [];
  let free = 0;
  for (const start of edges) {
    if (start < free || wanted === '' || /^[\u00ad\u200b]/u.test(text.slice(start))) continue;
    const end = edges.find(
      (edge) => edge > start && foldByReplacing(text.slice(start, edge), matchCase) === wanted,
    );
    if (end === undefined) continue;
    if (wholeWords && !(isWordEdge(text, start) && isWordEdge(text, end))) continue;
    found.push({ start, end });
    free = end;
  }
  return found;
}

function foldByReplacing(text: string, matchCase: boolean): string {
  const plain = text.replace(/[\u00ad\u200b]/gu, '');
  const folded = matchCase
    ? plain
    : Array.from(plain, (character) => character.toLowerCase().toUpperCase().toLowerCase()).join(
        '',
      );
  const letters = Array.from(folded, (character) => character.normalize('NFD')).join('');
  return (matchCase ? letters : letters.replace(/i\u0307+/gu, 'i'))
    .replace(/[‘’‚‛ʼ]/gu, "'")
    .replace(/[“”„‟]/gu, '"')
    .replace(/\s+/gu, ' ');
}
