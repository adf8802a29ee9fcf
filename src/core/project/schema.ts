import { z } from 'zod';
import type { Annotation, AttributeValue, Part } from '../annotation/annotation';
import type { Relation } from '../annotation/relation';
import { CODE_COLOURS } from '../codebook/codebook';
import type { ReadingMark } from '../document/reading-mark';
import type { Described, ExcludedRegion, SourceDocument } from '../document/source-document';
import {
  isSafeId,
  isTimestamp,
  type ActorId,
  type AnnotationId,
  type CodeId,
  type CoderId,
  type DeviceId,
  type DocumentId,
  type MemoId,
  type ProjectId,
  type RelationId,
  type TeamActId,
  type Timestamp,
  type VerdictId,
} from '../ids';
import type { Memo, MemoSubject } from '../memo/memo';
import { ACTOR_KINDS, type Actor } from '../register/actor';
import { LONGEST_NAME } from '../text/label';
import type { Selector } from '../text/quote';
import type { Offset } from '../text/span';
import { VERDICT_OUTCOMES, type Verdict } from '../verdict/verdict';
import { STRATA, type TeamAct, type TeamDeed } from '../team/team-act';
import type { CoderDescription, DocumentDescription } from './command';
import { CODER_ROLES, type Coder } from './project';
import { isInOrder, isSoundAnnotation } from './sound-annotation';

/*
 * Schemas of the domain, for every boundary: files, messages between processes, imports. Unknown keys are refused.
 */

/** Longest memo, in code units. */
const LONGEST_MEMO = 1_000_000;
/** Longest quoted passage, in code units: a whole long text may be one annotation. */
const LONGEST_QUOTE = 50_000_000;

function idSchema<Id extends string>(): z.ZodType<Id> {
  return z
    .string()
    .refine(isSafeId, 'an id: 1 to 64 of a-z, 0-9 and hyphen') as unknown as z.ZodType<Id>;
}

export const projectIdSchema = idSchema<ProjectId>();
export const documentIdSchema = idSchema<DocumentId>();
export const coderIdSchema = idSchema<CoderId>();
export const codeIdSchema = idSchema<CodeId>();
export const annotationIdSchema = idSchema<AnnotationId>();
export const relationIdSchema = idSchema<RelationId>();
export const actorIdSchema = idSchema<ActorId>();
export const memoIdSchema = idSchema<MemoId>();
export const verdictIdSchema = idSchema<VerdictId>();
export const deviceIdSchema = idSchema<DeviceId>();
export const teamActIdSchema = idSchema<TeamActId>();
export const safeKeySchema = idSchema<string>();

export const timestampSchema = z
  .string()
  .refine(
    isTimestamp,
    'a time such as 2000-10-15T09:30:00.000Z',
  ) as unknown as z.ZodType<Timestamp>;

export const nameSchema = z.string().min(1).max(LONGEST_NAME);
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
export const lengthSchema = z.number().int().min(0);
export const offsetSchema = lengthSchema as unknown as z.ZodType<Offset>;

export const quoteFields = {
  exact: z.string().min(1).max(LONGEST_QUOTE),
  prefix: z.string().max(64),
  suffix: z.string().max(64),
};

const selectorSchema: z.ZodType<Selector> = z.strictObject({
  start: offsetSchema,
  end: offsetSchema,
  ...quoteFields,
});

export const attributeValueSchema: z.ZodType<AttributeValue> = z.union([
  z.string().max(10_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(10_000)).max(1_000),
]);

export const attributesSchema = z.record(safeKeySchema, attributeValueSchema);
export const confidenceSchema = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export const memoSchema = z.string().max(LONGEST_MEMO);
export const revisionNumberSchema = z.number().int().min(1);
export const partNameSchema = z.string().min(1).max(LONGEST_NAME);

export const piecesSchema = z.array(selectorSchema).min(1).max(1_000) as unknown as z.ZodType<
  readonly [Selector, ...Selector[]]
>;

