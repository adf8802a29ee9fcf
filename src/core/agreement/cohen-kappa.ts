import { createFault, fail, ok, type Result } from '../result';
import { beyondChance, type Figure } from './figure';
import { pairTable, type PairTable } from './pair-table';
import { dichotomize, type RatingTable } from './rating-table';
import { identityWeight, type Weight } from './weights';

export const INSTEAD_OF_KAPPA = 'Fleiss’ or Conger’s kappa or Krippendorff’s alpha';

/**
 * Cohen's kappa for two coders (Cohen 1960), weighted when a weight is given (Cohen 1968, in terms of agreement):
 * observed `Σ w(k,l) p_kl`, expected `Σ w(k,l) p_k+ p_+l`, each coder with shares of their own. From below 0 to 1.
 *
 * Missing ratings: only units that both rated (as in Cohen's table, and in scikit-learn, which takes no missing values).
 * `congerKappa` keeps the others too, as irrCAC does. Not defined for other than two coders, without a unit that both
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
  let expected = 0;
  for (const [first, p] of pairs.firstShares.entries()) {
    if (p === 0) continue;
    if (weight === identityWeight) {
      expected += p * (pairs.secondShares[first] ?? 0);
      continue;
    }
    for (const [second, q] of pairs.secondShares.entries()) {
      if (q !== 0) expected += weight(first, second) * p * q;
    }
  }
  const only = pairs.cells.length === 1 ? pairs.cells[0] : undefined;
  if (only !== undefined && only.first === only.second) {
    const category = String(table.categories[only.first]);
    return fail(createFault('agreement.undefined.oneCategory', { category }));
  }
  return beyondChance(observed, expected);
}

/**
 * Cohen's kappa on “this category” against “any other”. Not the per-category figure that Fleiss prints, which pools the
 * two coders' shares: see `categoryKappa`.
 */
export function cohenKappaOfCategory(table: RatingTable, category: number): Figure {
  return cohenKappa(dichotomize(table, category));
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
