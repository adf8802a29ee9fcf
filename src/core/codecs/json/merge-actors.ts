import type { Command } from '../../project/command';
import { foldLabel, registerIndex, type Actor } from '../../register/actor';
import { freeName } from './free-name';

export interface ActorMerge {
  /** The register after the import; the project's own value when nothing is to change. */
  readonly actors: readonly Actor[];
  readonly commands: readonly Command[];
  readonly added: number;
  /** How many of the added have the name and kind of an entry here and are merged into it. */
  readonly matched: number;
  /** New names of those whose name an entry of another kind here has. */
  readonly renamed: readonly string[];
}

/**
 * Entries are known by their id; the entry here stays as it is. A new one that has the name and the kind of an entry
 * here comes in as merged into that: both ids mean the same, and a person can take the two apart again. One that only
 * has the name gets another one.
 */
export function mergeActors(ours: readonly Actor[], theirs: readonly Actor[]): ActorMerge {
  const register = registerIndex(ours);
  const fresh = theirs.filter((actor) => register.find(actor.id) === undefined);
  if (fresh.length === 0) {
    return { actors: ours, commands: [], added: 0, matched: 0, renamed: [] };
  }
  const taken = new Set([...register.standing, ...fresh].map((one) => foldLabel(one.label)));
  const renamed: string[] = [];
  let matched = 0;
  const added = fresh.map((actor): Actor => {
    const twin = actor.mergedInto === undefined ? register.labelled(actor.label) : undefined;
    if (twin === undefined) return actor;
    if (twin.kind === actor.kind) {
      matched += 1;
      return { ...actor, mergedInto: twin.id };
    }
    const label = freeName(actor.label, (name) => taken.has(foldLabel(name)));
    taken.add(foldLabel(label));
    renamed.push(label);
    return { ...actor, label };
  });
  return {
    actors: [...ours, ...added],
    commands: addInOrder(added, ours.length),
    added: added.length,
    matched,
    renamed,
  };
}

/**
 * Parents and merge targets come before what hangs on them; each finds the place it has in the end. Where an entry was
 * merged into one that lies below it, the lower one gets its parent last.
 */
function addInOrder(added: readonly Actor[], from: number): readonly Command[] {
  const { order, parentless } = findOrder(added);
  const before: number[] = [];
  const adds = order.map((i): Command => {
    const at = placeIn(before, i);
    before.splice(at, 0, i);
    const { parentId, ...alone } = added[i] as Actor;
    const isWhole = parentId === undefined || parentless.has(i);
    return { kind: 'actor.add', actor: isWhole ? alone : { ...alone, parentId }, index: from + at };
  });
  const replaces = [...parentless].map((i): Command => {
    return { kind: 'actor.replace', actor: added[i] as Actor };
  });
  return [...adds, ...replaces];
}

function findOrder(added: readonly Actor[]): {
  readonly order: readonly number[];
  readonly parentless: ReadonlySet<number>;
} {
  const places = new Map<string, number>(added.map((actor, i) => [actor.id, i]));
  const placeOf = (id: string | undefined) => (id === undefined ? undefined : places.get(id));
  const entered = new Set<number>();
  const order = new Set<number>();
  const parentless = new Set<number>();
  const isAhead = (i: number | undefined): i is number => i !== undefined && !order.has(i);
  const visit = (i: number | undefined): void => {
    if (i === undefined || entered.has(i)) return;
    entered.add(i);
    const actor = added[i] as Actor;
    const target = placeOf(actor.mergedInto);
    visit(target);
    if (isAhead(target)) {
      parentless.add(target);
      order.add(target);
    }
    const parent = placeOf(actor.parentId);
    visit(parent);
    if (isAhead(parent) && !order.has(i)) parentless.add(i);
    order.add(i);
  };
  added.forEach((_, i) => {
    visit(i);
  });
  return { order: [...order], parentless };
}

/** How many of the sorted numbers are smaller. */
function placeIn(sorted: readonly number[], n: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < n) low = middle + 1;
    else high = middle;
  }
  return low;
}
