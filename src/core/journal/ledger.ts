import type { RecordChange } from './change';
import { fromFields, itemOf, toFields, type Fields, type RecordKind } from './record';
import { FROM_FILES, type Stamp } from './stamp';

const NO_FIELDS: Fields = {};

/** What is known of one record. */
interface Entry {
  /** Those of an act as they are, until they are edited: then a copy, which is this entry's own. */
  fields: Fields;
  own: Record<string, unknown> | undefined;
  /** Of the latest `put`: fields without a stamp of their own have this one. Undefined while only edits have come. */
  whole: Stamp | undefined;
  /** Of fields edited since. */
  edited: Map<string, Stamp> | undefined;
  /** Of the latest change of any kind, and of the latest drop. */
  touched: Stamp;
  dropped: Stamp | undefined;
  /** The item of these fields, when it was made already. */
  item: object | undefined;
}

/** A ledger as plain data: of each record what `Entry` has, but its item. */
export interface LedgerImage {
  readonly latest: Stamp;
  readonly records: readonly (readonly [kind: RecordKind, all: readonly RecordImage[]])[];
}

export type RecordImage = readonly [
  id: string,
  fields: Fields,
  whole: Stamp | null,
  edited: readonly (readonly [field: string, at: Stamp])[],
  touched: Stamp,
  dropped: Stamp | null,
];

/**
 * All records of a project with the stamps of what they hold: the state of a set of acts. For each field the latest act
 * counts; a record is there when it was changed later than dropped. So any order of arrival, any number of times, gives
 * the same records (a map of last-writer-wins registers: Shapiro et al. 2011, INRIA RR-7506, 3.2), and a record that was
 * dropped is still known and can come back.
 */
export class Ledger {
  readonly #records = new Map<RecordKind, Map<string, Entry>>();
  #latest = FROM_FILES;
  #changes = 0;

  /** Another number means that something was folded in meanwhile. */
  get changes(): number {
    return this.#changes;
  }

  /** The latest stamp of anything folded in. */
  get latest(): Stamp {
    return this.#latest;
  }

  /** A ledger that knows what the one knew of which this is the image. */
  static from({ latest, records }: LedgerImage): Ledger {
    const ledger = new Ledger();
    ledger.#latest = latest;
    for (const [kind, all] of records) ledger.restore(kind, all);
    return ledger;
  }

  /** Takes in records of an image, of which nothing is known yet. */
  restore(kind: RecordKind, all: readonly RecordImage[]): void {
    const known = this.#records.get(kind) ?? new Map<string, Entry>();
    this.#records.set(kind, known);
    for (const [id, fields, whole, edited, touched, dropped] of all) {
      known.set(id, {
        fields,
        own: undefined,
        whole: whole ?? undefined,
        edited: edited.length === 0 ? undefined : new Map(edited),
        touched,
        dropped: dropped ?? undefined,
        item: undefined,
      });
    }
  }

