import type { Annotation, Part } from '../../src/core/annotation/annotation';
import type { Timestamp } from '../../src/core/ids';
import { createSelector, type Selector } from '../../src/core/text/quote';
import { createSpan } from '../../src/core/text/span';
import { graphemeBoundaries } from './random-text';

/** The n-th second of a day: times in tests are made, never read from the clock. */
export function timeAt(n: number): Timestamp {
  return new Date(Date.UTC(2000, 9, 15) + n * 1000).toISOString() as Timestamp;
}

/** A selector of whole graphemes of `text`, chosen by two numbers; at most 30 graphemes long. */
export function selectorFrom(text: string, at: number, length: number): Selector {
  const boundaries = graphemeBoundaries(text);
  const start = at % (boundaries.length - 1);
  const end = Math.min(start + 1 + (length % 30), boundaries.length - 1);
  return createSelector(text, createSpan(boundaries[start] ?? 0, boundaries[end] ?? text.length));
}

/** What an annotation of a code of the scheme may have. */
const ATTRIBUTES: Readonly<Record<string, Annotation['attributes']>> = {
  stance: { polarity: 'favour', strength: 3 },
  precondition: { trigger: 'until', voice: 'own' },
  actor: { form: 'metonym' },
};

/** An annotation that fits its document, with everything that an annotation can have, chosen by numbers. */
export function annotationFrom(
  given: Pick<Annotation, 'id' | 'documentId' | 'coderId' | 'codeId'>,
  text: string,
  [at, length, extra, time]: readonly [number, number, number, number],
): Annotation {
  const first = selectorFrom(text, at, length);
  const rest = text.slice(first.end);
  const second =
    extra % 5 === 0 && rest !== '' && graphemeBoundaries(text).includes(first.end)
      ? [shifted(text, rest, first.end, extra)]
      : [];
  const parts: Part[] =
    extra % 3 === 0 && given.codeId === 'precondition'
      ? [{ name: 'cue', selector: selectorFrom(text, extra, length) }]
      : [];
  return {
    ...given,
    pieces: [first, ...second],
    parts,
    attributes: extra % 2 === 0 ? (ATTRIBUTES[given.codeId] ?? {}) : {},
    memo: extra % 7 === 0 ? 'A memo.\nWith “two” lines.' : '',
    ...(extra % 4 === 0 && { confidence: 2 as const }),
    createdAt: timeAt(time),
    modifiedAt: timeAt(time + (extra % 3)),
    codebookRevision: 1,
  };
}

function shifted(text: string, rest: string, by: number, at: number): Selector {
  const inRest = selectorFrom(rest, at, at);
  return createSelector(text, createSpan(by + inRest.start, by + inRest.end));
}
