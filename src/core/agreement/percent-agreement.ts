import { createFault, fail, ok, type Result } from '../result';
import type { Figure } from './figure';
import { agreementOfUnit, unitShares } from './observed-agreement';
import { tallyOf, type RatingTable } from './rating-table';
import { identityWeight, type Weight } from './weights';

/**
 * Percent agreement, as a share from 0 to 1: of each unit the share of its pairs of coders who gave the same category,
 * then the mean over units (Fleiss 1971, P̄; Gwet 2014; irrCAC `pa.coeff.raw`). Nothing is taken out for
 * chance: `expected` is 0.
 *
 * Missing ratings: only the ratings that are there make pairs, and only units with two or more count, each once. Others
 * count each pair of ratings once (`percentAgreementOfPairs`); without missing ratings the two are the same.
 * Not defined when no unit has two ratings.
 */
export function percentAgreement(table: RatingTable, weight: Weight = identityWeight): Figure {
  const parts = unitShares(table, weight);
  if (!parts.ok) return parts;
  const { observed } = parts.value;
  return ok({ value: observed, observed, expected: 0 });
}

/**
 * The share of all pairs of ratings of the same unit that are the same: a unit that more coders rated counts for more.
 * Not defined when there is no pair.
 */
export function percentAgreementOfPairs(table: RatingTable): Result<number> {
  let pairs = 0;
  let agreeing = 0;
  for (const unit of table.units) {
    const tally = tallyOf(unit);
    if (tally.rated < 2) continue;
    const n = (unit.count * tally.rated * (tally.rated - 1)) / 2;
    pairs += n;
    agreeing += n * agreementOfUnit(tally);
  }
  if (pairs === 0) return fail(createFault('agreement.undefined.nothingShared'));
  return ok(agreeing / pairs);
}
