import { createFault, fail, type Result } from '../result';
import { sumOfWeights } from './brennan-prediger';
import { beyondChance, type Figure } from './figure';
import { onlyCategory, unitShares, type UnitShares } from './observed-agreement';
import type { RatingTable } from './rating-table';
import { hasNegativeValue, identityWeight, weightOfLevel, type Weight } from './weights';

/**
 * Gwet's AC1 (Gwet 2008): chance agreement is that of ratings given at random, so it falls, not rises, when one category
 * prevails: `expected = Σ π_k (1 - π_k) / (q - 1)`. From below 0 to 1. q counts all categories, declared or used.
 *
 * Missing ratings as irrCAC `gwet.ac1.raw`: see `unitShares`. Not defined without a unit that two coders rated, and when
 * there is but one category (irrCAC prints 1 there).
 */
export function gwetAC1(table: RatingTable, parts?: Result<UnitShares>): Figure {
  return gwet(table, identityWeight, parts);
}

/**
 * Gwet's AC2 (Gwet 2014, ch. 3.5): AC1 with weights, `expected = Σ w(k,l) · Σ π_k (1 - π_k) / (q (q - 1))`. Without a
 * weight of one's own those that irrCAC names after the level: ordinal, quadratic for interval, ratio; at the level
 * nominal it is AC1. Not defined as AC1 is not, and for values below 0 at the level ratio.
 */
export function gwetAC2(table: RatingTable, weight?: Weight, parts?: Result<UnitShares>): Figure {
  if (weight === undefined && table.level === 'ratio' && hasNegativeValue(table)) {
    return fail(createFault('agreement.undefined.notRatio'));
  }
  return gwet(table, weight ?? weightOfLevel(table), parts);
}

function gwet(
  table: RatingTable,
  weight: Weight,
  parts: Result<UnitShares> = unitShares(table, weight),
): Figure {
  if (!parts.ok) return parts;
  const category = onlyCategory(table);
  if (category !== undefined)
    return fail(createFault('agreement.undefined.oneCategory', { category }));
  const { observed, shares } = parts.value;
  const q = table.categories.length;
  const spread = shares.reduce((sum, share) => sum + share * (1 - share), 0);
  return beyondChance(observed, (sumOfWeights(q, weight) * spread) / (q * (q - 1)));
}
