import type { AnnotationId, CoderId, DocumentId, RelationId, Timestamp, VerdictId } from '../ids';

/**
 * What an adjudicator decided: the coders' own agreement accepted, one coder's annotation taken, one merged of several
 * coders', a new one made, or none at all.
 */
export const VERDICT_OUTCOMES = ['agreed', 'taken', 'merged', 'new', 'none'] as const;
export type VerdictOutcome = (typeof VERDICT_OUTCOMES)[number];

/** One coder's annotation as it was when the verdict was given. */
export interface VerdictMember {
  readonly coderId: CoderId;
  readonly annotationId: AnnotationId;
  readonly modifiedAt: Timestamp;
  /** The relations that began at it, in the order of their ids. */
  readonly relationIds: readonly RelationId[];
}

/** Whose a field of the gold annotation is: `pieces`, `code`, `parts`, `links`, `memo` or `attributes.<id>`. */
export interface VerdictSource {
  readonly field: string;
  readonly coderId: CoderId;
}

/** A link of the gold set that an adjudicator drew, or took from a coder, by itself. */
export interface VerdictLink {
  readonly relationId: RelationId;
  readonly kindId: string;
  /** An annotation of the gold set, in the verdict's document. */
  readonly fromId: AnnotationId;
  readonly toDocumentId: DocumentId;
  readonly toId: AnnotationId;
}

/** An adjudicator's decision about one passage. The coders' annotations stay as they are. */
export interface Verdict {
  readonly id: VerdictId;
  readonly documentId: DocumentId;
  /** The adjudicator. */
  readonly coderId: CoderId;
  /** What it is about; none where an adjudicator found what all coders missed, or it is about a link. */
  readonly members: readonly VerdictMember[];
  /** Those who had coded the document, with or without an annotation here. */
  readonly coders: readonly CoderId[];
  readonly outcome: VerdictOutcome;
  /** Whose it is: every field for `merged`; for `taken` and `agreed` the one coder, of `WHOLE`. */
  readonly sources: readonly VerdictSource[];
  /** The annotations of the gold set that it made. */
  readonly goldIds: readonly AnnotationId[];
  /** What it is about, where it is about a link: `new` or `taken`, and no annotation. */
  readonly link?: VerdictLink;
  /** One of the project's list of reasons, as it was called then. */
  readonly reason?: string;
  readonly words: string;
  /** The codebook did not say how to decide. */
  readonly codebookUnclear: boolean;
  readonly at: Timestamp;
}

/** The field of a source that stands for all of an annotation. */
export const WHOLE = 'all';

/** By id, so that every machine has the same order. */
export function compareVerdicts(a: Verdict, b: Verdict): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** Whose a field of what a verdict made is; undefined when nobody's. */
export function sourceOf(
  { sources }: Pick<Verdict, 'sources'>,
  wanted: string,
): CoderId | undefined {
  return (
    sources.find(({ field }) => field === wanted) ?? sources.find(({ field }) => field === WHOLE)
  )?.coderId;
}
