import { createFault, fail, type Result } from '../result';
import { beyondChance, type Figure } from './figure';
import { onlyCategory, unitShares, type UnitShares } from './observed-agreement';
import type { RatingTable } from './rating-table';
import { identityWeight, weightedSum, type Weight } from './weights';

/**
 * Brennan and Prediger's coefficient (1981): chance gives every category the same share, `expected = Σ w(k,l) / q²`,
 * which is 1/q without weights. For two coders it is Bennett, Alpert & Goldstein's S (1954), for several Randolph's
 * free-marginal kappa (2005). q counts all categories of the table, declared or used, so declare those nobody used.
 *
 * Missing ratings as in irrCAC `bp.coeff.raw`: units with two or more ratings. Not defined without one, and when there is
 * but one category (irrCAC prints 1 there, having nothing to compare).
 */
export function brennanPrediger(
  table: RatingTable,
  weight: Weight = identityWeight,
  parts: Result<UnitShares> = unitShares(table, weight),
): Figure {
  if (!parts.ok) return parts;
  const category = onlyCategory(table);
  if (category !== undefined)
    return fail(createFault('agreement.undefined.oneCategory', { category }));
  const q = table.categories.length;
  return beyondChance(parts.value.observed, sumOfWeights(q, weight) / (q * q));
}

const sums = new WeakMap<Weight, number>();

/** The sum of the weights of all pairs of categories. Added up once for all draws with the same weight, made for q. */
export function sumOfWeights(q: number, weight: Weight): number {
  if (weight === identityWeight) return q;
  const sum = sums.get(weight) ?? addWeights(q, weight);
  sums.set(weight, sum);
  return sum;
}

function addWeights(q: number, weight: Weight): number {
  const each = Array.from({ length: q }, (_, category) => [category, 1] as const);
  return weightedSum(each, weight);
}
