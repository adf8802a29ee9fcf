import type { AttributeValue, Confidence } from '../../annotation/annotation';
import type { Codebook } from '../../codebook/codebook';
import type { Described } from '../../document/source-document';
import type { AnnotationId, CodeId, CoderId, DocumentId, ProjectId, Timestamp } from '../../ids';
import type { Coder } from '../../project/project';
import type { Quote } from '../../text/quote';
import type { CodePointOffset, Offset } from '../../text/span';

export const FORMAT = 'postil-annotation-sets';
/** Raised with every change to the format; older versions stay readable. */
export const FORMAT_VERSION = 1;

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
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly spans: readonly [SpanRecord, ...SpanRecord[]];
  readonly parts: readonly PartRecord[];
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
  /** Empty in version 1: the register of actors is not exported yet. */
  readonly actors: readonly never[];
  readonly coders: readonly Coder[];
  /** In the order of the corpus, then text order, then id. */
  readonly annotations: readonly AnnotationRecord[];
  /** Empty in version 1: relations cannot be made yet. */
  readonly relations: readonly never[];
}
