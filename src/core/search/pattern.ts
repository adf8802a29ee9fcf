import { RE2JS } from 're2js';
import { createFault, fail, ok, type Result } from '../result';
import { ceilGrapheme, floorGrapheme } from '../text/grapheme';
import { findParagraphs } from '../text/paragraph';
import { createSpan, type Span } from '../text/span';
import type { FindOptions } from './find';
import { describePatternFault } from './pattern-fault';
import { isWordEdge } from './word-edge';

/** A regular expression that a person gave, ready to be looked for. */
export interface Pattern {
  /**
   * Where it stands in `text`: spans in UTF-16 in text order that do not overlap, none empty. Finding the next one
   * takes time in proportion to the length of a paragraph, finding all of them may take its square, so one who must
   * not wait stops in between.
   */
  find(text: string): Generator<Span>;
}

/** In code units. */
const MAX_LENGTH = 500;

/** Instructions of the compiled pattern: what one character of the text may cost. */
const MAX_PROGRAM = 2_000;

/**
 * Regular expressions in the syntax of RE2 (no looking around, no references back), matched in time proportional to
 * the text. They look at one paragraph at a time; `^` and `$` are the ends of its lines. A match that would cut a
 * grapheme cluster is widened to the whole of it; with `wholeWords` a match counts only between two edges of words.
 */
export function parsePattern(
  source: string,
  { matchCase, wholeWords }: FindOptions,
): Result<Pattern> {
  if (source === '') return fail(createFault('search.pattern.empty'));
  if (source.length > MAX_LENGTH) {
    return fail(createFault('search.pattern.long', { max: MAX_LENGTH }));
  }
  const compiled = compile(source, RE2JS.MULTILINE | (matchCase ? 0 : RE2JS.CASE_INSENSITIVE));
  if (!compiled.ok) return compiled;
  const expression = compiled.value;
  return ok({
    *find(text) {
      let free = 0;
      for (const paragraph of findParagraphs(text)) {
        const { start: from, end: to } = paragraph.span;
        const matcher = expression.matcher(text.slice(from, to));
        while (matcher.find()) {
          if (matcher.start() === matcher.end()) continue;
          const start = floorGrapheme(text, from + matcher.start());
          const end = ceilGrapheme(text, from + matcher.end());
          if (start < free) continue;
          if (wholeWords && !(isWordEdge(text, start) && isWordEdge(text, end))) continue;
          free = end;
          yield createSpan(start, end);
        }
      }
    },
  });
}

function compile(source: string, flags: number): Result<RE2JS> {
  try {
    const expression = RE2JS.compile(source, flags);
    return expression.programSize() > MAX_PROGRAM
      ? fail(createFault('search.pattern.large'))
      : ok(expression);
  } catch (error) {
    return fail(describePatternFault(source, error));
  }
}
