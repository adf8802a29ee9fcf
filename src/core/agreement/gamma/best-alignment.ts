import type { Unit } from '../continuum';
import { alignInTurns } from './align-in-turns';
import { bestMatching, type Edge } from './best-matching';
import { cheapestPartition, type Part } from './cheapest-partition';
import type { GammaOptions } from './dissimilarity';
import {
  createGroupCosts,
  nearPairs,
  type GroupCosts,
  type NearPairs,
  type Placed,
} from './group-costs';

export interface BestAlignment {
  /** Cost of the alignment over the mean number of units a coder has (Mathet et al. 2015: the disorder). */
  readonly disorder: number;
  /** Whether it is proven that no other alignment has less. Always for two coders. */
  readonly isProven: boolean;
}

/** More possible groups than this are not listed; then the alignment found in turns is taken without proof. */
const MOST_GROUPS = 20_000;

/**
 * The alignment of least disorder: each unit in one group with at most one unit of every other coder. For two coders the
 * assignment problem, exactly; for more it is NP-hard, and is found in turns and then proven or bettered by a search of
 * fixed size. There must be a unit.
 */
export function bestAlignment(
  coders: readonly (readonly Unit[])[],
  options: GammaOptions,
): BestAlignment {
  const placed: Placed[] = coders.flatMap((units, coder) => units.map((unit) => ({ coder, unit })));
  const costs = createGroupCosts(placed, coders.length, options);
  const { cost, isProven } =
    coders.length === 2 ? alignTwo(costs) : alignMany(costs, coders.length);
  return { disorder: (cost * coders.length) / placed.length, isProven };
}

function alignTwo(costs: GroupCosts): { readonly cost: number; readonly isProven: boolean } {
  const edges: Edge[] = nearPairs(costs).map(([left, right]) => ({
    left,
    right,
    worth: 2 * costs.alone - costs.of([left, right]),
  }));
  const paired = bestMatching(edges.filter(({ worth }) => worth > 0));
  // Added up, not taken off what all alone would cost: where all pairs are equal that leaves 0, and no rounding.
  const together = paired.reduce((sum, { left, right }) => sum + costs.of([left, right]), 0);
  const alone = costs.placed.length - 2 * paired.length;
  return { cost: together + alone * costs.alone, isProven: true };
}

function alignMany(
  costs: GroupCosts,
  coders: number,
): { readonly cost: number; readonly isProven: boolean } {
  const near = nearPairs(costs);
  const groups = alignInTurns(costs, coders, near);
  const known = groups.reduce((sum, group) => sum + costs.of(group), 0);
  const parts = possibleGroups(costs, near);
  if (parts === undefined) return { cost: known, isProven: false };
  let cost = 0;
  let isProven = true;
  for (const island of islands(costs.placed.length, parts)) {
    const members = new Set(island.members);
    const here = groups.filter(([first]) => first !== undefined && members.has(first));
    const knownHere = here.reduce((sum, group) => sum + costs.of(group), 0);
    const cheapest = cheapestPartition(island.members, island.parts, knownHere);
    cost += cheapest.cost;
    isProven &&= cheapest.isProven;
  }
  return { cost, isProven };
}

/**
 * Every group that could be in a best alignment: none of its units would be better off alone. Undefined when there are
 * too many to list.
 */
function possibleGroups(costs: GroupCosts, pairs: NearPairs): readonly Part[] | undefined {
  const near = new Map<number, number[]>();
  for (const [first, second] of pairs) {
    const others = near.get(first);
    if (others === undefined) near.set(first, [second]);
    else others.push(second);
  }
  const parts: Part[] = costs.placed.map((_, index) => ({ members: [index], cost: costs.alone }));
  let tried = 0;
  const extend = (members: readonly number[], candidates: readonly number[]): boolean => {
    for (const next of candidates) {
      tried += 1;
      if (tried > 3 * MOST_GROUPS || parts.length > MOST_GROUPS) return false;
      const group = [...members, next];
      if (costs.isWorthwhile(group)) parts.push({ members: group, cost: costs.of(group) });
      const coder = costs.placed[next]?.coder ?? 0;
      const beyond = new Set(near.get(next));
      const rest = candidates.filter(
        (other) => beyond.has(other) && (costs.placed[other]?.coder ?? 0) > coder,
      );
      if (!extend(group, rest)) return false;
    }
    return true;
  };
  for (const index of costs.placed.keys()) {
    if (!extend([index], near.get(index) ?? [])) return undefined;
  }
  return parts;
}

/** Units that hang together by groups of two or more, with those groups; units in the order of the text. */
function islands(
  units: number,
  parts: readonly Part[],
): readonly { readonly members: readonly number[]; readonly parts: readonly Part[] }[] {
  const parent = Array.from({ length: units }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  for (const { members } of parts) {
    const [first = 0] = members;
    for (const other of members) parent[rootOf(other)] = rootOf(first);
  }
  const found = new Map<number, { members: number[]; parts: Part[] }>();
  for (const part of parts) {
    const root = rootOf(part.members[0] ?? 0);
    const island = found.get(root) ?? { members: [], parts: [] };
    found.set(root, island);
    island.parts.push(part);
    const [only] = part.members;
    if (part.members.length === 1 && only !== undefined) island.members.push(only);
  }
  return [...found.values()];
}
