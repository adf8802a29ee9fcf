import type { DrawnFigure, Times } from './drawn-figure';
import { alphaFrom, differenceOfLevel } from './krippendorff-alpha';
import { tallyOf, type RatingTable } from './rating-table';

/** Units in which two categories meet; the others add nothing to the observed disagreement. */
interface Meetings {
  readonly parts: Int32Array;
  readonly counts: Float64Array;
  readonly rated: Int32Array;
  /** Where in `pairs` the meetings of a unit begin, and after the last of them where they end. */
  readonly begins: Int32Array;
  /** Of each pair that meets in a unit both categories and twice the product of how often they were given. */
  readonly pairs: Float64Array;
}

function meetingsIn(table: RatingTable, partOf: readonly number[]): Meetings {
  const found: { part: number; count: number; rated: number }[] = [];
  const begins = [0];
  const pairs: number[] = [];
  for (const [index, unit] of table.units.entries()) {
    const { rated, byCategory } = tallyOf(unit);
    if (rated < 2 || byCategory.size === 1) continue;
    const given = [...byCategory];
    for (const [place, [first, n]] of given.entries()) {
      for (const [second, m] of given.slice(place + 1)) pairs.push(first, second, 2 * n * m);
    }
    found.push({ part: partOf[index] ?? -1, count: unit.count, rated });
    begins.push(pairs.length);
  }
  return {
    parts: Int32Array.from(found, ({ part }) => part),
    counts: Float64Array.from(found, ({ count }) => count),
    rated: Int32Array.from(found, ({ rated }) => rated),
    begins: Int32Array.from(begins),
    pairs: Float64Array.from(pairs),
  };
}

/** Krippendorff's alpha of any draw; see `drawnRatings`. */
export function drawnAlpha(table: RatingTable, partOf: readonly number[]): DrawnFigure {
  const meetings = meetingsIn(table, partOf);
  const { parts, counts, rated } = meetings;
  const marginsOf = drawnMargins(table, partOf);
  // At the level ordinal alone the differences hang on what was drawn.
  const fixed =
    table.level === 'ordinal' ? undefined : differing(meetings, differenceOfLevel(table, []));
  return (times) => {
    const margins = marginsOf(times);
    return alphaFrom(table, margins, (delta) => {
      const of = fixed ?? differing(meetings, delta);
      let sum = 0;
      for (let index = 0; index < parts.length; index += 1) {
        const count = (counts[index] ?? 0) * (times[parts[index] ?? -1] ?? 0);
        if (count !== 0) sum += (count * (of[index] ?? 0)) / ((rated[index] ?? 0) - 1);
      }
      return sum;
    });
  };
}

/** By unit how much its ratings differ. */
function differing(
  { begins, pairs, parts }: Meetings,
  delta: (first: number, second: number) => number,
): Float64Array {
  const sums = new Float64Array(parts.length);
  for (let index = 0; index < parts.length; index += 1) {
    let sum = 0;
    for (let at = begins[index] ?? 0; at < (begins[index + 1] ?? 0); at += 3) {
      sum += (pairs[at + 2] ?? 0) * delta(pairs[at] ?? 0, pairs[at + 1] ?? 0);
    }
    sums[index] = sum;
  }
  return sums;
}

/** How many comparable ratings of a draw gave each category: whole numbers, so those of a part are added up beforehand. */
function drawnMargins(
  table: RatingTable,
  partOf: readonly number[],
): (times: Times) => readonly number[] {
  const ofParts = new Map<number, Map<number, number>>();
  for (const [index, unit] of table.units.entries()) {
    const tally = tallyOf(unit);
    if (tally.rated < 2) continue;
    const part = partOf[index] ?? -1;
    const own = ofParts.get(part) ?? new Map<number, number>();
    ofParts.set(part, own);
    for (const [category, n] of tally.byCategory) {
      own.set(category, (own.get(category) ?? 0) + unit.count * n);
    }
  }
  const entries = [...ofParts].flatMap(([part, own]) =>
    [...own].map(([category, n]) => ({ part, category, n })),
  );
  const parts = Int32Array.from(entries, ({ part }) => part);
  const categories = Int32Array.from(entries, ({ category }) => category);
  const numbers = Float64Array.from(entries, ({ n }) => n);
  return (times) => {
    const margins = new Array<number>(table.categories.length).fill(0);
    for (let index = 0; index < parts.length; index += 1) {
      const category = categories[index] ?? 0;
      margins[category] =
        (margins[category] ?? 0) + (numbers[index] ?? 0) * (times[parts[index] ?? -1] ?? 0);
    }
    return margins;
  };
}
