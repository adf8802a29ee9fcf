import { z } from 'zod';
import {
  actorSchema,
  annotationIdSchema,
  attributesSchema,
  codeIdSchema,
  coderIdSchema,
  confidenceSchema,
  decisionFields,
  documentFields,
  documentIdSchema,
  lengthSchema,
  markFields,
  memoRecordSchema,
  memoSchema,
  nameSchema,
  offsetSchema,
  partNameSchema,
  projectIdSchema,
  quoteFields,
  relationFields,
  revisionNumberSchema,
  timestampSchema,
} from '../../project/schema';
import { codebookSchema } from '../../project/codebook-schema';
import type { CodePointOffset } from '../../text/span';
import {
  FORMAT,
  FORMAT_VERSION,
  UNITS,
  type AnnotationRecord,
  type AnnotationSetsFile,
  type DocumentRecord,
  type ExcludedRecord,
  type MarkRecord,
  type PartRecord,
  type RelationRecord,
  type SpanRecord,
} from './format';

/*
 * The shape of the file. What a shape cannot say (ids exist, quotes stand where they are said to) is in check-file.
 * The JSON Schema in docs/schema is generated from these definitions; the ids name its parts.
 */

/** Longest text, in code units. */
const LONGEST_TEXT = 50_000_000;

const codePointOffsetSchema = lengthSchema as unknown as z.ZodType<CodePointOffset>;

const place = {
  utf16: z
    .strictObject({ start: offsetSchema, end: offsetSchema })
    .meta({ id: 'Utf16Span', description: UNITS.utf16 }),
  codePoint: z
    .strictObject({ start: codePointOffsetSchema, end: codePointOffsetSchema })
    .meta({ id: 'CodePointSpan', description: UNITS.codePoint }),
};

const spanSchema: z.ZodType<SpanRecord> = z
  .strictObject({ ...place, ...quoteFields, paragraph: lengthSchema })
  .meta({
    id: 'Span',
    description: 'A passage: its place in both units, its words, and what stands around them',
  });

const excludedSchema: z.ZodType<ExcludedRecord> = z
  .strictObject({ ...place, reason: z.string().max(1_000) })
  .meta({ id: 'ExcludedRegion' });

const documentSchema: z.ZodType<DocumentRecord> = z
  .strictObject({
    ...documentFields,
    excluded: z.array(excludedSchema).max(10_000),
    text: z.string().max(LONGEST_TEXT).exactOptional(),
  })
  .meta({ id: 'Document' });

const partSchema: z.ZodType<PartRecord> = z
  .strictObject({ name: partNameSchema, span: spanSchema })
  .meta({ id: 'Part' });

const spansSchema = z.array(spanSchema).min(1).max(1_000) as unknown as z.ZodType<
  AnnotationRecord['spans']
>;

const annotationRecordSchema: z.ZodType<AnnotationRecord> = z
  .strictObject({
    id: annotationIdSchema,
    documentId: documentIdSchema,
    coderId: coderIdSchema,
    codeId: codeIdSchema,
    createdAt: timestampSchema,
    modifiedAt: timestampSchema,
    codebookRevision: revisionNumberSchema,
    confidence: confidenceSchema.exactOptional(),
    memo: memoSchema,
    attributes: attributesSchema,
    spans: spansSchema,
    parts: z.array(partSchema).max(1_000),
  })
  .meta({ id: 'Annotation' });

const relationRecordSchema: z.ZodType<RelationRecord> = z
  .strictObject(relationFields)
  .meta({ id: 'Relation' });

const markRecordSchema: z.ZodType<MarkRecord> = z
  .strictObject({ documentId: documentIdSchema, ...markFields, ...decisionFields })
  .meta({ id: 'Mark' });

export const annotationSetsSchema: z.ZodType<AnnotationSetsFile> = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  exportedAt: timestampSchema,
  app: z.strictObject({ name: z.string().min(1).max(100), version: z.string().min(1).max(100) }),
  units: z.strictObject({
    utf16: z.literal(UNITS.utf16),
    codePoint: z.literal(UNITS.codePoint),
  }),
  project: z.strictObject({ id: projectIdSchema, title: nameSchema }),
  documents: z.array(documentSchema),
  codebook: codebookSchema.meta({ id: 'Codebook' }),
  actors: z.array(actorSchema.meta({ id: 'Actor' })).max(100_000),
  coders: z.array(z.strictObject({ id: coderIdSchema, name: nameSchema }).meta({ id: 'Coder' })),
  annotations: z.array(annotationRecordSchema),
  relations: z.array(relationRecordSchema),
  marks: z.array(markRecordSchema),
  memos: z.array(memoRecordSchema.meta({ id: 'Memo' })),
});
