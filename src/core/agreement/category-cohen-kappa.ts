import { ok } from '../result';
import { cohenKappa, INSTEAD_OF_KAPPA } from './cohen-kappa';
import type { Figure } from './figure';
import { pairTable, type PairTable } from './pair-table';
import { dichotomyOf, type RatingTable } from './rating-table';
import { identityWeight } from './weights';

/**
 * By category, Cohen's kappa on “this category” against “any other”. Not the per-category figure that Fleiss prints,
 * which pools the two coders' shares: see `categoryKappas`.
 */
export function categoryCohenKappas(table: RatingTable): readonly Figure[] {
  const pairs = pairTable(table, INSTEAD_OF_KAPPA);
  if (!pairs.ok) return table.categories.map(() => pairs);
  const { units, cells } = pairs.value;
  const q = table.categories.length;
  const byFirst = new Float64Array(q);
  const bySecond = new Float64Array(q);
  const byBoth = new Float64Array(q);
  for (const { first, second, n } of cells) {
    byFirst[first] = (byFirst[first] ?? 0) + n;
    bySecond[second] = (bySecond[second] ?? 0) + n;
    if (first === second) byBoth[first] = n;
  }
  return table.categories.map((_, category) => {
    const [first = 0, second = 0, both = 0] = [byFirst, bySecond, byBoth].map((of) => of[category]);
    const classes = [
      { first: 1, second: 1, n: both },
      { first: 1, second: 0, n: first - both },
      { first: 0, second: 1, n: second - both },
      { first: 0, second: 0, n: units - first - second + both },
    ];
    const dichotomized: PairTable = {
      units,
      cells: classes.filter(({ n }) => n > 0),
      firstShares: [(units - first) / units, first / units],
      secondShares: [(units - second) / units, second / units],
    };
    return cohenKappa(dichotomyOf(table, category), identityWeight, ok(dichotomized));
  });
}
