import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { createSourceDocument } from '../../../src/core/document/source-document';
import type { CodeId, CoderId, DocumentId } from '../../../src/core/ids';
import { createCodedMarks, searchDocument } from '../../../src/core/search/occurrences';
import { findAny } from '../../../src/core/search/query';
import { createSpan } from '../../../src/core/text/span';
import { createAnnotation } from '../../support/annotations';
import { timeAt } from '../../support/random-annotation';

const text = 'Kim, Kim and Kim';
const matcher = (source: string) =>
  findAny(source, ['kim'], { matchCase: false, wholeWords: true });

const document = createSourceDocument({
  id: 'd0' as DocumentId,
  fileName: 'kim.txt',
  text,
  addedAt: timeAt(0),
});

describe('searching a document', () => {
  it('gives all hits, and leaves out and counts those in excluded regions', () => {
    const excluded = [
      { ...createSpan(0, 1), reason: 'by-line' },
      { ...createSpan(3, 5), reason: 'ends where a hit starts' },
    ];
    const search = searchDocument({ ...document, excluded }, text, matcher, 9);
    let steps = 0;
    let step = search.next();
    for (; step.done !== true; step = search.next()) steps += 1;
    expect(steps).toBe(3);
    expect(step.value).toEqual({
      documentId: 'd0',
      spans: [createSpan(5, 8), createSpan(13, 16)],
      excluded: 1,
      isCut: false,
    });
  });

  it('ends after as many as were wanted, and says so when there are more', () => {
    const cut = (most: number) => {
      const search = searchDocument(document, text, matcher, most);
      for (;;) {
        const step = search.next();
        if (step.done === true) return [step.value.spans.length, step.value.isCut];
      }
    };
    expect(cut(2)).toEqual([2, true]);
    expect(cut(3)).toEqual([3, false]);
  });
});

describe('what is coded already', () => {
  const marksOf = (annotations: readonly Annotation[], coder = 'ana', code = 'stance') =>
    [createSpan(0, 3), createSpan(5, 8), createSpan(13, 16)].map(
      createCodedMarks(annotations, coder as CoderId, code as CodeId),
    );

  it('is the same passage or an overlapping one', () => {
    const crowd = [createAnnotation(text, 'a', [0, 3]), createAnnotation(text, 'b', [3, 6])];
    expect(marksOf(crowd)).toEqual(['same', 'overlapping', 'free']);
  });

  it('a passage inside one in several pieces overlaps it, between the pieces it is free', () => {
    const pieces = createAnnotation(text, 'a', [0, 3], [13, 16]);
    expect(marksOf([pieces])).toEqual(['overlapping', 'free', 'overlapping']);
  });

  it('is not what another coder or another code has', () => {
    const one = [createAnnotation(text, 'a', [0, 3])];
    expect(marksOf(one, 'ben')).toEqual(['free', 'free', 'free']);
    expect(marksOf(one, 'ana', 'actor')).toEqual(['free', 'free', 'free']);
  });
});
