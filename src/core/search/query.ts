import { ok, type Result } from '../result';
import { spansOverlap, type Span } from '../text/span';
import { createFinder, type FindOptions } from './find';
import { parsePattern } from './pattern';

/** What a person looks for: any of some texts (an actor's label and aliases), or a regular expression. */
export type Query = FindOptions &
  (
    | { readonly kind: 'text'; readonly texts: readonly string[] }
    | { readonly kind: 'pattern'; readonly source: string }
  );

/** The hits in one text in its order, without overlaps. One who must not wait may stop between two. */
export type Matcher = (text: string) => Iterable<Span>;

/** Fails with a sentence about a pattern that cannot be read. */
export function parseQuery(query: Query): Result<Matcher> {
  if (query.kind === 'text') return ok((text) => findAny(text, query.texts, query));
  const pattern = parsePattern(query.source, query);
  return pattern.ok ? ok((text) => pattern.value.find(text)) : pattern;
}

/**
 * Where any of the texts stands. Of hits that overlap, the one that begins first counts, of those that begin together
 * the longest: "North Korea" hides the "Korea" in it.
 */
export function findAny(
  text: string,
  texts: readonly string[],
  { matchCase, wholeWords }: FindOptions,
): readonly Span[] {
  const find = createFinder(text, matchCase);
  const hits = texts.flatMap((one) => find(one, wholeWords));
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const hit of hits) {
    const last = kept.at(-1);
    if (last === undefined || !spansOverlap(last, hit)) kept.push(hit);
  }
  return kept;
}
