import type { Unit } from '../continuum';
import { dissimilarity, type GammaOptions } from './dissimilarity';

export interface Placed {
  readonly coder: number;
  readonly unit: Unit;
}

/** What groups of units cost; units are indexes into `placed`, the coders' units one after the other. */
export interface GroupCosts {
  readonly placed: readonly Placed[];
  readonly options: GammaOptions;
  /** What a unit costs that stands alone: Δ∅. */
  readonly alone: number;
  /** The most two units of one group of a best alignment can be apart. */
  readonly farthest: number;
  between(first: number, second: number): number;
  /** The mean over all pairs of coders, a missing unit costing Δ∅ (Mathet et al. 2015: disorder of a unitary alignment). */
  of(group: readonly number[]): number;
  /** What is saved by putting a unit to a group instead of leaving it alone. */
  saved(group: readonly number[], unit: number): number;
  /** Whether no unit of the group would be better off alone. */
  isWorthwhile(group: readonly number[]): boolean;
}

export function createGroupCosts(
  placed: readonly Placed[],
  coders: number,
  options: GammaOptions,
): GroupCosts {
  const pairs = (coders * (coders - 1)) / 2;
  const { deltaEmpty } = options;
  const between = (first: number, second: number): number => {
    const a = placed[first];
    const b = placed[second];
    if (a === undefined || b === undefined) throw new Error('There is no such unit.');
    return dissimilarity(a.unit, b.unit, options);
  };
  const distance = (group: readonly number[], unit: number): number =>
    group.reduce((sum, other) => (other === unit ? sum : sum + between(other, unit)), 0);
  return {
    placed,
    options,
    alone: deltaEmpty,
    farthest: (pairs + coders - 1) * deltaEmpty,
    between,
    of: (group) => {
      const apart = group.reduce((sum, unit) => sum + distance(group, unit), 0) / 2;
      const together = (group.length * (group.length - 1)) / 2;
      return (apart + (pairs - together) * deltaEmpty) / pairs;
    },
    saved: (group, unit) => ((pairs + group.length) * deltaEmpty - distance(group, unit)) / pairs,
    isWorthwhile: (group) =>
      group.every((unit) => distance(group, unit) < (pairs + group.length - 1) * deltaEmpty),
  };
}

/** Two units of different coders, the first coder's first. */
export type NearPairs = readonly (readonly [number, number])[];

/**
 * All pairs of units of different coders that could be in one group, the first coder's first. Units are in the order of
 * the text, so that only those near each other are looked at.
 */
export function nearPairs(costs: GroupCosts): NearPairs {
  const { placed, farthest, options } = costs;
  const { alpha, deltaEmpty } = options;
  const order = [...placed.keys()].sort((a, b) => startOf(placed, a) - startOf(placed, b));
  const longest = Math.max(0, ...placed.map(({ unit }) => unit.end - unit.start));
  // From α ((Δstart + Δend) / lengths)² Δ∅ < farthest: so far may starts be apart, for their lengths.
  const reach = alpha === 0 ? Infinity : Math.sqrt(farthest / (alpha * deltaEmpty));
  const found: [number, number][] = [];
  for (const [place, first] of order.entries()) {
    const a = placed[first];
    if (a === undefined) continue;
    const limit = a.unit.start + reach * (a.unit.end - a.unit.start + longest);
    for (let at = place + 1; at < order.length; at += 1) {
      const second = order[at] ?? 0;
      const b = placed[second];
      if (b === undefined || b.unit.start > limit) break;
      if (a.coder === b.coder || costs.between(first, second) >= farthest) continue;
      found.push(a.coder < b.coder ? [first, second] : [second, first]);
    }
  }
  return found;
}

function startOf(placed: readonly Placed[], index: number): number {
  return placed[index]?.unit.start ?? 0;
}
