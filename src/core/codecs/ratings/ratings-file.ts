import type { Level, Value } from '../../agreement/rating-table';

/** What is read from a file of ratings, however it was written. */
export interface RatingsFile {
  readonly level: Level;
  /** A row a unit, a column a coder; undefined where a rating is missing. All rows are as long. */
  readonly rows: readonly (readonly (Value | undefined)[])[];
  /** Categories that could have been given, in their order. */
  readonly categories: readonly Value[];
  /** Names of the coders, when the file has them. */
  readonly coders?: readonly string[];
  /** What was decided about the file that a person should know. */
  readonly notes: readonly string[];
}
