import fc from 'fast-check';
import type { Annotation } from '../../src/core/annotation/annotation';
import type { AnnotationId, CodeId, CoderId, DocumentId } from '../../src/core/ids';
import { createSelector } from '../../src/core/text/quote';
import { createSpan } from '../../src/core/text/span';
import { timeAt } from './random-annotation';

type Place = readonly [start: number, end: number];

/** A stance of coder `ana` on document `d0` with one piece a place, in UTF-16 offsets of `text`. */
export function createAnnotation(
  text: string,
  id: string,
  first: Place,
  ...rest: readonly Place[]
): Annotation {
  const select = ([start, end]: Place) => createSelector(text, createSpan(start, end));
  return {
    id: id as AnnotationId,
    documentId: 'd0' as DocumentId,
    coderId: 'ana' as CoderId,
    codeId: 'stance' as CodeId,
    pieces: [select(first), ...rest.map(select)],
    parts: [],
    attributes: {},
    memo: '',
    createdAt: timeAt(0),
    modifiedAt: timeAt(0),
    codebookRevision: 1,
  };
}

/** Annotations of one to three pieces, crowded into a text of 60 characters so that they overlap and nest. */
export function crowdArbitrary(): fc.Arbitrary<readonly Annotation[]> {
  const text = 'x'.repeat(60);
  const ends = fc.uniqueArray(fc.nat(60), { minLength: 2, maxLength: 6, size: 'max' });
  return fc.array(ends, { maxLength: 30, size: 'max' }).map((all) =>
    all.map((offsets, n) => {
      const sorted = offsets.toSorted((a, b) => a - b);
      const places: Place[] = [];
      for (let i = 0; i + 1 < sorted.length; i += 2) {
        places.push([sorted[i] ?? 0, sorted[i + 1] ?? 0]);
      }
      const [first = [0, 1], ...rest] = places;
      return createAnnotation(text, `a${String(n).padStart(2, '0')}`, first, ...rest);
    }),
  );
}