  image(): LedgerImage {
    const imageOf = ([id, entry]: [string, Entry]): RecordImage => {
      const { fields, whole = null, edited = [], touched, dropped = null } = entry;
      return [id, fields, whole, [...edited], touched, dropped];
    };
    const records = [...this.#records].map(([kind, all]) => [kind, [...all].map(imageOf)] as const);
    return { latest: this.#latest, records };
  }

  /** How many records anything is known of. */
  get size(): number {
    let size = 0;
    for (const all of this.#records.values()) size += all.size;
    return size;
  }

  /** Takes in an act; true if it brought anything. */
  fold(stamp: Stamp, changes: readonly RecordChange[]): boolean {
    if (stamp > this.#latest) this.#latest = stamp;
    let isNew = false;
    this.#changes += 1;
    for (const change of changes) isNew = this.#foldOne(stamp, change) || isNew;
    return isNew;
  }

  /** Takes in an item as the project's files have it, with its rank if its kind has one. */
  foldItem(kind: RecordKind, id: string, item: object, extra: Fields): void {
    const entry = this.#entry(kind, id);
    // Nothing is older than what the files have.
    if (entry.whole !== undefined) return;
    this.#changes += 1;
    put(entry, FROM_FILES, { ...toFields(kind, item), ...extra });
    if (entry.edited === undefined) entry.item = item;
  }

  /** Whether anything is known of a record, be it that it was dropped. */
  has(kind: RecordKind, id: string): boolean {
    return this.#records.get(kind)?.has(id) === true;
  }

  /** The fields of a record that is there. */
  fieldsOf(kind: RecordKind, id: string): Fields | undefined {
    const entry = this.#records.get(kind)?.get(id);
    return entry !== undefined && isThere(entry) ? entry.fields : undefined;
  }

  /** The fields of a record that a journal holds whole, be it there or dropped. */
  saidOf(kind: RecordKind, id: string): Fields | undefined {
    const entry = this.#records.get(kind)?.get(id);
    const isWhole = entry?.whole !== undefined && entry.whole !== FROM_FILES;
    return isWhole ? entry.fields : undefined;
  }

  /** Records of a kind that are there. */
  living(kind: RecordKind): readonly LedgerRecord[] {
    return this.#list(kind, isThere);
  }

  /** A record that was dropped and is known whole. */
  findDropped(kind: RecordKind, id: string): LedgerRecord | undefined {
    const entry = this.#records.get(kind)?.get(id);
    if (entry?.whole === undefined || isThere(entry)) return undefined;
    return recordOf(kind, id, entry);
  }

  /** Records that are there and that no journal holds whole: their fields, to be put into one. */
  fromFiles(kind: RecordKind): readonly { readonly id: string; readonly fields: Fields }[] {
    return this.#list(kind, (entry) => entry.whole === FROM_FILES && isThere(entry));
  }

  #list(kind: RecordKind, fits: (entry: Entry) => boolean): LedgerRecord[] {
    const found: LedgerRecord[] = [];
    for (const [id, entry] of this.#records.get(kind) ?? []) {
      if (fits(entry)) found.push(recordOf(kind, id, entry));
    }
    return found;
  }

  #foldOne(stamp: Stamp, change: RecordChange): boolean {
    if ('put' in change) return put(this.#entry(...change.put), stamp, change.as);
    if ('edit' in change) {
      const entry = this.#entry(...change.edit);
      const edits = [
        touch(entry, stamp),
        ...Object.entries(change.set).map(([field, value]) => edit(entry, stamp, field, value)),
        ...change.clear.map((field) => edit(entry, stamp, field, undefined)),
      ];
      return edits.includes(true);
    }
    const entry = this.#entry(...change.drop);
    if (entry.dropped !== undefined && stamp <= entry.dropped) return false;
    entry.dropped = stamp;
    return true;
  }

  #entry(kind: RecordKind, id: string): Entry {
    let all = this.#records.get(kind);
    if (all === undefined) this.#records.set(kind, (all = new Map<string, Entry>()));
    let entry = all.get(id);
    if (entry === undefined) {
      entry = {
        fields: NO_FIELDS,
        own: undefined,
        whole: undefined,
        edited: undefined,
        touched: FROM_FILES,
        dropped: undefined,
        item: undefined,
      };
      all.set(id, entry);
    }
    return entry;
  }
}

export interface LedgerRecord {
  readonly id: string;
  readonly fields: Fields;
  readonly item: object;
}

function recordOf(kind: RecordKind, id: string, entry: Entry): LedgerRecord {
  return {
    id,
    fields: entry.fields,
    get item() {
      const make = entry.own === undefined ? itemOf : fromFields;
      return (entry.item ??= make(kind, entry.fields));
    },
  };
}

function isThere(entry: Entry): boolean {
  if (entry.whole === undefined) return false;
  return entry.dropped === undefined || entry.touched > entry.dropped;
}

function touch(entry: Entry, stamp: Stamp): boolean {
  if (stamp <= entry.touched) return false;
  entry.touched = stamp;
  return true;
}

/** Whatever is older than the put goes, also fields that the put does not have. */
function put(entry: Entry, stamp: Stamp, as: Fields): boolean {
  const isLater = touch(entry, stamp);
  if (entry.whole !== undefined && stamp <= entry.whole) return isLater;
  const before = entry.fields;
  entry.fields = as;
  entry.own = undefined;
  const edited = new Map<string, Stamp>();
  for (const [field, at] of entry.edited ?? []) {
    if (at <= stamp) continue;
    edited.set(field, at);
    set(entry, field, before[field]);
  }
  entry.whole = stamp;
  entry.edited = edited.size === 0 ? undefined : edited;
  entry.item = undefined;
  return true;
}

function edit(entry: Entry, stamp: Stamp, field: string, value: unknown): boolean {
  const known = entry.edited?.get(field) ?? entry.whole;
  if (known !== undefined && stamp <= known) return false;
  set(entry, field, value);
  entry.edited ??= new Map();
  entry.edited.set(field, stamp);
  entry.item = undefined;
  return true;
}

/** Without a value the field goes. */
function set(entry: Entry, field: string, value: unknown): void {
  if (entry.own === undefined) {
    entry.own = Object.assign(Object.create(null) as Record<string, unknown>, entry.fields);
    entry.fields = entry.own;
  }
  if (value === undefined) Reflect.deleteProperty(entry.own, field);
  else entry.own[field] = value;
}
