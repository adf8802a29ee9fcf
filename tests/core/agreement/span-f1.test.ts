import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createContinuum, type Unit } from '../../../src/core/agreement/continuum';
import {
  MATCHING_RULES,
  spanF1,
  spanMatches,
  type MatchingRule,
} from '../../../src/core/agreement/span-f1';
import { anyCoders, continuumOf } from './marked-continuum';
import { defined, reasonOf } from './value-of';

/** What one pair of units is worth by a rule. */
function worth(a: Unit, b: Unit, rule: MatchingRule): number {
  const isSame = a.start === b.start && a.end === b.end;
  const overlap = a.start < b.end && b.start < a.end;
  const code = a.code === b.code;
  return {
    exact: Number(isSame),
    strict: Number(isSame && code),
    overlap: Number(overlap),
    type: Number(overlap && code),
    partial: isSame ? 1 : overlap ? 0.5 : 0,
  }[rule];
}

/** The best of all ways to match, by trying them. */
function bestByTrying(first: readonly Unit[], second: readonly Unit[], rule: MatchingRule): number {
  const [unit, ...rest] = first;
  if (unit === undefined) return 0;
  let best = bestByTrying(rest, second, rule);
  for (const [index, other] of second.entries()) {
    const value = worth(unit, other, rule);
    if (value === 0) continue;
    best = Math.max(best, value + bestByTrying(rest, second.toSpliced(index, 1), rule));
  }
  return best;
}

describe('the F1 of spans', () => {
  it.each([
    [
      'I match',
      'DRUG 10-19',
      'DRUG 10-19',
      { type: 1, partial: 1, exact: 1, strict: 1, overlap: 1 },
    ],
    ['II spurious', '', 'BRAND 5-12', { type: 0, partial: 0, exact: 0, strict: 0, overlap: 0 }],
    ['III missed', 'BRAND 10-17', '', { type: 0, partial: 0, exact: 0, strict: 0, overlap: 0 }],
    [
      'IV same span, other type',
      'DRUG 10-21',
      'BRAND 10-21',
      { type: 0, partial: 1, exact: 1, strict: 0, overlap: 1 },
    ],
    [
      'V overlap, same type',
      'DRUG 13-21',
      'DRUG 10-21',
      { type: 1, partial: 0.5, exact: 0, strict: 0, overlap: 1 },
    ],
    [
      'VI overlap, other type',
      'GROUP 15-29',
      'DRUG 10-29',
      { type: 0, partial: 0.5, exact: 0, strict: 0, overlap: 1 },
    ],
  ])('is that of SemEval-2013 (nervaluate’s table): %s', (_, first, second, expected) => {
    const continuum = continuumOf(40, [first, second]);
    const found = Object.fromEntries(
      MATCHING_RULES.map((rule) => [rule, defined(spanF1(continuum, rule))]),
    );
    expect(found).toEqual(expected);
  });

  it('is the mean over pairs of coders, without those who both marked nothing', () => {
    const three = continuumOf(40, ['A 0-5, A 10-15', 'A 0-5', '']);
    // 2 of 3 units matched; none of 2; none of 1.
    expect(defined(spanF1(three, 'exact'))).toBeCloseTo((2 / 3 + 0 + 0) / 3, 12);
    const quiet = continuumOf(40, ['A 0-5', '', '']);
    expect(defined(spanF1(quiet, 'exact'))).toBe(0);
  });

  it('is not defined without units or for one coder', () => {
    expect(reasonOf(spanF1(continuumOf(40, ['', '']), 'exact'))).toBe('noUnits');
    expect(reasonOf(spanF1(continuumOf(40, ['A 0-5']), 'exact'))).toBe('oneCoder');
  });

  it('matches stacked and doubled units one to one', () => {
    const doubled = continuumOf(40, ['A 0-5, A 0-5, B 0-5', 'A 0-5']);
    expect(defined(spanF1(doubled, 'strict'))).toBe(0.5);
    expect(defined(spanF1(doubled, 'overlap'))).toBe(0.5);
  });

  it('takes the best of all matchings', () => {
    fc.assert(
      fc.property(anyCoders(2, 5), fc.constantFrom(...MATCHING_RULES), (coders, rule) => {
        const [first = [], second = []] = createContinuum(20, coders).coders;
        expect(spanMatches(first, second, rule)).toBe(bestByTrying(first, second, rule));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of coders or units, and is 1 for the same', () => {
    fc.assert(
      fc.property(anyCoders(3, 5), fc.constantFrom(...MATCHING_RULES), (coders, rule) => {
        const first = spanF1(createContinuum(20, coders), rule);
        const second = spanF1(
          createContinuum(
            20,
            coders.toReversed().map((units) => units.toReversed()),
          ),
          rule,
        );
        expect(second.ok).toBe(first.ok);
        if (first.ok && second.ok) expect(second.value).toBeCloseTo(first.value, 12);
        const [units = []] = coders;
        const same = spanF1(createContinuum(20, [units, units]), rule);
        if (same.ok) expect(same.value).toBe(1);
      }),
    );
  });
});
