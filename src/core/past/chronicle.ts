import type { CoderId, DocumentId, Timestamp } from '../ids';
import type { JournalEntry } from '../journal/entry';
import type { RecordChange } from '../journal/change';
import type { Fields } from '../journal/record';
import type { Stamp } from '../journal/stamp';
import { t } from '../messages/message';
import { findCoder, type Project } from '../project/project';
import type { SeenRecords } from './seen-records';
import { tellChange, type Told } from './tell-change';
import { tellMany } from './tell-many';

/** One act, as people read it. */
export interface Deed {
  readonly stamp: Stamp;
  /** Absent for what was taken over from the project's files: nobody knows when it was done. */
  readonly at?: Timestamp;
  readonly coderId: CoderId;
  readonly text: string;
  /** What it did, when that is more than the text says. */
  readonly details: readonly string[];
  /** The documents that it is about; none when it is about the project as a whole. */
  readonly documentIds: readonly DocumentId[];
}

/** Deeds, latest first, and how many older ones are left out. */
export interface Deeds {
  readonly deeds: readonly Deed[];
  readonly older: number;
}

/** One act in a journal, and whose journal that is. */
export interface Act {
  readonly entry: JournalEntry;
  readonly coderId: CoderId;
}

/** Acts with more told changes than this are summed up. */
const MOST_TOLD = 3;

/**
 * All acts in the order in which they were done, each told with the names that things have in `project`, as it is now;
 * what is gone is called as it was when it was last seen. An act that comes twice is told once.
 */
export function tellActs(acts: readonly Act[], project: Project): readonly Deed[] {
  const inOrder = [...acts].sort((a, b) => (a.entry.stamp < b.entry.stamp ? -1 : 1));
  const state: SeenRecords = { records: new Map(), gone: new Set() };
  const deeds: Deed[] = [];
  let last: Stamp | undefined;
  for (const { entry, coderId } of inOrder) {
    if (entry.stamp === last) continue;
    last = entry.stamp;
    const told = entry.changes.flatMap((change) => take(state, change, project) ?? []);
    const by = entry.coderId ?? coderId;
    if (told.length === 0) continue;
    // Typing that went on is one act.
    if (entry.goesOn === true && deeds.at(-1)?.coderId === by) deeds.pop();
    deeds.push(tellAct(entry, by, told, project));
  }
  return deeds;
}

/** Takes a change into the state; the answer is what is to be told of it. */
function take(state: SeenRecords, change: RecordChange, project: Project): Told | undefined {
  const [kind, id] = 'put' in change ? change.put : 'edit' in change ? change.edit : change.drop;
  let records = state.records.get(kind);
  if (records === undefined) state.records.set(kind, (records = new Map<string, Fields>()));
  const key = `${kind} ${id}`;
  const known = records.get(id);
  if ('drop' in change) {
    state.gone.add(key);
    return tellChange({ kind, id, before: known ?? {}, after: undefined }, state, project);
  }
  const after = 'put' in change ? change.as : edited(known ?? {}, change);
  records.set(id, after);
  const isBack = state.gone.delete(key);
  const isNew = 'put' in change && (known === undefined || isBack);
  // Of an edit of what no journal has whole, what was before is not known.
  const before = isNew ? undefined : (known ?? {});
  return tellChange({ kind, id, before, after }, state, project);
}

function edited(
  before: Fields,
  change: { readonly set: Fields; readonly clear: readonly string[] },
): Fields {
  const after: Record<string, unknown> = { ...before, ...change.set };
  for (const field of change.clear) Reflect.deleteProperty(after, field);
  return after;
}

function tellAct(
  entry: JournalEntry,
  coderId: CoderId,
  told: readonly Told[],
  project: Project,
): Deed {
  const who = findCoder(project, coderId)?.name ?? coderId;
  const documentIds = [...new Set(told.flatMap((one) => one.documentIds))];
  const isTakenOver = entry.reason === 'adopt';
  const deed = {
    stamp: entry.stamp,
    ...(!isTakenOver && { at: entry.stamp.slice(0, 24) as Timestamp }),
    coderId,
    documentIds,
  };
  const main = told.filter(({ isAside }) => !isAside);
  const named = main.length > 0 ? main : told;
  const details = named.length > MOST_TOLD ? tellMany(named) : named.map(({ what }) => what);
  const { name } = entry;
  switch (entry.reason) {
    case 'adopt':
      return { ...deed, text: t('past.adopted', { who }), details: tellMany(named) };
    case 'undo':
      return { ...deed, text: t('past.undone', { who, name }), details };
    case 'redo':
      return { ...deed, text: t('past.redone', { who, name }), details };
    case 'perform': {
      const [only] = details;
      return named.length === 1 && only !== undefined
        ? { ...deed, text: t('past.did', { who, what: only }), details: [] }
        : { ...deed, text: t('past.done', { who, name }), details };
    }
  }
}
