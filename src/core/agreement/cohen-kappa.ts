import { createFault, fail, ok, type Result } from '../result';
import { beyondChance, type Figure } from './figure';
import { pairTable, type PairTable } from './pair-table';
import type { RatingTable } from './rating-table';
import { sumAcross, type Masses } from './sum-over-pairs';
import { identityWeight, type Weight } from './weights';

export const INSTEAD_OF_KAPPA = 'Fleiss’ kappa or Krippendorff’s alpha';

/**
 * Cohen's kappa for two coders (Cohen 1960), weighted when a weight is given (Cohen 1968, in terms of agreement):
 * observed `Σ w(k,l) p_kl`, expected `Σ w(k,l) p_k+ p_+l`, each coder with shares of their own. From below 0 to 1.
 *
 * Missing ratings: only units that both rated (as in Cohen's table, and in scikit-learn, which takes no missing values).
 * `congerKappa` keeps the others too, as irrCAC does. At the level ordinal weights go by ranks among all categories of the
 * table, also those of units left out; scikit-learn ranks those it is given as `labels`, or else those left. Not defined for other than two coders, without a unit that both
 * rated, and when both used one and the same category only.
 */
export function cohenKappa(
  table: RatingTable,
  weight: Weight = identityWeight,
  pairs: Result<PairTable> = pairTable(table, INSTEAD_OF_KAPPA),
): Figure {
  return pairs.ok ? kappaOf(pairs.value, table, weight) : pairs;
}

function kappaOf(pairs: PairTable, table: RatingTable, weight: Weight): Figure {
  let observed = 0;
  for (const { first, second, n } of pairs.cells)
    observed += (weight(first, second) * n) / pairs.units;
  const expected = expectedAgreement(pairs, weight);
  const only = pairs.cells.length === 1 ? pairs.cells[0] : undefined;
  if (only !== undefined && only.first === only.second) {
    const category = String(table.categories[only.first]);
    return fail(createFault('agreement.undefined.oneCategory', { category }));
  }
  return beyondChance(observed, expected);
}

function expectedAgreement({ firstShares, secondShares }: PairTable, weight: Weight): number {
  if (weight === identityWeight) {
    return firstShares.reduce((sum, p, category) => sum + p * (secondShares[category] ?? 0), 0);
  }
  return sumAcross(weight, usedOf(firstShares), usedOf(secondShares));
}

function usedOf(shares: readonly number[]): Masses {
  return [...shares.entries()].filter(([, share]) => share !== 0);
}

/**
 * The largest kappa that these shares of the two coders allow (Cohen 1960): the observed agreement cannot pass
 * `Σ min(p_k+, p_+k)`. Unweighted.
 */
export function maximumCohenKappa(table: RatingTable): Result<number> {
  const kappa = cohenKappa(table);
  if (!kappa.ok) return kappa;
  const pairs = pairTable(table, '');
  if (!pairs.ok) return pairs;
  let most = 0;
  for (const [category, share] of pairs.value.firstShares.entries()) {
    most += Math.min(share, pairs.value.secondShares[category] ?? 0);
  }
  return ok((most - kappa.value.expected) / (1 - kappa.value.expected));
}
