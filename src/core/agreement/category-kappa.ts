import { ok } from '../result';
import type { Figure } from './figure';
import { fleissKappa } from './fleiss-kappa';
import { agreementOfUnit } from './observed-agreement';
import { dichotomyOf, tallyOf, type RatingTable } from './rating-table';
import { identityWeight } from './weights';

/** A unit to which some coder gave the category, and how often it was given there. */
interface Given {
  readonly unit: number;
  readonly n: number;
}

/**
 * By category, Fleiss' kappa of it alone (Fleiss 1971, eq. 20 and 21): how far coders agree on “this one” against “any
 * other”, their shares pooled. This is what is published as κ_j (Agresti 1992; Landis & Koch 1977); Cohen's kappa on the
 * same two classes, each coder with shares of their own, is in `categoryCohenKappas`.
 */
export function categoryKappas(table: RatingTable): readonly Figure[] {
  const given: Given[][] = table.categories.map(() => []);
  // What a unit adds where nobody gave the category: all agree on “any other”.
  const rated = new Float64Array(table.units.length);
  const compared = new Float64Array(table.units.length);
  for (const [unit, one] of table.units.entries()) {
    const tally = tallyOf(one);
    if (tally.rated >= 1) rated[unit] = one.count;
    if (tally.rated >= 2) compared[unit] = one.count;
    for (const [category, n] of tally.byCategory) given[category]?.push({ unit, n });
  }
  const all = { rated, compared, units: sum(rated), pairs: sum(compared) };
  return given.map((units, category) => kappaOf(table, category, units, all));
}

interface All {
  readonly rated: Float64Array;
  readonly compared: Float64Array;
  readonly units: number;
  readonly pairs: number;
}

/** Units are added up in their order, those without the category too, so that the sum is that of a table of two classes. */
function kappaOf(table: RatingTable, category: number, given: readonly Given[], all: All): Figure {
  const dichotomy = dichotomyOf(table, category);
  let agreement = 0;
  let others = 0;
  let these = 0;
  let at = 0;
  const passOver = (end: number): void => {
    for (; at < end; at += 1) {
      agreement += all.compared[at] ?? 0;
      others += all.rated[at] ?? 0;
    }
  };
  for (const { unit, n } of given) {
    passOver(unit);
    at += 1;
    const count = all.rated[unit] ?? 0;
    const { rated } = tallyOf(table.units[unit] ?? { ratings: [], count });
    these += (count * n) / rated;
    others += (count * (rated - n)) / rated;
    if (rated >= 2) {
      const byCategory = new Map([
        [0, rated - n],
        [1, n],
      ]);
      agreement += count * agreementOfUnit({ rated, byCategory });
    }
  }
  passOver(table.units.length);
  if (all.pairs === 0) return fleissKappa(dichotomy);
  const shares = [others / all.units, these / all.units];
  return fleissKappa(dichotomy, identityWeight, ok({ observed: agreement / all.pairs, shares }));
}

function sum(counts: Float64Array): number {
  return counts.reduce((all, count) => all + count, 0);
}
