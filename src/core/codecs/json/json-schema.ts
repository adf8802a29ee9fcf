import { z } from 'zod';
import {
  actorIdSchema,
  annotationIdSchema,
  codeIdSchema,
  coderIdSchema,
  documentIdSchema,
  memoIdSchema,
  projectIdSchema,
  relationIdSchema,
  safeKeySchema,
  timestampSchema,
} from '../../project/schema';
import { FORMAT, FORMAT_VERSION } from './format';
import { annotationSetsSchema } from './schema';

/** `isSafeId` as a pattern. */
export const ID_PATTERN = '^(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$)[a-z0-9][a-z0-9-]{0,63}$';

/** `isTimestamp` as a pattern, but for days that a month does not have; `format` says those. */
const TIMESTAMP_PATTERN =
  '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z$';

/** What zod checks with a function, which JSON Schema must be told in its own words. */
const PATTERNS = new Map<z.core.$ZodType, Readonly<Record<string, string>>>([
  ...[
    projectIdSchema,
    documentIdSchema,
    coderIdSchema,
    codeIdSchema,
    annotationIdSchema,
    relationIdSchema,
    actorIdSchema,
    memoIdSchema,
    safeKeySchema,
  ].map((schema) => [schema, { pattern: ID_PATTERN }] as const),
  [timestampSchema, { pattern: TIMESTAMP_PATTERN, format: 'date-time' }],
]);

/**
 * The JSON Schema (draft 2020-12) of the format, made from the same definition that reads the files. It says less than
 * Postil checks: ids that lead nowhere and quotes that do not match are beyond it, and its lengths count code points
 * where ours count UTF-16 code units.
 */
function createAnnotationSetsJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...body } = z.toJSONSchema(annotationSetsSchema, {
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      Object.assign(jsonSchema, PATTERNS.get(zodSchema));
    },
  });
  return {
    $schema,
    $id: `urn:${FORMAT}:${String(FORMAT_VERSION)}`,
    title: `Postil annotation sets, format version ${String(FORMAT_VERSION)}`,
    description: 'Annotation sets exported from Postil. docs/format.md describes every field.',
    ...body,
  };
}

/** The name of the file in docs/schema; those of earlier versions stay beside it. */
export const JSON_SCHEMA_NAME = `${FORMAT}-${String(FORMAT_VERSION)}.schema.json`;

/** Its text. */
export function serializeAnnotationSetsJsonSchema(): string {
  return `${JSON.stringify(createAnnotationSetsJsonSchema(), undefined, 2)}\n`;
}
