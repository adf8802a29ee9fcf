import { z } from 'zod';
import {
  checkField,
  checkWhole,
  isOptional,
  RECORD_KINDS,
  type Fields,
  type RecordKind,
} from './record';

type Address = readonly [kind: RecordKind, id: string];

/**
 * What an act did to one record, as it stands in a journal. It says the result, not the way to it, so it means the same
 * whatever other people did meanwhile.
 */
export type RecordChange =
  /** The record has these fields and no others. */
  | { readonly put: Address; readonly as: Fields }
  /** Some of its fields have other values, or none. */
  | { readonly edit: Address; readonly set: Fields; readonly clear: readonly string[] }
  | { readonly drop: Address };

/** Longest id of a record: a value of a list, or a mark's place. */
const LONGEST_ID = 1_000;

const addressSchema: z.ZodType<Address> = z.tuple([
  z.enum(RECORD_KINDS as [RecordKind, ...RecordKind[]]),
  z.string().min(1).max(LONGEST_ID),
]);
/** As they are: each kind's own schema looks at them. */
const fieldsSchema = z.custom<Fields>(
  (data) => typeof data === 'object' && data !== null && !Array.isArray(data),
  'fields',
);

export const recordChangeSchema: z.ZodType<RecordChange> = z
  .union([
    z.strictObject({ put: addressSchema, as: fieldsSchema }),
    z.strictObject({ edit: addressSchema, set: fieldsSchema, clear: z.array(z.string()) }),
    z.strictObject({ drop: addressSchema }),
  ])
  .check((context) => {
    for (const issue of findIssues(context.value)) {
      context.issues.push({ ...issue, code: 'custom', input: undefined });
    }
  });

interface Issue {
  readonly path: PropertyKey[];
  readonly message: string;
}

function findIssues(change: RecordChange): readonly Issue[] {
  if ('drop' in change) return [];
  if ('put' in change) return issuesOf(checkWhole(change.put[0], change.as), ['as']);
  const [kind] = change.edit;
  const cleared = change.clear.filter((field) => !isOptional(kind, field));
  return [
    ...Object.entries(change.set).flatMap(([field, value]) =>
      issuesOf(checkField(kind, field, value), ['set', field]),
    ),
    ...cleared.map((field) => ({ path: ['clear', field], message: 'a field that may be absent' })),
  ];
}

function issuesOf(error: z.ZodError | undefined, path: PropertyKey[]): readonly Issue[] {
  const [issue] = error?.issues ?? [];
  return issue === undefined ? [] : [{ path: [...path, ...issue.path], message: issue.message }];
}
