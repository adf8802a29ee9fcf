import { drawnRatings } from '../agreement/drawn-ratings';
import { ratingReport, type RatingReport } from '../agreement/rating-report';
import type { CodingRatings } from './coding-ratings';
import type { Compared } from './compared-work';
import { drawDocuments } from './document-bootstrap';
import type { FigureOptions } from './stretch-report';

/**
 * The figures of ratings; intervals are drawn over documents, since passages of one text are alike. A rating is missing
 * where a coder of the document gave none, not where somebody never coded it.
 */
export function reportRatings(
  { documents }: Compared,
  { table, documentOf }: CodingRatings,
  { bootstrap }: FigureOptions,
): RatingReport {
  const figures = ratingReport(table);
  const asked = documentOf.reduce((sum, place) => sum + (documents[place]?.coders.size ?? 0), 0);
  const report = { ...figures, missing: asked - figures.ratings };
  if (bootstrap === undefined) return report;
  const { intervals, undefinedBecause } = drawDocuments(documents.length, bootstrap, {
    percentAgreement: drawnRatings.percentAgreement(table, documentOf),
    krippendorffAlpha: drawnRatings.krippendorffAlpha(table, documentOf),
  });
  return {
    ...report,
    intervals,
    undefinedBecause: { ...report.undefinedBecause, ...undefinedBecause },
  };
}
