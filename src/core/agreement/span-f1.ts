import { createFault, fail, ok, type Result } from '../result';
import { largestMatching } from './bipartite-matching';
import { nothingToCompare, type Continuum, type Unit } from './continuum';

/**
 * When two units match, in the words of SemEval-2013 task 9 (Segura-Bedmar, Martínez & Herrero-Zazo 2013), with what each
 * match is worth:
 * - `exact`: the same boundaries, whatever the codes: 1.
 * - `partial`: the same boundaries: 1; any common character: ½; whatever the codes.
 * - `overlap`: any common character, whatever the codes: 1.
 * - `strict`: the same boundaries and the same code: 1.
 * - `type`: any common character and the same code: 1.
 */
export type MatchingRule = 'exact' | 'partial' | 'overlap' | 'strict' | 'type';
export const MATCHING_RULES: readonly MatchingRule[] = [
  'exact',
  'partial',
  'overlap',
  'strict',
  'type',
];

/**
 * Pairwise F1 of spans: of every pair of coders `2 m / (a + b)`, a and b being how many units they have and m what their
 * matches are worth, then the mean over pairs (Hripcsak & Rothschild 2005). From 0 to 1; nothing is taken out for chance,
 * since between two coders there is no number of stretches that neither marked. It does not matter which of the two is
 * thought right: F1 is the same both ways.
 *
 * A unit is in one match at most, and of all ways to match them that worth most is taken (`spanMatches`). A pair of coders
 * without any unit says nothing and is left out. Not defined when there is no other pair.
 */
export function spanF1(continuum: Continuum, rule: MatchingRule): Result<number> {
  const reason = nothingToCompare(continuum);
  if (reason !== undefined) return fail(reason);
  let sum = 0;
  let pairs = 0;
  for (const [place, first] of continuum.coders.entries()) {
    for (const second of continuum.coders.slice(place + 1)) {
      if (first.length + second.length === 0) continue;
      sum += (2 * spanMatches(first, second, rule)) / (first.length + second.length);
      pairs += 1;
    }
  }
  if (pairs === 0) return fail(createFault('agreement.undefined.noUnits'));
  return ok(sum / pairs);
}

/** What the best matching of two coders' units is worth. Both are in the order of the text. */
export function spanMatches(
  first: readonly Unit[],
  second: readonly Unit[],
  rule: MatchingRule,
): number {
  switch (rule) {
    case 'exact':
      return withoutEqual(first, second, false).matched;
    case 'strict':
      return withoutEqual(first, second, true).matched;
    case 'overlap':
      return largestMatching(overlapping(first, second, () => true));
    case 'type':
      return largestMatching(overlapping(first, second, (a, b) => a.code === b.code));
    case 'partial': {
      // Equal stretches overlap the same others, so some best matching pairs them with each other first.
      const rest = withoutEqual(first, second, false);
      return rest.matched + largestMatching(overlapping(rest.first, rest.second, () => true)) / 2;
    }
  }
}

/**
 * How many units are equal, in boundaries or also in code, each in one pair, and those that are left over. Both lists are
 * in the order of a continuum, in which equal units stand beside one another: one walk along both finds them.
 */
function withoutEqual(
  first: readonly Unit[],
  second: readonly Unit[],
  withCode: boolean,
): { readonly matched: number; readonly first: readonly Unit[]; readonly second: readonly Unit[] } {
  const restOfFirst: Unit[] = [];
  const restOfSecond: Unit[] = [];
  let matched = 0;
  let place = 0;
  for (const unit of first) {
    let other = second[place];
    while (other !== undefined && compareUnits(other, unit, withCode) < 0) {
      restOfSecond.push(other);
      place += 1;
      other = second[place];
    }
    if (other !== undefined && compareUnits(other, unit, withCode) === 0) {
      matched += 1;
      place += 1;
    } else restOfFirst.push(unit);
  }
  for (; place < second.length; place += 1) restOfSecond.push(second[place] as Unit);
  return { matched, first: restOfFirst, second: restOfSecond };
}

/** As a continuum has its units in order. */
function compareUnits(a: Unit, b: Unit, withCode: boolean): number {
  const byPlace = a.start - b.start || a.end - b.end;
  if (byPlace !== 0 || !withCode || a.code === b.code) return byPlace;
  return a.code < b.code ? -1 : 1;
}

/** For each unit of the first coder the indexes of the second's that share a character with it. */
function overlapping(
  first: readonly Unit[],
  second: readonly Unit[],
  mayMatch: (a: Unit, b: Unit) => boolean,
): readonly (readonly number[])[] {
  let from = 0;
  let longest = 0;
  for (const { start, end } of second) longest = Math.max(longest, end - start);
  return first.map((unit) => {
    for (let next = second[from]; next !== undefined; next = second[from]) {
      if (next.start > unit.start - longest) break;
      from += 1;
    }
    const found: number[] = [];
    for (let index = from; index < second.length; index += 1) {
      const other = second[index];
      if (other === undefined || other.start >= unit.end) break;
      if (other.end > unit.start && mayMatch(unit, other)) found.push(index);
    }
    return found;
  });
}
