import { createFault, fail, type Result } from '../result';
import { beyondChance, type Figure } from './figure';
import { unitShares, type UnitShares } from './observed-agreement';
import type { RatingTable } from './rating-table';
import { identityWeight, weightedSum, type Weight } from './weights';

/**
 * Conger's kappa (Conger 1980, after Light 1971): Cohen's for any number of coders. Expected agreement is the mean over
 * pairs of coders of `Σ w(k,l) p_gk p_hl`, each coder g with shares of their own. From below 0 to 1; Cohen's kappa when
 * two coders rated everything.
 *
 * Missing ratings as irrCAC `conger.kappa.raw`: agreement over units with two or more ratings; a coder's shares over all
 * units this coder rated. Not defined without a unit that two coders rated, when a coder rated nothing, and when all
 * used one and the same category only.
 */
export function congerKappa(
  table: RatingTable,
  weight: Weight = identityWeight,
  parts: Result<UnitShares> = unitShares(table, weight),
  shares: CoderShares = coderShares(table),
): Figure {
  if (!parts.ok) return parts;
  const idle = shares.findIndex((one) => one.size === 0);
  if (idle !== -1) {
    return fail(createFault('agreement.undefined.idleCoder', { coder: idle + 1 }));
  }
  const used = new Set(shares.flatMap((one) => [...one.keys()]));
  const [only] = used;
  if (only !== undefined && used.size === 1) {
    const category = String(table.categories[only]);
    return fail(createFault('agreement.undefined.oneCategory', { category }));
  }
  // Over all ordered pairs of coders: all products, less those of a coder with themselves.
  const together = new Map<number, number>();
  for (const one of shares) {
    for (const [category, share] of one) {
      together.set(category, (together.get(category) ?? 0) + share);
    }
  }
  const alone = shares.reduce((sum, one) => sum + weightedSum([...one], weight), 0);
  const pairs = table.coders * (table.coders - 1);
  return beyondChance(parts.value.observed, (weightedSum([...together], weight) - alone) / pairs);
}

/** By coder: the share of their ratings that each category has, in the order in which it first came up. */
export type CoderShares = readonly ReadonlyMap<number, number>[];

function coderShares(table: RatingTable): CoderShares {
  return Array.from({ length: table.coders }, (_, coder) => {
    const counts = new Map<number, number>();
    let rated = 0;
    for (const { ratings, count } of table.units) {
      const category = ratings[coder];
      if (category === undefined) continue;
      counts.set(category, (counts.get(category) ?? 0) + count);
      rated += count;
    }
    return new Map([...counts].map(([category, n]) => [category, n / rated]));
  });
}
