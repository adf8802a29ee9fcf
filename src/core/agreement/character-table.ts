import { t } from '../messages/message';
import type { Continuum } from './continuum';
import type { RatingTable } from './rating-table';
import { runsOf } from './runs';

/**
 * Every character of the continuum as a unit that each coder rated: with the code there, with all codes there together
 * where several lie (each combination is a category of its own), or with none. Any figure of nominal ratings may be taken
 * of it; Conger's kappa (Cohen's, for two coders) and Krippendorff's alpha (Krippendorff 2004, “Measuring the Reliability
 * of Qualitative Text Analysis Data”) are printed. Nobody misses a rating: what a coder left bare was rated “none”.
 *
 * Characters are not independent, and bare text counts as agreement: where little is coded the percentage is high
 * whatever the coders do (as NVivo's), and kappa and alpha are the figures to read.
 */
export function characterTable(continuum: Continuum): RatingTable {
  const indexOf = new Map<string, number>();
  const categoryOf = (codes: readonly string[]): number => {
    const name = codes.length === 0 ? t('agreement.noCode') : codes.join(' + ');
    const known = indexOf.get(name);
    if (known !== undefined) return known;
    indexOf.set(name, indexOf.size);
    return indexOf.size - 1;
  };
  const units = runsOf(continuum).map(({ length, codes }) => ({
    ratings: codes.map(categoryOf),
    count: length,
  }));
  return {
    level: 'nominal',
    categories: [...indexOf.keys()],
    coders: continuum.coders.length,
    units,
  };
}
