import type { AttributeValue, Confidence } from '../../annotation/annotation';
import type { Codebook } from '../../codebook/codebook';
import type { Described } from '../../document/source-document';
import type { Relation } from '../../annotation/relation';
import type { ReadingMark } from '../../document/reading-mark';
import type { AnnotationId, CodeId, CoderId, DocumentId, ProjectId, Timestamp } from '../../ids';
import type { Memo } from '../../memo/memo';
import type { Coder } from '../../project/project';
import type { Actor } from '../../register/actor';
import type { Quote } from '../../text/quote';
import type { CodePointOffset, Offset } from '../../text/span';

export const FORMAT = 'postil-annotation-sets';
/** Raised with every change to the format; older versions stay readable. */
export const FORMAT_VERSION = 2;

/** What the two kinds of offset count, said in the file itself. */
export const UNITS = {
  utf16: 'UTF-16 code units, end exclusive',
  codePoint: 'Unicode code points, end exclusive',
} as const;

/** One place, half-open, in both units. */
export interface DualSpan {
  readonly utf16: { readonly start: Offset; readonly end: Offset };
  readonly codePoint: { readonly start: CodePointOffset; readonly end: CodePointOffset };
}

/** A passage: place, quote and the number of the paragraph in which it starts. */
export interface SpanRecord extends DualSpan, Quote {
  readonly paragraph: number;
}

export interface ExcludedRecord extends DualSpan {
  readonly reason: string;
}

export interface DocumentRecord {
  readonly id: DocumentId;
  readonly title: Described<string>;
  readonly date?: Described<string>;
  readonly genre?: Described<string>;
  readonly author?: Described<string>;
  readonly source?: Described<string>;
  readonly fileName: string;
  readonly sha256: string;
  readonly length: { readonly utf16: number; readonly codePoints: number };
  readonly addedAt: Timestamp;
  readonly excluded: readonly ExcludedRecord[];
  /** Absent when the person who exported left the texts out. */
  readonly text?: string;
}

export interface PartRecord {
  readonly name: string;
  readonly span: SpanRecord;
}

export interface AnnotationRecord {
  readonly id: AnnotationId;
  readonly documentId: DocumentId;
  readonly coderId: CoderId;
  readonly codeId: CodeId;
  readonly createdAt: Timestamp;
  readonly modifiedAt: Timestamp;
  readonly codebookRevision: number;
  readonly confidence?: Confidence;
  readonly memo: string;
  /** With what relations say (`effectiveAttributes`): a reader need not know them. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly spans: readonly [SpanRecord, ...SpanRecord[]];
  readonly parts: readonly PartRecord[];
}

/** The documents follow from its ends. */
export type RelationRecord = Omit<Relation, 'fromDocumentId' | 'toDocumentId'>;

export interface MarkRecord extends ReadingMark {
  readonly documentId: DocumentId;
}

/** The whole file, as docs/format.md describes it. */
export interface AnnotationSetsFile {
  readonly format: typeof FORMAT;
  readonly formatVersion: typeof FORMAT_VERSION;
  readonly exportedAt: Timestamp;
  readonly app: { readonly name: string; readonly version: string };
  readonly units: typeof UNITS;
  readonly project: { readonly id: ProjectId; readonly title: string };
  /** In the order of the corpus. */
  readonly documents: readonly DocumentRecord[];
  readonly codebook: Codebook;
  /** In the order of the register. */
  readonly actors: readonly Actor[];
  readonly coders: readonly Pick<Coder, 'id' | 'name'>[];
  /** In the order of the corpus, then text order, then id. */
  readonly annotations: readonly AnnotationRecord[];
  /** In the order of the documents in which they begin, then by id. */
  readonly relations: readonly RelationRecord[];
  /** In the order of the corpus, then by coder, paragraph and code. */
  readonly marks: readonly MarkRecord[];
  /** Oldest first, then by id. */
  readonly memos: readonly Memo[];
}
