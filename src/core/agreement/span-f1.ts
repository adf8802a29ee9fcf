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
      return withoutEqual(first, second, boundaries).matched;
    case 'strict':
      return withoutEqual(first, second, boundariesAndCode).matched;
    case 'overlap':
      return largestMatching(overlapping(first, second, () => true));
    case 'type':
      return largestMatching(overlapping(first, second, (a, b) => a.code === b.code));
    case 'partial': {
      // Equal stretches overlap the same others, so some best matching pairs them with each other first.
      const rest = withoutEqual(first, second, boundaries);
      return rest.matched + largestMatching(overlapping(rest.first, rest.second, () => true)) / 2;
    }
  }
}

const boundaries = ({ start, end }: Unit): string => `${start} ${end}`;
const boundariesAndCode = (unit: Unit): string => `${boundaries(unit)} ${unit.code}`;

/** How many units are equal by `keyOf`, each in one pair, and those that are left over. */
function withoutEqual(
  first: readonly Unit[],
  second: readonly Unit[],
  keyOf: (unit: Unit) => string,
): { readonly matched: number; readonly first: readonly Unit[]; readonly second: readonly Unit[] } {
  const free = new Map<string, number>();
  for (const unit of second) free.set(keyOf(unit), (free.get(keyOf(unit)) ?? 0) + 1);
  const taken = new Map<string, number>();
  const restOfFirst = first.filter((unit) => {
    const key = keyOf(unit);
    if ((free.get(key) ?? 0) === 0) return true;
    free.set(key, (free.get(key) ?? 0) - 1);
    taken.set(key, (taken.get(key) ?? 0) + 1);
    return false;
  });
  const restOfSecond = second.filter((unit) => {
    const key = keyOf(unit);
    if ((taken.get(key) ?? 0) === 0) return true;
    taken.set(key, (taken.get(key) ?? 0) - 1);
    return false;
  });
  return { matched: first.length - restOfFirst.length, first: restOfFirst, second: restOfSecond };
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