export const partsSchema: z.ZodType<readonly Part[]> = z
  .array(z.strictObject({ name: partNameSchema, selector: selectorSchema }))
  .max(1_000);

export const annotationFields = {
  id: annotationIdSchema,
  documentId: documentIdSchema,
  coderId: coderIdSchema,
  codeId: codeIdSchema,
  pieces: piecesSchema,
  parts: partsSchema,
  attributes: attributesSchema,
  memo: memoSchema,
  confidence: confidenceSchema.exactOptional(),
  createdAt: timestampSchema,
  modifiedAt: timestampSchema,
  codebookRevision: revisionNumberSchema,
};

const wholeAnnotationSchema: z.ZodType<Annotation> = z.strictObject(annotationFields);

export const annotationSchema: z.ZodType<Annotation> = z
  .unknown()
  .transform((data, context): Annotation => {
    if (isSoundAnnotation(data) && isInOrder(data as object)) return data as Annotation;
    const parsed = wholeAnnotationSchema.safeParse(data);
    if (parsed.success) return parsed.data;
    context.issues.push(...(parsed.error.issues as z.core.$ZodRawIssue[]));
    return z.NEVER;
  });

const describedSchema: z.ZodType<Described<string>> = z.strictObject({
  value: z.string().min(1).max(LONGEST_NAME),
  inferred: z.boolean(),
});

const describedDateSchema: z.ZodType<Described<string>> = z.strictObject({
  value: z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/),
  inferred: z.boolean(),
});

const descriptionFields = {
  title: describedSchema,
  date: describedDateSchema.exactOptional(),
  genre: describedSchema.exactOptional(),
  author: describedSchema.exactOptional(),
  source: describedSchema.exactOptional(),
};

export const descriptionSchema: z.ZodType<DocumentDescription> = z.strictObject(descriptionFields);

export const documentFields = {
  id: documentIdSchema,
  ...descriptionFields,
  fileName: z.string().min(1).max(1_000),
  sha256: sha256Schema,
  length: z.strictObject({ utf16: lengthSchema, codePoints: lengthSchema }),
  addedAt: timestampSchema,
};

export const excludedSchema: z.ZodType<readonly ExcludedRegion[]> = z
  .array(z.strictObject({ start: offsetSchema, end: offsetSchema, reason: z.string().max(1_000) }))
  .max(10_000);

export const sourceDocumentFields = {
  ...documentFields,
  excluded: excludedSchema,
};

export const sourceDocumentSchema: z.ZodType<SourceDocument> = z.strictObject(sourceDocumentFields);

const coderDescriptionFields = {
  name: nameSchema,
  initials: z.string().min(1).max(8).exactOptional(),
  colour: z.enum(CODE_COLOURS).exactOptional(),
  role: z.enum(CODER_ROLES).exactOptional(),
  training: z.string().max(10_000).exactOptional(),
};

export const coderDescriptionSchema: z.ZodType<CoderDescription> =
  z.strictObject(coderDescriptionFields);

export const coderFields = { id: coderIdSchema, ...coderDescriptionFields };

export const coderSchema: z.ZodType<Coder> = z.strictObject(coderFields);

/** A relation without its ends, which a project and an export say differently. */
export const relationFields = {
  id: relationIdSchema,
  coderId: coderIdSchema,
  kindId: safeKeySchema,
  fromId: annotationIdSchema,
  toId: annotationIdSchema,
  memo: memoSchema,
  createdAt: timestampSchema,
  modifiedAt: timestampSchema,
  codebookRevision: revisionNumberSchema,
};

export const storedRelationFields = {
  ...relationFields,
  fromDocumentId: documentIdSchema,
  toDocumentId: documentIdSchema,
};

export const relationSchema: z.ZodType<Relation> = z.strictObject(storedRelationFields);

export const actorFields = {
  id: actorIdSchema,
  label: nameSchema,
  kind: z.enum(ACTOR_KINDS),
  parentId: actorIdSchema.exactOptional(),
  aliases: z.array(nameSchema).max(1_000),
  note: z.string().max(100_000),
  mergedInto: actorIdSchema.exactOptional(),
};

