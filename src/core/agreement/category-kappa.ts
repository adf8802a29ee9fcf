import { ok } from '../result';
import { addRun } from './add-run';
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
  const rated = new Float64Array(table.units.length + 1);
  const compared = new Float64Array(table.units.length + 1);
  for (const [unit, one] of table.units.entries()) {
    const tally = tallyOf(one);
    rated[unit + 1] = (rated[unit] ?? 0) + (tally.rated >= 1 ? one.count : 0);
    compared[unit + 1] = (compared[unit] ?? 0) + (tally.rated >= 2 ? one.count : 0);
    for (const [category, n] of tally.byCategory) given[category]?.push({ unit, n });
  }
  return given.map((units, category) => kappaOf(table, category, units, { rated, compared }));
}

/** How many units lie before each, and before the end, that any coder rated, and that two or more did. */
interface UnitsBefore {
  readonly rated: Float64Array;
  readonly compared: Float64Array;
}

/** Units are added up in their order, those without the category too, so that the sum is that of a table of two classes. */
function kappaOf(
  table: RatingTable,
  category: number,
  given: readonly Given[],
  { rated: ratedBefore, compared: comparedBefore }: UnitsBefore,
): Figure {
  const dichotomy = dichotomyOf(table, category);
  let agreement = 0;
  let others = 0;
  let these = 0;
  let at = 0;
  const passOver = (end: number): void => {
    agreement = addRun(agreement, comparedBefore, at, end);
    others = addRun(others, ratedBefore, at, end);
    at = end;
  };
  for (const { unit, n } of given) {
    const one = table.units[unit];
    if (one === undefined) continue;
    passOver(unit);
    at += 1;
    const { count } = one;
    const { rated } = tallyOf(one);
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
  const units = ratedBefore.at(-1) ?? 0;
  const compared = comparedBefore.at(-1) ?? 0;
  if (compared === 0) return fleissKappa(dichotomy);
  const shares = [others / units, these / units];
  return fleissKappa(dichotomy, identityWeight, ok({ observed: agreement / compared, shares }));
}
