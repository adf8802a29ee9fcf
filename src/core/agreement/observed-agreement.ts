import { createFault, fail, ok, type Result } from '../result';
import { tallyOf, type RatingTable, type Tally } from './rating-table';
import { identityWeight, type Weight } from './weights';

/** How far the coders of one unit agree: the share of their pairs that do, each pair weighted. Needs two ratings. */
export function agreementOfUnit(tally: Tally, weight: Weight = identityWeight): number {
  const given = [...tally.byCategory];
  let agreeing = 0;
  for (const [first, n] of given) {
    let near = 0;
    for (const [second, m] of given) near += weight(first, second) * m;
    agreeing += n * (near - 1);
  }
  return agreeing / (tally.rated * (tally.rated - 1));
}

/** What Fleiss, Gwet and Brennan-Prediger share: agreement and categories, each unit counting once however often rated. */
export interface UnitShares {
  /** Mean agreement of the units that two or more coders rated (irrCAC: pa). */
  readonly observed: number;
  /** By category: its mean share of the ratings of a unit, over the units with any rating (irrCAC: pi). */
  readonly shares: readonly number[];
}

/**
 * Missing ratings as irrCAC has them (Gwet 2014, ch. 2): a unit with one rating says nothing about agreement but counts
 * in how often the categories are used; a unit with none counts nowhere.
 */
export function unitShares(
  table: RatingTable,
  weight: Weight = identityWeight,
): Result<UnitShares> {
  const shares = new Float64Array(table.categories.length);
  let agreement = 0;
  let compared = 0;
  let rated = 0;
  for (const unit of table.units) {
    const tally = tallyOf(unit);
    if (tally.rated === 0) continue;
    rated += unit.count;
    for (const [category, n] of tally.byCategory) {
      shares[category] = (shares[category] ?? 0) + (unit.count * n) / tally.rated;
    }
    if (tally.rated < 2) continue;
    compared += unit.count;
    agreement += unit.count * agreementOfUnit(tally, weight);
  }
  if (compared === 0) return fail(createFault('agreement.undefined.nothingShared'));
  return ok({
    observed: agreement / compared,
    shares: Array.from(shares, (share) => share / rated),
  });
}

/** The one category of all ratings, when there is no other that could have been given. */
export function onlyCategory(table: RatingTable): string | undefined {
  return table.categories.length === 1 ? String(table.categories[0]) : undefined;
}
