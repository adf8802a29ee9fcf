import { createFault, fail, type Result } from '../result';
import { beyondChance, type Figure } from './figure';
import { unitShares, type UnitShares } from './observed-agreement';
import type { RatingTable } from './rating-table';
import { identityWeight, weightedSum, type Weight } from './weights';

/**
 * Fleiss' kappa for any number of coders (Fleiss 1971): expected agreement `Σ w(k,l) π_k π_l` from the shares of all
 * coders' ratings together. From below 0 to 1. With weights: Gwet 2014, ch. 3.
 *
 * Missing ratings: Fleiss 1971 knows none. Followed is Gwet's extension (irrCAC `fleiss.kappa.raw`): agreement over units
 * with two or more ratings, shares of categories over units with any, each unit counting once. DKPro and statsmodels ask
 * for as many ratings on every unit. Not defined without a unit that two coders rated, and when one category was used.
 */
export function fleissKappa(
  table: RatingTable,
  weight: Weight = identityWeight,
  parts: Result<UnitShares> = unitShares(table, weight),
): Figure {
  if (!parts.ok) return parts;
  const { observed, shares } = parts.value;
  const used = [...shares.entries()].filter(([, share]) => share > 0);
  const [only] = used;
  if (only !== undefined && used.length === 1) {
    const category = String(table.categories[only[0]]);
    return fail(createFault('agreement.undefined.oneCategory', { category }));
  }
  return beyondChance(observed, weightedSum(used, weight));
}
