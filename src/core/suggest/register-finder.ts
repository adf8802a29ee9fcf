import { registerIndex, type Actor } from '../register/actor';
import { differenceOf } from '../register/difference';
import { createOrderedTypeAhead, labelCollator, type TypeAhead } from '../search/rank';

/** The entries of the register that stand, by name, ready to be found by typing. */
interface RegisterFinder {
  readonly byName: readonly Actor[];
  readonly find: TypeAhead<Actor>;
}

interface Ordered {
  readonly standing: readonly Actor[];
  readonly byName: readonly Actor[];
}

const finders = new WeakMap<readonly Actor[], RegisterFinder>();
let latest: Ordered = { standing: [], byName: [] };

/**
 * Made once for each state of the register, out of the one that was made before: an entry that is added finds its place
 * among the others, which are neither folded nor sorted again.
 */
export function registerFinder(actors: readonly Actor[]): RegisterFinder {
  const known = finders.get(actors);
  if (known !== undefined) return known;
  const { standing } = registerIndex(actors);
  latest = { standing, byName: sortByName(standing, latest) };
  const { byName } = latest;
  const made = { byName, find: createOrderedTypeAhead(byName) };
  finders.set(actors, made);
  return made;
}

/** More new entries than this share of all are sorted together with them. */
const FEW = 0.05;

/** By label; entries of one label in the register's order. `before` is another state of it, in order. */
function sortByName(standing: readonly Actor[], before: Ordered): readonly Actor[] {
  const compare = (a: Actor, b: Actor): number =>
    labelCollator.compare(a.label, b.label) || standing.indexOf(a) - standing.indexOf(b);
  const { gone, added } = differenceOf(before.standing, standing);
  if (added.length > standing.length * FEW) {
    // The sort keeps the order of equals by itself.
    return standing.toSorted((a, b) => labelCollator.compare(a.label, b.label));
  }
  const out = new Set(gone);
  const sorted = before.byName.filter((actor) => !out.has(actor));
  for (const actor of added) sorted.splice(placeFor(actor, sorted, compare), 0, actor);
  return sorted;
}

function placeFor(
  actor: Actor,
  sorted: readonly Actor[],
  compare: (a: Actor, b: Actor) => number,
): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle] as Actor, actor) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
