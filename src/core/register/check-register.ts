import { createFault, withPlace, type Fault } from '../result';
import { checkLabel } from '../text/label';
import { foldLabel, type Actor } from './actor';

/** Most aliases of one entry. */
const MOST_ALIASES = 1_000;

/**
 * Everything that is wrong inside a register, each with its place (`[3].parentId`): ids that occur twice, names that
 * are empty, hostile or doubled, parents and merges that lead nowhere or back. Empty when all is well.
 */
export function findRegisterFaults(actors: readonly Actor[]): readonly Fault[] {
  const faults: Fault[] = [];
  const add = (fault: Fault | undefined, where: string): void => {
    if (fault !== undefined) faults.push(withPlace(fault, where));
  };
  const ids = new Map<string, Actor>();
  const labels = new Set<string>();
  actors.forEach((actor, i) => {
    if (ids.has(actor.id)) {
      add(createFault('fault.codebook.twice', { id: actor.id }), `[${String(i)}].id`);
    }
    ids.set(actor.id, actor);
    const label = foldLabel(actor.label);
    if (actor.mergedInto !== undefined) return;
    if (labels.has(label)) {
      add(createFault('fault.actor.sameLabel', { name: actor.label }), `[${String(i)}].label`);
    }
    labels.add(label);
  });
  actors.forEach((actor, i) => {
    add(checkLabel(actor.label), `[${String(i)}].label`);
    actor.aliases.forEach((alias, k) => {
      add(checkLabel(alias), `[${String(i)}].aliases[${String(k)}]`);
    });
    add(checkParent(ids, actor), `[${String(i)}].parentId`);
    add(checkMerge(ids, actor), `[${String(i)}].mergedInto`);
  });
  return faults;
}

/** What is wrong with an entry's label and aliases, looked at alone. */
export function checkActorWords(actor: Actor): Fault | undefined {
  if (actor.aliases.length > MOST_ALIASES) {
    return createFault('fault.actor.aliases', { name: actor.label, max: MOST_ALIASES });
  }
  return [actor.label, ...actor.aliases].map(checkLabel).find((fault) => fault !== undefined);
}

/** Why an entry of the register `ids` cannot have its parent, or the entry that it was merged into. */
export function checkLeads(ids: ReadonlyMap<string, Actor>, actor: Actor): Fault | undefined {
  return checkParent(ids, actor) ?? checkMerge(ids, actor);
}

function checkParent(ids: ReadonlyMap<string, Actor>, actor: Actor): Fault | undefined {
  return leads(ids, actor, (one) => one.parentId)
    ? undefined
    : createFault('fault.actor.parent', { name: actor.label });
}

function checkMerge(ids: ReadonlyMap<string, Actor>, actor: Actor): Fault | undefined {
  return leads(ids, actor, (one) => one.mergedInto)
    ? undefined
    : createFault('fault.actor.merged', { name: actor.label });
}

/** False when following `next` comes to an unknown entry or round to the beginning. */
function leads(
  ids: ReadonlyMap<string, Actor>,
  actor: Actor,
  next: (actor: Actor) => string | undefined,
): boolean {
  let id = next(actor);
  for (let steps = 0; id !== undefined; steps += 1) {
    const found = ids.get(id);
    if (found === undefined || found.id === actor.id || steps > ids.size) return false;
    id = next(found);
  }
  return true;
}