export const actorSchema: z.ZodType<Actor> = z.strictObject(actorFields);

export const markFields = {
  coderId: coderIdSchema,
  paragraph: z.number().int().min(1).exactOptional(),
  codeId: codeIdSchema.exactOptional(),
};

export const decisionFields = { decision: z.enum(['finished', 'nothing']), at: timestampSchema };

export const storedMarkFields = {
  ...markFields,
  ...decisionFields,
};

export const markSchema: z.ZodType<ReadingMark> = z.strictObject(storedMarkFields);

const subjectSchema: z.ZodType<MemoSubject> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('project') }),
  z.strictObject({ kind: z.literal('document'), id: documentIdSchema }),
  z.strictObject({ kind: z.literal('code'), id: codeIdSchema }),
  z.strictObject({ kind: z.literal('actor'), id: actorIdSchema }),
]);

export const memoRecordFields = {
  id: memoIdSchema,
  coderId: coderIdSchema,
  about: subjectSchema,
  text: memoSchema,
  createdAt: timestampSchema,
  modifiedAt: timestampSchema,
};

export const memoRecordSchema: z.ZodType<Memo> = z.strictObject(memoRecordFields);

const sourceFieldSchema = z.string().regex(/^(?:attributes\.)?[a-z0-9][a-z0-9-]{0,63}$/u);

export const verdictFields = {
  id: verdictIdSchema,
  documentId: documentIdSchema,
  coderId: coderIdSchema,
  members: z
    .array(
      z.strictObject({
        coderId: coderIdSchema,
        annotationId: annotationIdSchema,
        modifiedAt: timestampSchema,
        relationIds: z.array(relationIdSchema).max(10_000),
      }),
    )
    .max(1_000),
  coders: z.array(coderIdSchema).max(1_000),
  outcome: z.enum(VERDICT_OUTCOMES),
  sources: z.array(z.strictObject({ field: sourceFieldSchema, coderId: coderIdSchema })).max(1_000),
  goldIds: z.array(annotationIdSchema).max(1_000),
  link: z
    .strictObject({
      relationId: relationIdSchema,
      kindId: safeKeySchema,
      fromId: annotationIdSchema,
      toDocumentId: documentIdSchema,
      toId: annotationIdSchema,
    })
    .exactOptional(),
  reason: nameSchema.exactOptional(),
  words: memoSchema,
  codebookUnclear: z.boolean(),
  at: timestampSchema,
};

export const verdictSchema: z.ZodType<Verdict> = z.strictObject(verdictFields);
const documentIds = z.array(documentIdSchema).max(100_000);
const coderIds = z.array(coderIdSchema).max(10_000);
const reasonSchema = z.string().max(10_000);

const teamDeedSchema: z.ZodType<TeamDeed> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('blind'), isBlind: z.boolean(), reason: reasonSchema }),
  z.strictObject({ kind: z.literal('assign'), documentIds, coderIds, isAssigned: z.boolean() }),
  z.strictObject({
    kind: z.literal('sample'),
    seed: z.number().int().min(0).max(0xffff_ffff),
    share: z.number().gt(0).max(1),
    strata: z.enum(STRATA),
    from: documentIds,
    drawn: documentIds,
    coderIds,
  }),
  z.strictObject({
    kind: z.literal('reopen'),
    documentId: documentIdSchema,
    reason: reasonSchema,
  }),
  z.strictObject({ kind: z.literal('import'), coderIds, documentIds }),
  z.strictObject({
    kind: z.literal('snapshot'),
    contentHash: z.string().regex(/^[0-9a-f]{64}$/u),
    reason: reasonSchema,
  }),
]);

export const teamActFields = {
  id: teamActIdSchema,
  coderId: coderIdSchema,
  at: timestampSchema,
  deed: teamDeedSchema,
};

export const teamActSchema: z.ZodType<TeamAct> = z.strictObject(teamActFields);
