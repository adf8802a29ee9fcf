import { z } from 'zod';
import type { Annotation, AttributeValue } from '../annotation/annotation';
import {
  CODE_COLOURS,
  LINE_STYLES,
  type AttributeDefinition,
  type Code,
  type Codebook,
} from '../codebook/codebook';
import type { Described, SourceDocument } from '../document/source-document';
import {
  isSafeId,
  isTimestamp,
  type AnnotationId,
  type CodeId,
  type CoderId,
  type DocumentId,
  type ProjectId,
  type Timestamp,
} from '../ids';
import { createFault, fail, ok, withPlace, type Result } from '../result';
import { formatPath } from '../text/json';
import type { Selector } from '../text/quote';
import type { Offset } from '../text/span';
import { LONGEST_NAME } from './check';
import type { Command, DocumentDescription } from './command';
import type { Coder } from './project';

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

const attributeValueSchema: z.ZodType<AttributeValue> = z.union([
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

const piecesSchema = z.array(selectorSchema).min(1).max(1_000) as unknown as z.ZodType<
  readonly [Selector, ...Selector[]]
>;

export const annotationSchema: z.ZodType<Annotation> = z.strictObject({
  id: annotationIdSchema,
  documentId: documentIdSchema,
  coderId: coderIdSchema,
  codeId: codeIdSchema,
  pieces: piecesSchema,
  parts: z.array(z.strictObject({ name: partNameSchema, selector: selectorSchema })).max(1_000),
  attributes: attributesSchema,
  memo: memoSchema,
  confidence: confidenceSchema.exactOptional(),
  createdAt: timestampSchema,
  modifiedAt: timestampSchema,
  codebookRevision: revisionNumberSchema,
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

const descriptionSchema: z.ZodType<DocumentDescription> = z.strictObject(descriptionFields);

export const documentFields = {
  id: documentIdSchema,
  ...descriptionFields,
  fileName: z.string().min(1).max(1_000),
  sha256: sha256Schema,
  length: z.strictObject({ utf16: lengthSchema, codePoints: lengthSchema }),
  addedAt: timestampSchema,
};

export const sourceDocumentSchema: z.ZodType<SourceDocument> = z.strictObject({
  ...documentFields,
  excluded: z
    .array(
      z.strictObject({ start: offsetSchema, end: offsetSchema, reason: z.string().max(1_000) }),
    )
    .max(10_000),
});

export const coderSchema: z.ZodType<Coder> = z.strictObject({
  id: coderIdSchema,
  name: nameSchema,
});

const attributeBase = {
  id: safeKeySchema,
  name: nameSchema,
  definition: z.string().max(100_000),
  required: z.boolean(),
};

const attributeDefinitionSchema: z.ZodType<AttributeDefinition> = z.discriminatedUnion('type', [
  z.strictObject({
    ...attributeBase,
    type: z.enum(['one', 'several']),
    choices: z
      .array(z.strictObject({ value: z.string().min(1).max(200), label: nameSchema }))
      .max(1_000),
  }),
  z.strictObject({
    ...attributeBase,
    type: z.literal('scale'),
    steps: z.array(z.strictObject({ value: z.number(), label: nameSchema })).max(100),
  }),
  z.strictObject({
    ...attributeBase,
    type: z.enum(['boolean', 'number', 'date', 'text', 'actors']),
  }),
  z.strictObject({ ...attributeBase, type: z.literal('list'), list: safeKeySchema }),
]);

const proseSchema = z.string().max(100_000);

const codeSchema: z.ZodType<Code> = z.strictObject({
  id: codeIdSchema,
  name: nameSchema,
  parentId: codeIdSchema.exactOptional(),
  colour: z.enum(CODE_COLOURS),
  lineStyle: z.enum(LINE_STYLES),
  key: z
    .string()
    .regex(/^[a-z0-9]$/)
    .exactOptional(),
  definition: proseSchema,
  include: proseSchema,
  exclude: proseSchema,
  examples: z.array(z.strictObject({ quote: proseSchema, note: proseSchema })).max(1_000),
  attributes: z.array(attributeDefinitionSchema).max(200),
  parts: z.array(z.strictObject({ name: partNameSchema, definition: proseSchema })).max(100),
  retired: z.boolean(),
});

export const codebookSchema: z.ZodType<Codebook> = z.strictObject({
  codes: z.array(codeSchema).max(10_000),
  relationKinds: z
    .array(
      z.strictObject({
        id: safeKeySchema,
        name: nameSchema,
        from: z.array(codeIdSchema),
        to: z.array(codeIdSchema),
      }),
    )
    .max(1_000),
  lists: z
    .array(
      z.strictObject({
        id: safeKeySchema,
        name: nameSchema,
        values: z.array(nameSchema).max(100_000),
      }),
    )
    .max(1_000),
  revisions: z
    .array(
      z.strictObject({
        number: revisionNumberSchema,
        at: timestampSchema,
        coderId: coderIdSchema.exactOptional(),
        reason: proseSchema,
      }),
    )
    .min(1) as unknown as z.ZodType<Codebook['revisions']>,
});

const address = { documentId: documentIdSchema, annotationId: annotationIdSchema };
const indexSchema = z.number().int().min(0);

/** Every command. The window sends only single ones; batches are made by the main process. */
export const commandSchema: z.ZodType<Command> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('annotation.add'), annotation: annotationSchema }),
  z.strictObject({ kind: z.literal('annotation.remove'), ...address }),
  z.strictObject({
    kind: z.literal('annotation.recode'),
    ...address,
    codeId: codeIdSchema,
    modifiedAt: timestampSchema,
  }),
  z.strictObject({
    kind: z.literal('annotation.move'),
    ...address,
    pieces: piecesSchema,
    modifiedAt: timestampSchema,
  }),
  z.strictObject({
    kind: z.literal('annotation.memo'),
    ...address,
    memo: memoSchema,
    modifiedAt: timestampSchema,
  }),
  z.strictObject({ kind: z.literal('annotation.replace'), annotation: annotationSchema }),
  z.strictObject({
    kind: z.literal('document.add'),
    document: sourceDocumentSchema,
    index: indexSchema,
  }),
  z.strictObject({ kind: z.literal('document.remove'), documentId: documentIdSchema }),
  z.strictObject({
    kind: z.literal('document.describe'),
    documentId: documentIdSchema,
    description: descriptionSchema,
  }),
  z.strictObject({ kind: z.literal('coder.add'), coder: coderSchema, index: indexSchema }),
  z.strictObject({ kind: z.literal('coder.remove'), coderId: coderIdSchema }),
  z.strictObject({ kind: z.literal('coder.rename'), coderId: coderIdSchema, name: nameSchema }),
  z.strictObject({ kind: z.literal('codebook.replace'), codebook: codebookSchema }),
  z.strictObject({ kind: z.literal('project.describe'), id: projectIdSchema, title: nameSchema }),
  z.strictObject({
    kind: z.literal('batch'),
    purpose: z.enum(['import', 'documents']),
    size: lengthSchema,
    get commands() {
      return z.array(commandSchema);
    },
  }),
]);

/** Checks data against a schema; the fault says what was expected and the path to it. */
export function parseWith<Value>(schema: z.ZodType<Value>, data: unknown): Result<Value> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return ok(parsed.data);
  const issue = deepest(parsed.error.issues[0]);
  const fault = createFault('fault.schema', { problem: issue?.message ?? 'not understood' });
  const place = formatPath(issue?.path ?? []);
  return fail(place === '' ? fault : withPlace(fault, place));
}

/** In a union the branch that came farthest tells most. */
function deepest(issue: z.core.$ZodIssue | undefined): z.core.$ZodIssue | undefined {
  if (issue?.code !== 'invalid_union') return issue;
  const inner = issue.errors
    .map((branch) => deepest(branch[0]))
    .filter((found) => found !== undefined)
    .sort((a, b) => b.path.length - a.path.length)[0];
  if (inner === undefined || inner.path.length === 0) return issue;
  return { ...inner, path: [...issue.path, ...inner.path] };
}
