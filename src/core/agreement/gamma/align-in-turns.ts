import { bestMatching, type Edge } from './best-matching';
import type { GroupCosts, NearPairs } from './group-costs';

/** Passes over all coders before the alignment is taken as it is; few are needed. */
const MOST_PASSES = 20;
/** How many coders are tried as the first to be laid out. */
const MOST_STARTS = 4;
const ROUNDING = 1e-12;

type Groups = readonly (readonly number[])[];

/**
 * An alignment for three or more coders: one coder's units after another's are matched with the groups so far, each time
 * as well as can be; then each coder in turn is taken out and matched anew, until nothing is saved. Good, not always best.
 * From several beginnings the best is taken.
 */
export function alignInTurns(costs: GroupCosts, coders: number, pairs: NearPairs): Groups {
  const near = new Map<number, number[]>();
  const meet = (one: number, other: number): void => {
    const others = near.get(one);
    if (others === undefined) near.set(one, [other]);
    else others.push(other);
  };
  for (const [first, second] of pairs) {
    meet(first, second);
    meet(second, first);
  }
  const unitsOf = Array.from({ length: coders }, (_, coder) =>
    [...costs.placed.keys()].filter((index) => costs.placed[index]?.coder === coder),
  );
  const total = (groups: Groups): number => groups.reduce((sum, group) => sum + costs.of(group), 0);
  let best: Groups = [];
  let least = Infinity;
  for (let start = 0; start < Math.min(coders, MOST_STARTS); start += 1) {
    const order = [...unitsOf.slice(start), ...unitsOf.slice(0, start)];
    let groups: Groups = [];
    for (const units of order) groups = addUnits(costs, near, groups, units);
    let cost = total(groups);
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
      const before = cost;
      for (const units of order) {
        const taken = new Set(units);
        const without = groups
          .map((group) => group.filter((unit) => !taken.has(unit)))
          .filter((group) => group.length > 0);
        groups = addUnits(costs, near, without, units);
      }
      cost = total(groups);
      if (cost > before - ROUNDING) break;
    }
    if (cost < least - ROUNDING) {
      least = cost;
      best = groups;
    }
  }
  return best;
}

/** The groups with the units of one coder more, matched so that most is saved; a unit that fits nowhere stands alone. */
function addUnits(
  costs: GroupCosts,
  near: ReadonlyMap<number, readonly number[]>,
  groups: Groups,
  units: readonly number[],
): Groups {
  const groupOf = new Map(groups.flatMap((group, index) => group.map((unit) => [unit, index])));
  const edges = units.flatMap((unit): Edge[] => {
    const within = new Set((near.get(unit) ?? []).map((other) => groupOf.get(other)));
    return [...within]
      .filter((index) => index !== undefined)
      .map((index) => ({
        left: unit,
        right: index,
        worth: costs.saved(groups[index] ?? [], unit),
      }))
      .filter(({ worth }) => worth > 0);
  });
  const joins = new Map(bestMatching(edges).map(({ left, right }) => [right, left]));
  const placed = new Set(joins.values());
  return [
    ...groups.map((group, index) => {
      const unit = joins.get(index);
      return unit === undefined ? group : [...group, unit];
    }),
    ...units.filter((unit) => !placed.has(unit)).map((unit) => [unit]),
  ];
}
