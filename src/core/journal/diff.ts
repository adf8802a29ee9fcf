import type { Project } from '../project/project';
import type { RecordChange } from './change';
import type { Ledger } from './ledger';
import { recordArrays, type RecordArray } from './project-records';
import { rankItems } from './rank';
import { RANK, RANKED, toFields, type Fields } from './record';

/**
 * What leads from one state of a project to the next, record by record; `ledger` knows the ranks of the first. States
 * share what did not change, so this takes time with what did.
 */
export function diffProjects(
  before: Project,
  after: Project,
  ledger: Ledger,
): readonly RecordChange[] {
  if (before === after) return [];
  const [old, next] = [recordArrays(before), recordArrays(after)];
  const found: RecordChange[] = [];
  for (const [name, array] of old) {
    if (!next.has(name)) compare(array, { ...array, source: undefined, items: [] }, ledger, found);
  }
  for (const [name, array] of next) {
    const known = old.get(name) ?? { ...array, source: undefined, items: [] };
    if (known.source !== array.source) compare(known, array, ledger, found);
  }
  return withoutMoved(found);
}

/** What left one document for another is not dropped: of a change and a drop in one act the drop would count. */
function withoutMoved(found: readonly RecordChange[]): readonly RecordChange[] {
  if (!found.some((change) => 'drop' in change)) return found;
  const addressOf = (change: RecordChange): string =>
    ('put' in change ? change.put : 'edit' in change ? change.edit : change.drop).join('/');
  const changed = new Set(found.filter((change) => !('drop' in change)).map(addressOf));
  return found.filter((change) => !('drop' in change && changed.has(addressOf(change))));
}

function compare(
  before: RecordArray,
  after: RecordArray,
  ledger: Ledger,
  found: RecordChange[],
): void {
  const { kind, idOf } = after;
  const [head, tail] = sameEnds(before.items, after.items);
  const old = new Map(
    before.items.slice(head, before.items.length - tail).map((item) => [idOf(item), item]),
  );
  const changed = after.items.slice(head, after.items.length - tail);
  const ranks = RANKED.has(kind) ? newRanks(after, ledger) : undefined;
  for (const item of changed) {
    const id = idOf(item);
    const known = old.get(id);
    old.delete(id);
    const rank = ranks?.get(id);
    const hidden = known === undefined ? ledger.fieldsOf(kind, id) : undefined;
    if (hidden !== undefined) {
      // Known and not shown until now: only what makes it fit is said, the rest is in its coder's journal.
      const { [RANK]: place, ...fields } = hidden;
      const { set, clear } = compareFields(fields, toFields(kind, item));
      const own = rank ?? place;
      const all = own === place ? set : { ...set, [RANK]: own };
      if (Object.keys(all).length + clear.length > 0) {
        found.push({ edit: [kind, id], set: all, clear });
      }
    } else if (known === undefined) {
      const own = rank ?? ledger.fieldsOf(kind, id)?.[RANK];
      const as = { ...toFields(kind, item), ...(RANKED.has(kind) && { [RANK]: own }) };
      found.push({ put: [kind, id], as });
    } else {
      const change = compareFields(toFields(kind, known), toFields(kind, item));
      const set = rank === undefined ? change.set : { ...change.set, [RANK]: rank };
      if (Object.keys(set).length + change.clear.length === 0) continue;
      found.push({ edit: [kind, id], set, clear: change.clear });
    }
  }
  for (const id of old.keys()) found.push({ drop: [kind, id] });
  if (ranks === undefined) return;
  const mentioned = new Set(changed.map(idOf));
  for (const [id, rank] of ranks) {
    if (!mentioned.has(id)) {
      found.push({ edit: [kind, id], set: { [RANK]: rank }, clear: [] });
    }
  }
}

function newRanks(array: RecordArray, ledger: Ledger): ReadonlyMap<string, number> {
  return rankItems(array.items.map(array.idOf), (id) => {
    const rank = ledger.fieldsOf(array.kind, id)?.[RANK];
    return typeof rank === 'number' ? rank : undefined;
  });
}

/** How many items are the same at the beginning and at the end. */
function sameEnds(before: readonly object[], after: readonly object[]): [number, number] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return [head, tail];
}

function compareFields(
  before: Fields,
  after: Fields,
): { readonly set: Fields; readonly clear: readonly string[] } {
  const set: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(after)) {
    if (!isSame(before[field], value)) set[field] = value;
  }
  return { set, clear: Object.keys(before).filter((field) => after[field] === undefined) };
}

/** Values are plain data made in one order of keys, so their texts tell. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
