import type { Ledger, LedgerRecord } from './ledger';
import { RANK, type RecordKind } from './record';

/** A record that takes part in the project. */
export interface Standing extends LedgerRecord {
  /** Somebody dropped it while somebody else used it. */
  readonly revived: boolean;
}

/**
 * The records of a kind that are there, and those dropped ones that are needed: by the ids given, and by `needs` of
 * each one that is there.
 */
export function revive(
  ledger: Ledger,
  kind: RecordKind,
  needed: Iterable<string>,
  needs: (item: object) => readonly (string | undefined)[] = () => [],
): readonly Standing[] {
  const found = new Map<string, Standing>(
    ledger.living(kind).map((record) => [record.id, standing(record, false)]),
  );
  const waiting = [...new Set(needed)];
  for (const { item } of found.values()) waiting.push(...needs(item).filter(isText));
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    const dropped = ledger.findDropped(kind, id);
    if (dropped === undefined) continue;
    found.set(id, standing(dropped, true));
    waiting.push(...needs(dropped.item).filter(isText));
  }
  return [...found.values()];
}

function standing({ id, fields, item }: LedgerRecord, revived: boolean): Standing {
  return { id, fields, item, revived };
}

function isText(id: string | undefined): id is string {
  return id !== undefined;
}

/** By rank, then by id where two people gave one rank. */
export function inOrder<Item extends LedgerRecord>(records: readonly Item[]): readonly Item[] {
  const rank = (record: Item): number => record.fields[RANK] as number;
  return [...records].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/** A name that nobody has yet: the name itself, or with the first free number after it. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  let free = name;
  for (let n = 2; isTaken(free); n += 1) {
    const end = ` (${String(n)})`;
    free = `${Array.from(name).slice(0, 190).join('')}${end}`;
  }
  return free;
}

/**
 * Cuts what leads nowhere or in a circle: items by id without their `next` where it does. Of a circle the item with the
 * smallest id is cut, so that every machine cuts the same.
 */
export function findCuts<Item extends { readonly id: string }>(
  items: readonly Item[],
  next: (item: Item) => string | undefined,
): ReadonlySet<string> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const cuts = new Set<string>();
  const follow = (item: Item): Item | undefined => {
    const id = cuts.has(item.id) ? undefined : next(item);
    return id === undefined ? undefined : byId.get(id);
  };
  for (const item of [...items].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const id = next(item);
    if (id === undefined) continue;
    if (!byId.has(id)) cuts.add(item.id);
    const seen = new Set([item.id]);
    for (let at = follow(item); at !== undefined; at = follow(at)) {
      if (at.id === item.id) cuts.add(item.id);
      if (seen.has(at.id)) break;
      seen.add(at.id);
    }
  }
  return cuts;
}
