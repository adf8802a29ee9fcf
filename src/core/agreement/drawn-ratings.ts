import { createFault, fail, ok, type Result } from '../result';
import { brennanPrediger } from './brennan-prediger';
import { cohenKappa, INSTEAD_OF_KAPPA } from './cohen-kappa';
import { congerKappa } from './conger-kappa';
import { drawnAlpha } from './drawn-alpha';
import { drawnCoderShares, drawnPairs } from './drawn-coders';
import type { DrawnFigure } from './drawn-figure';
import { drawnShares } from './drawn-shares';
import type { Figure } from './figure';
import { fleissKappa } from './fleiss-kappa';
import { gwetAC1, gwetAC2 } from './gwet-ac';
import { agreementOfUnit, type UnitShares } from './observed-agreement';
import { tallyOf, type RatingTable } from './rating-table';
import { INSTEAD_OF_PI, scottPi } from './scott-pi';
import { hasNegativeValue, identityWeight, weightOfLevel } from './weights';

type Drawing = (table: RatingTable, partOf: readonly number[]) => DrawnFigure;

/**
 * Figures of ratings whose units lie in parts (documents, or each unit by itself), for any number of draws of the parts.
 * Ratings are read once: what a unit adds to a sum is kept, and a draw adds it up as often as its part was drawn. The
 * figures are those of a table with the drawn units in it, to the last digit, for the sums are made in the same order.
 */
export const drawnRatings = {
  percentAgreement: drawnPercentAgreement,
  cohenKappa: (table, partOf) => {
    const pairs = drawnPairs(table, partOf, INSTEAD_OF_KAPPA);
    return (times) => cohenKappa(table, identityWeight, pairs(times));
  },
  scottPi: (table, partOf) => {
    const pairs = drawnPairs(table, partOf, INSTEAD_OF_PI);
    return (times) => scottPi(table, pairs(times));
  },
  fleissKappa: ofShares((table, shares) => fleissKappa(table, identityWeight, shares)),
  congerKappa: (table, partOf) => {
    const shares = drawnShares(table, partOf);
    const coders = drawnCoderShares(table, partOf);
    return (times) => congerKappa(table, identityWeight, shares(times), coders(times));
  },
  brennanPrediger: ofShares((table, shares) => brennanPrediger(table, identityWeight, shares)),
  gwetAC1: ofShares(gwetAC1),
  gwetAC2: (table, partOf) => {
    if (table.level === 'ratio' && hasNegativeValue(table)) return () => gwetAC2(table);
    const weight = weightOfLevel(table);
    const shares = drawnShares(table, partOf, weight);
    return (times) => gwetAC2(table, weight, shares(times));
  },
  krippendorffAlpha: drawnAlpha,
} as const satisfies Record<string, Drawing>;

function ofShares(figureOf: (table: RatingTable, shares: Result<UnitShares>) => Figure): Drawing {
  return (table, partOf) => {
    const shares = drawnShares(table, partOf);
    return (times) => figureOf(table, shares(times));
  };
}

function drawnPercentAgreement(table: RatingTable, partOf: readonly number[]): DrawnFigure {
  const compared = table.units.flatMap((unit, index) => {
    const tally = tallyOf(unit);
    return tally.rated < 2 ? [] : [{ unit, tally, part: partOf[index] ?? -1 }];
  });
  const parts = Int32Array.from(compared, ({ part }) => part);
  const counts = Float64Array.from(compared, ({ unit }) => unit.count);
  const agreements = Float64Array.from(compared, ({ tally }) => agreementOfUnit(tally));
  return (times) => {
    let agreement = 0;
    let units = 0;
    for (let index = 0; index < parts.length; index += 1) {
      const count = (counts[index] ?? 0) * (times[parts[index] ?? -1] ?? 0);
      if (count === 0) continue;
      agreement += count * (agreements[index] ?? 0);
      units += count;
    }
    if (units === 0) return fail(createFault('agreement.undefined.nothingShared'));
    return ok({ value: agreement / units, observed: agreement / units, expected: 0 });
  };
}
