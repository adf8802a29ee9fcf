import { t } from '../messages/message';

/** What the values of a scale can do: be told apart; be put in order; be subtracted; be divided, having a true zero. */
export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio';
export const LEVELS: readonly Level[] = ['nominal', 'ordinal', 'interval', 'ratio'];

export type Value = string | number;

/**
 * Who gave which category to which unit. At the level nominal the order of the categories means nothing; at ordinal it
 * is their rank; at interval and ratio each is a number.
 */
export interface RatingTable {
  readonly level: Level;
  /** Every category that may be given, used or not; ratings are indexes into it. */
  readonly categories: readonly Value[];
  readonly coders: number;
  readonly units: readonly RatedUnit[];
}

export interface RatedUnit {
  /** By coder the index of a category; undefined where the coder gave none. */
  readonly ratings: readonly (number | undefined)[];
  /** How many units with these ratings it stands for: the length of a run of characters, the times it was drawn. */
  readonly count: number;
}

/**
 * A row a unit, a column a coder. `declared` are categories that could have been given, in their order; those that were
 * given and are not among them follow, smallest first.
 */
export function createRatingTable(
  level: Level,
  rows: readonly (readonly (Value | undefined)[])[],
  declared: readonly Value[] = [],
): RatingTable {
  const coders = rows[0]?.length ?? 0;
  const known = new Set(declared);
  const used = new Set(rows.flat().filter((value) => value !== undefined));
  const others = [...used].filter((value) => !known.has(value)).sort(compareValues);
  const categories = [...known, ...others];
  if (
    (level === 'interval' || level === 'ratio') &&
    categories.some((value) => typeof value !== 'number')
  ) {
    throw new Error(`A category at the level ${level} is no number.`);
  }
  const indexOf = new Map(categories.map((value, index) => [value, index]));
  const units = rows.map((row) => {
    if (row.length !== coders) throw new Error('The rows of ratings differ in length.');
    return {
      ratings: row.map((value) => (value === undefined ? undefined : indexOf.get(value))),
      count: 1,
    };
  });
  return { level, categories, coders, units };
}

function compareValues(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number') return -1;
  if (typeof b === 'number') return 1;
  return a < b ? -1 : Number(a > b);
}

/** How often each category was given to a unit, by how many coders in all. */
export interface Tally {
  readonly rated: number;
  readonly byCategory: ReadonlyMap<number, number>;
}

const tallies = new WeakMap<RatedUnit['ratings'], Tally>();

/** Counted once for all draws and figures of the same ratings. */
export function tallyOf({ ratings }: RatedUnit): Tally {
  const known = tallies.get(ratings);
  if (known !== undefined) return known;
  const tally = countRatings(ratings);
  tallies.set(ratings, tally);
  return tally;
}

function countRatings(ratings: RatedUnit['ratings']): Tally {
  const byCategory = new Map<number, number>();
  let rated = 0;
  for (const category of ratings) {
    if (category === undefined) continue;
    rated += 1;
    byCategory.set(category, (byCategory.get(category) ?? 0) + 1);
  }
  return { rated, byCategory };
}

/** The two classes “any other” (index 0) and “this category” (index 1), at the level nominal, without units. */
export function dichotomyOf(table: RatingTable, category: number): RatingTable {
  const name = String(table.categories[category]);
  const categories = [t('agreement.otherThan', { category: name }), name];
  return { level: 'nominal', categories, coders: table.coders, units: [] };
}

/** The ratings of these coders only, in this order. */
export function pickCoders(table: RatingTable, coders: readonly number[]): RatingTable {
  const units = table.units.map(({ ratings, count }) => ({
    ratings: coders.map((coder) => ratings[coder]),
    count,
  }));
  return { ...table, coders: coders.length, units };
}
