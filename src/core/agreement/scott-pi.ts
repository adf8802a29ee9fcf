import { createFault, fail, type Result } from '../result';
import { beyondChance, type Figure } from './figure';
import { pairTable, type PairTable } from './pair-table';
import type { RatingTable } from './rating-table';

export const INSTEAD_OF_PI = 'Fleiss’ kappa';

/**
 * Scott's pi for two coders (Scott 1955): as Cohen's kappa, but chance is drawn from the two coders' ratings together,
 * `expected = Σ ((p_k+ + p_+k) / 2)²`. From below 0 to 1. It is Fleiss' kappa of two coders when nothing is missing.
 *
 * Missing ratings: only units that both rated. Not defined for other than two coders, without such a unit, and when only
 * one category was used.
 */
export function scottPi(
  table: RatingTable,
  pairs: Result<PairTable> = pairTable(table, INSTEAD_OF_PI),
): Figure {
  if (!pairs.ok) return pairs;
  const { units, cells, firstShares, secondShares } = pairs.value;
  let observed = 0;
  for (const { first, second, n } of cells) if (first === second) observed += n / units;
  const only = cells.length === 1 ? cells[0] : undefined;
  if (only !== undefined && only.first === only.second) {
    const category = String(table.categories[only.first]);
    return fail(createFault('agreement.undefined.oneCategory', { category }));
  }
  const expected = firstShares.reduce(
    (sum, share, category) => sum + ((share + (secondShares[category] ?? 0)) / 2) ** 2,
    0,
  );
  return beyondChance(observed, expected);
}
