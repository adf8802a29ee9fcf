import type { AnnotationId, CodeId, CoderId, DocumentId, Timestamp } from '../ids';
import type { Selector } from '../text/quote';
import { createSpan, type Span } from '../text/span';

/** One or several of a list are texts; a scale is a number; yes/no a boolean; actors are ids of the register. */
export type AttributeValue = string | number | boolean | readonly string[];

/** How sure the coder is: 1 unsure, 2 fairly, 3 sure. */
export type Confidence = 1 | 2 | 3;

/** A named sub-span of an annotation (the cue, the outcome), perhaps outside its own pieces. */
export interface Part {
  readonly name: string;
  readonly selector: Selector;
}

/** One coder's statement about one passage. */
export interface Annotation {
  readonly id: AnnotationId;
  readonly documentId: DocumentId;
  readonly coderId: CoderId;
  readonly codeId: CodeId;
  /** The passage: one piece, or several in text order that do not overlap. */
  readonly pieces: readonly [Selector, ...Selector[]];
  readonly parts: readonly Part[];
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** Markdown; empty when there is none. */
  readonly memo: string;
  readonly confidence?: Confidence;
  readonly createdAt: Timestamp;
  readonly modifiedAt: Timestamp;
  /** The revision of the codebook it was made or last confirmed under. */
  readonly codebookRevision: number;
}

/** From the start of the first piece to the end of the last. */
export function extentOf(annotation: Annotation): Span {
  const last = annotation.pieces[annotation.pieces.length - 1] as Selector;
  return createSpan(annotation.pieces[0].start, last.end);
}

/** The words of the passage; several pieces are joined by an ellipsis. */
export function quoteOf(annotation: Annotation): string {
  return annotation.pieces.map((piece) => piece.exact).join(' … ');
}

/**
 * Text order: by start, then the longer first (so that what contains comes before what is contained), then by id so
 * that every machine has the same order.
 */
export function compareAnnotations(a: Annotation, b: Annotation): number {
  const spanA = extentOf(a);
  const spanB = extentOf(b);
  return (
    spanA.start - spanB.start || spanB.end - spanA.end || (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}
