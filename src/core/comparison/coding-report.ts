import { krippendorffAlpha } from '../agreement/krippendorff-alpha';
import { percentAgreement } from '../agreement/percent-agreement';
import { ratingReport, type RatingReport } from '../agreement/rating-report';
import type { RatingTable } from '../agreement/rating-table';
import type { CodingRatings } from './coding-ratings';
import type { Compared } from './compared-work';
import { drawDocuments } from './document-bootstrap';
import type { FigureOptions } from './stretch-report';

/** The figures of ratings; intervals are drawn over documents, since passages of one text are alike. */
export function reportRatings(
  { documents }: Compared,
  { table, documentOf }: CodingRatings,
  { bootstrap }: FigureOptions,
): RatingReport {
  const report = ratingReport(table);
  if (bootstrap === undefined) return report;
  const drawn = (times: readonly number[]): RatingTable => ({
    ...table,
    units: table.units.flatMap((unit, index) => {
      const count = unit.count * (times[documentOf[index] ?? -1] ?? 0);
      return count === 0 ? [] : [{ ...unit, count }];
    }),
  });
  const { intervals, undefinedBecause } = drawDocuments(documents.length, bootstrap, {
    percentAgreement: (times) => percentAgreement(drawn(times)),
    krippendorffAlpha: (times) => krippendorffAlpha(drawn(times)),
  });
  return {
    ...report,
    intervals,
    undefinedBecause: { ...report.undefinedBecause, ...undefinedBecause },
  };
}
