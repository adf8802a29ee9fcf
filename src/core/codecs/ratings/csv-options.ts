import type { Level } from '../../agreement/rating-table';

/** Written by R and others where there is no value. */
export const NOT_AVAILABLE = 'NA';

/** How a CSV file of ratings is to be read. */
export interface CsvOptions {
  readonly level: Level;
  /** Words that stand for a missing rating, beside nothing at all and `NA`. */
  readonly missing?: readonly string[];
  /** Whether the first line names the coders; undefined to decide by looking. */
  readonly header?: boolean;
  /** The categories in their order; at the level ordinal, words need it. */
  readonly categories?: readonly string[];
}

/** At the level ordinal words in an order that was declared will do. */
export function isOfNumbers({ level, categories = [] }: CsvOptions): boolean {
  return level === 'interval' || level === 'ratio' || (level === 'ordinal' && !categories.length);
}

export function isMissing(cell: string, { missing = [] }: CsvOptions): boolean {
  return cell === '' || cell === NOT_AVAILABLE || missing.includes(cell);
}
