import { extentOf } from '../annotation/annotation';
import { createIntervalIndex, type IntervalIndex } from '../annotation/interval-index';
import type { SortedAnnotations } from '../annotation/sorted';
import type { SourceDocument } from '../document/source-document';
import type { CodeId, CoderId, DocumentId } from '../ids';
import { spansEqual, spansOverlap, type Span } from '../text/span';
import type { Matcher } from './query';

/** What a search finds in one document, in text order. */
export interface DocumentHits {
  readonly documentId: DocumentId;
  readonly spans: readonly Span[];
  /** Hits that touch an excluded region and are left out. */
  readonly excluded: number;
  /** True when there are more than `most`, and the search ended there. */
  readonly isCut: boolean;
}

/**
 * The hits in one document. Yields after each of them, so that one who must not wait can go on later; documents are
 * searched in the order of the corpus by asking for one after the other. Ends after `most` hits.
 */
export function* searchDocument(
  document: SourceDocument,
  text: string,
  matcher: Matcher,
  most: number,
): Generator<undefined, DocumentHits> {
  const spans: Span[] = [];
  let excluded = 0;
  for (const span of matcher(text)) {
    if (spans.length === most) return { documentId: document.id, spans, excluded, isCut: true };
    if (document.excluded.some((region) => spansOverlap(region, span))) excluded += 1;
    else spans.push(span);
    yield;
  }
  return { documentId: document.id, spans, excluded, isCut: false };
}

/** Whether a coder has coded a passage already with a code: not, just this passage, or one that shares text with it. */
export type CodedMark = 'free' | 'same' | 'overlapping';

/**
 * Tells it for one document. Another coder's annotations never count: what others coded must not be visible in what
 * one is offered.
 */
export function createCodedMarks(
  annotations: SortedAnnotations,
  coderId: CoderId,
  codeId: CodeId,
): (span: Span) => CodedMark {
  const own: IntervalIndex = createIntervalIndex(
    annotations.filter(
      (annotation) => annotation.coderId === coderId && annotation.codeId === codeId,
    ),
  );
  return (span) => {
    const touching = own.overlapping(span.start, span.end);
    if (touching.length === 0) return 'free';
    const same = touching.some(
      (annotation) => annotation.pieces.length === 1 && spansEqual(extentOf(annotation), span),
    );
    return same ? 'same' : 'overlapping';
  };
}
