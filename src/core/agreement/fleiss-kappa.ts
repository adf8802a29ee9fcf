import { createFault, fail, type Result } from '../result';
import { beyondChance, type Figure } from './figure';
import { unitShares, type UnitShares } from './observed-agreement';
import { dichotomize, type RatingTable } from './rating-table';
import { identityWeight, type Weight } from './weights';

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
  let expected = 0;
  for (const [first, p] of used) {
    if (weight === identityWeight) expected += p * p;
    else for (const [second, q] of used) expected += weight(first, second) * p * q;
  }
  return beyondChance(observed, expected);
}

/**
 * Fleiss' kappa of one category (Fleiss 1971, eq. 20 and 21): how far coders agree on “this one” against “any other”,
 * their shares pooled. This is what is published as κ_j (Agresti 1992; Landis & Koch 1977); Cohen's kappa on the same two
 * classes, each coder with shares of their own, is `cohenKappaOfCategory`.
 */
export function categoryKappa(table: RatingTable, category: number): Figure {
  return fleissKappa(dichotomize(table, category));
}
