import { z } from 'zod';
import { isSoundAnnotation } from '../project/sound-annotation';
import { codeFields, relationKindFields, revisionFields } from '../project/codebook-schema';
import {
  actorFields,
  annotationFields,
  attributeValueSchema,
  coderFields,
  documentIdSchema,
  memoRecordFields,
  nameSchema,
  projectIdSchema,
  safeKeySchema,
  sourceDocumentFields,
  storedMarkFields,
  storedRelationFields,
  verdictFields,
  teamActFields,
} from '../project/schema';

/**
 * What a project consists of, as far as two people can change it independently of one another. Each record has a kind,
 * an id and fields; the fields of an annotation's attributes count one by one (`attributes.holder`).
 */
export const RECORD_FIELDS = {
  project: { id: projectIdSchema, title: nameSchema },
  coder: coderFields,
  document: sourceDocumentFields,
  code: codeFields,
  'relation-kind': relationKindFields,
  list: { id: safeKeySchema, name: nameSchema },
  'list-value': { list: safeKeySchema, value: nameSchema },
  revision: revisionFields,
  actor: actorFields,
  memo: memoRecordFields,
  annotation: annotationFields,
  relation: storedRelationFields,
  mark: { documentId: documentIdSchema, ...storedMarkFields },
  verdict: verdictFields,
  'team-act': teamActFields,
} satisfies Record<string, Readonly<Record<string, z.ZodType>>>;

export type RecordKind = keyof typeof RECORD_FIELDS;

export const RECORD_KINDS = Object.keys(RECORD_FIELDS) as readonly RecordKind[];

/** Kinds that stand in an order of their own; a record's place among them is its `RANK`, a number. */
export const RANKED: ReadonlySet<RecordKind> = new Set([
  'coder',
  'document',
  'code',
  'relation-kind',
  'list',
  'list-value',
  'actor',
]);

export const RANK = '#rank';

/** Values by field; an absent field has no value. */
export type Fields = Readonly<Record<string, unknown>>;

const ATTRIBUTE = 'attributes.';

/** An item of the project as fields. */
export function toFields(kind: RecordKind, item: object): Fields {
  if (kind !== 'annotation') return item as Fields;
  const { attributes, ...rest } = item as { readonly attributes: Fields };
  const fields: Record<string, unknown> = rest;
  for (const [id, value] of Object.entries(attributes)) fields[ATTRIBUTE + id] = value;
  return fields;
}

const items = new WeakMap<Fields, object>();

/** `fromFields` of fields that are never changed: made once, however often it is asked. */
export function itemOf(kind: RecordKind, fields: Fields): object {
  const known = items.get(fields);
  if (known !== undefined) return known;
  const made = fromFields(kind, fields);
  items.set(fields, made);
  return made;
}

/** An item of the project from its fields; its rank is no part of it. */
export function fromFields(kind: RecordKind, fields: Fields): object {
  const { [RANK]: _rank, ...item } = fields;
  if (kind !== 'annotation') return item;
  const plain: Record<string, unknown> = {};
  const attributes: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(item)) {
    if (key.startsWith(ATTRIBUTE)) attributes[key.slice(ATTRIBUTE.length)] = value;
    else plain[key] = value;
  }
  return { ...plain, attributes };
}

const itemSchemas = new Map<RecordKind, z.ZodType<object>>(
  RECORD_KINDS.map((kind) => [kind, z.strictObject(RECORD_FIELDS[kind])]),
);

/** Why these fields are not a whole record of this kind, as a path and what was expected; undefined when they are. */
export function checkWhole(kind: RecordKind, fields: Fields): z.ZodError | undefined {
  if (!hasFittingRank(kind, fields)) return rankError();
  const item = itemOf(kind, fields);
  if (kind === 'annotation' && isSoundAnnotation(item)) return undefined;
  return (itemSchemas.get(kind) as z.ZodType).safeParse(item).error;
}

/** Why a field cannot have this value; undefined when it can. Whether the record makes sense is not asked. */
export function checkField(
  kind: RecordKind,
  field: string,
  value: unknown,
): z.ZodError | undefined {
  if (field === RANK) return hasFittingRank(kind, { [RANK]: value }) ? undefined : rankError();
  const schema = schemaOf(kind, field);
  return schema === undefined ? unknownField(field) : schema.safeParse(value).error;
}

/** Whether a record of this kind can do without the field. */
export function isOptional(kind: RecordKind, field: string): boolean {
  const fields: Readonly<Record<string, z.ZodType>> = RECORD_FIELDS[kind];
  if (field.startsWith(ATTRIBUTE)) return kind === 'annotation';
  return Object.hasOwn(fields, field) && fields[field] instanceof z.ZodExactOptional;
}

function schemaOf(kind: RecordKind, field: string): z.ZodType | undefined {
  if (kind === 'annotation' && field.startsWith(ATTRIBUTE)) {
    return safeKeySchema.safeParse(field.slice(ATTRIBUTE.length)).success
      ? attributeValueSchema
      : undefined;
  }
  if (kind === 'annotation' && field === 'attributes') return undefined;
  const fields: Readonly<Record<string, z.ZodType>> = RECORD_FIELDS[kind];
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

function hasFittingRank(kind: RecordKind, fields: Fields): boolean {
  const rank = fields[RANK];
  return RANKED.has(kind) ? typeof rank === 'number' && Number.isFinite(rank) : rank === undefined;
}

function rankError(): z.ZodError {
  return new z.ZodError([{ code: 'custom', path: [RANK], message: 'a number', input: undefined }]);
}

function unknownField(field: string): z.ZodError {
  const message = 'a field of this record';
  return new z.ZodError([{ code: 'custom', path: [field], message, input: undefined }]);
}
