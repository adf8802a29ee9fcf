import { createFault, fail, ok, type Result } from '../result';
import type { Times } from './drawn-figure';
import { agreementOfUnit, type UnitShares } from './observed-agreement';
import { tallyOf, type RatingTable } from './rating-table';
import { identityWeight, type Weight } from './weights';

/** `unitShares` of any draw; see `drawnRatings`. Units that nobody rated are not even looked at. */
export function drawnShares(
  table: RatingTable,
  partOf: readonly number[],
  weight: Weight = identityWeight,
): (times: Times) => Result<UnitShares> {
  const rated = table.units.flatMap((unit, index) => {
    const tally = tallyOf(unit);
    return tally.rated === 0 ? [] : [{ unit, tally, part: partOf[index] ?? -1 }];
  });
  const parts = Int32Array.from(rated, ({ part }) => part);
  const counts = Float64Array.from(rated, ({ unit }) => unit.count);
  const ratings = Int32Array.from(rated, ({ tally }) => tally.rated);
  const agreements = Float64Array.from(rated, ({ tally }) =>
    tally.rated < 2 ? 0 : agreementOfUnit(tally, weight),
  );
  // Of each unit its categories and how often each was given, one unit after the other.
  const given = rated.flatMap(({ tally }) => [...tally.byCategory]);
  const categories = Int32Array.from(given, ([category]) => category);
  const numbers = Int32Array.from(given, ([, n]) => n);
  const ends = new Int32Array(rated.length);
  let end = 0;
  for (const [index, { tally }] of rated.entries()) ends[index] = end += tally.byCategory.size;

  return (times) => {
    const shares = new Float64Array(table.categories.length);
    let agreement = 0;
    let compared = 0;
    let units = 0;
    for (let index = 0; index < parts.length; index += 1) {
      const count = (counts[index] ?? 0) * (times[parts[index] ?? -1] ?? 0);
      if (count === 0) continue;
      units += count;
      const n = ratings[index] ?? 0;
      for (let at = index === 0 ? 0 : (ends[index - 1] ?? 0); at < (ends[index] ?? 0); at += 1) {
        const category = categories[at] ?? 0;
        shares[category] = (shares[category] ?? 0) + (count * (numbers[at] ?? 0)) / n;
      }
      if (n < 2) continue;
      compared += count;
      agreement += count * (agreements[index] ?? 0);
    }
    if (compared === 0) return fail(createFault('agreement.undefined.nothingShared'));
    return ok({
      observed: agreement / compared,
      shares: Array.from(shares, (share) => share / units),
    });
  };
}
