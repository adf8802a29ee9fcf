import { z } from 'zod';
import {
  CODE_COLOURS,
  LINE_STYLES,
  type AttributeDefinition,
  type Code,
  type Codebook,
  type ProjectList,
} from '../codebook/codebook';
import {
  codeIdSchema,
  coderIdSchema,
  nameSchema,
  partNameSchema,
  revisionNumberSchema,
  safeKeySchema,
  timestampSchema,
} from './schema';

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

/** Its contrast is checked with the codebook. */
const customColourSchema = z.string().regex(/^#[0-9a-f]{6}$/) as unknown as z.ZodType<`#${string}`>;

export const codeFields = {
  id: codeIdSchema,
  name: nameSchema,
  parentId: codeIdSchema.exactOptional(),
  colour: z.union([z.enum(CODE_COLOURS), customColourSchema]),
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
  mergedInto: codeIdSchema.exactOptional(),
  definedIn: revisionNumberSchema,
};

const codeSchema: z.ZodType<Code> = z.strictObject(codeFields);

export const projectListSchema: z.ZodType<ProjectList> = z.strictObject({
  id: safeKeySchema,
  name: nameSchema,
  values: z.array(nameSchema).max(100_000),
});

export const relationKindFields = {
  id: safeKeySchema,
  name: nameSchema,
  definition: proseSchema,
  from: z.array(codeIdSchema),
  to: z.array(codeIdSchema),
  attribute: safeKeySchema.exactOptional(),
};

export const revisionFields = {
  number: revisionNumberSchema,
  at: timestampSchema,
  coderId: coderIdSchema.exactOptional(),
  reason: proseSchema,
  codeIds: z.array(codeIdSchema).max(10_000),
};

export const codebookSchema: z.ZodType<Codebook> = z.strictObject({
  codes: z.array(codeSchema).max(10_000),
  relationKinds: z.array(z.strictObject(relationKindFields)).max(1_000),
  lists: z.array(projectListSchema).max(1_000),
  revisions: z.array(z.strictObject(revisionFields)).min(1) as unknown as z.ZodType<
    Codebook['revisions']
  >,
});
