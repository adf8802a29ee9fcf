import type { RecordChange } from './change';
import type { Ledger } from './ledger';
import { RANK, RECORD_KINDS, type Fields, type RecordKind } from './record';

/** A field of a record as a file has it, where the journals have it otherwise. */
export interface Unlike {
  readonly kind: RecordKind;
  readonly id: string;
  readonly field: string;
  /** Undefined where the file does not have the field. */
  readonly value: unknown;
}

/**
 * Where a file's records differ from those that a journal holds whole, and from what is shown of them (`settleProject`
 * mends some). Most of it is from before: the file was not brought up to date. Places in an order do not count.
 */
export function findUnlike(file: Ledger, journals: Ledger, shown: Ledger): readonly Unlike[] {
  return RECORD_KINDS.flatMap((kind) =>
    file.living(kind).flatMap(({ id, fields }): readonly Unlike[] => {
      const known = journals.saidOf(kind, id);
      if (known === undefined) return [];
      const there = shown.fieldsOf(kind, id) ?? {};
      return [...new Set([...Object.keys(fields), ...Object.keys(known)])]
        .filter((field) => field !== RANK)
        .filter((field) => ![known, there].some((one) => isSame(one[field], fields[field])))
        .map((field) => ({ kind, id, field, value: fields[field] }));
    }),
  );
}

/** Of these, what none of the acts ever said: another program wrote it, or the disk did. */
export function findUnsaid(
  unlike: readonly Unlike[],
  acts: Iterable<readonly RecordChange[]>,
): readonly Unlike[] {
  const byRecord = new Map<string, Set<Unlike>>();
  for (const one of unlike) {
    const key = `${one.kind} ${one.id}`;
    byRecord.set(key, (byRecord.get(key) ?? new Set()).add(one));
  }
  for (const changes of acts) {
    for (const change of changes) {
      if ('drop' in change) continue;
      const [kind, id] = 'put' in change ? change.put : change.edit;
      const open = byRecord.get(`${kind} ${id}`) ?? new Set();
      for (const one of open) if (says(change, one)) open.delete(one);
    }
  }
  return [...byRecord.values()].flatMap((all) => [...all]);
}

function says(change: Exclude<RecordChange, { drop: unknown }>, { field, value }: Unlike): boolean {
  if ('put' in change) return isSame(change.as[field], value);
  if (Object.hasOwn(change.set, field)) return isSame(change.set[field], value);
  return value === undefined && change.clear.includes(field);
}

/** Plain data, whatever the order of its keys: a program that sorts them changed nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  );
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
