import { describe, expect, it } from 'vitest';
import { brennanPrediger } from '../../../src/core/agreement/brennan-prediger';
import { cohenKappa, maximumCohenKappa } from '../../../src/core/agreement/cohen-kappa';
import { congerKappa } from '../../../src/core/agreement/conger-kappa';
import { fleissKappa } from '../../../src/core/agreement/fleiss-kappa';
import { gwetAC1, gwetAC2 } from '../../../src/core/agreement/gwet-ac';
import { krippendorffAlpha } from '../../../src/core/agreement/krippendorff-alpha';
import { percentAgreement } from '../../../src/core/agreement/percent-agreement';
import {
  createRatingTable,
  pickCoders,
  type RatingTable,
} from '../../../src/core/agreement/rating-table';
import { scottPi } from '../../../src/core/agreement/scott-pi';
import { contingencyOf, ratingsOf } from './published-ratings';
import { defined, valueOf } from './value-of';

/** `14 N N A`: how many units, and what each coder said of them. */
function countedOf(text: string): RatingTable {
  const rows = ratingsOf(text).flatMap(([n, ...ratings]) =>
    Array.from({ length: Number(n) }, () => ratings),
  );
  return createRatingTable('nominal', rows);
}

function expectWithin(value: number, printed: number, tolerance: number): void {
  expect(Math.abs(value - printed)).toBeLessThanOrEqual(tolerance);
}

/** Conger's kappa is what Warrens and DKPro call Hubert's, in its form for pairs. */
describe('figures of several coders', () => {
  it('are those of Warrens 2010, p. 284, on the data of O’Malley et al. 2006 (eight coders)', () => {
    const data = countedOf(`
      14 N N N N N N N N
      1 N N N A N N N N
      1 N N N N N N N A
      10 A A A A A A A A
      2 A A N A A A A N
      1 A A N A N A A N
      1 A A N A N A N N`);
    expectWithin(valueOf(brennanPrediger(data)), 0.8358, 0.0001);
    expectWithin(valueOf(fleissKappa(data)), 0.8324, 0.0001);
    expectWithin(valueOf(congerKappa(data)), 0.8326, 0.0001);
    const coders = [...Array(8).keys()];
    const pairs = coders.flatMap((one) => coders.slice(one + 1).map((other) => [one, other]));
    const light = pairs.map((pair) => valueOf(cohenKappa(pickCoders(data, pair))));
    expectWithin(light.reduce((a, b) => a + b) / pairs.length, 0.8325, 0.0001);
  });

  it('are those of Warrens 2012, as DKPro corrects them', () => {
    const first = countedOf('10 1 1 1 1\n2 1 0 1 0\n2 1 0 0 0\n1 0 0 0 1\n15 0 0 0 0');
    expectWithin(valueOf(congerKappa(first)), 0.802479, 0.000001);
    const pair = defined(cohenKappa(pickCoders(first, [0, 1])));
    expectWithin(pair.observed, 8 / 15 + 1 / 3, 1e-9);
    expectWithin(pair.expected, (8 / 15) * (2 / 3) + (7 / 15) * (1 / 3), 1e-9);
    expectWithin(pair.value, 8 / 11, 1e-9);
    const second = countedOf('6 1 1 1 1\n5 1 0 0 0\n4 0 0 0 0');
    expectWithin(valueOf(congerKappa(second)), 0.675, 0.001);
    const third = countedOf('6 1 1 1 1\n5 1 0 1 0\n4 0 0 0 0');
    expectWithin(valueOf(congerKappa(third)), 0.564, 0.001);
  });

  it('are those of DKPro for three coders of ten units', () => {
    const data = createRatingTable(
      'nominal',
      ratingsOf('h h h\nh h l\nh l h\nl h h\nl l h\nl l l\nl l l\nl h l\nl l h\nl l h'),
    );
    const kappa = defined(fleissKappa(data));
    expectWithin(kappa.observed, 0.533, 0.001);
    expectWithin(kappa.expected, 0.508, 0.001);
    expectWithin(kappa.value, 0.049, 0.001);
  });

  it('are those of fast-krippendorff with missing ratings, for numbers and for words', () => {
    const rows = ratingsOf(`
      . 1 .
      . . .
      . 2 2
      . 1 1
      . 3 3
      3 3 4
      4 4 4
      1 3 .
      2 . 2
      1 . 1
      1 . 1
      3 . 3
      3 . 3
      . . .
      3 . 4`);
    expectWithin(valueOf(krippendorffAlpha(createRatingTable('nominal', rows))), 0.691358, 5e-7);
    expectWithin(valueOf(krippendorffAlpha(createRatingTable('interval', rows))), 0.810845, 5e-7);
    const words = ratingsOf('pos pos pos\nneg neg neg\nneu neu pos\n. pos pos');
    expectWithin(valueOf(krippendorffAlpha(createRatingTable('nominal', words))), 0.722222, 5e-7);
    const zeros = createRatingTable('ratio', ratingsOf('0 0\n1 1\n2 2'));
    expect(valueOf(krippendorffAlpha(zeros))).toBe(1);
  });
});

describe('figures of two coders', () => {
  it('are those of Brennan & Prediger 1981, pp. 689 and 691', () => {
    const first = contingencyOf(
      [1, 2, 3],
      [
        [50, 0, 0],
        [10, 10, 10],
        [20, 0, 0],
      ],
    );
    expectWithin(valueOf(cohenKappa(first)), 0.27, 0.005);
    expectWithin(valueOf(brennanPrediger(first)), 0.4, 0.005);
    // “The ratio of kappa to the largest it could be is .60.”
    const most = maximumCohenKappa(first);
    expectWithin(valueOf(cohenKappa(first)) / (most.ok ? most.value : NaN), 0.6, 0.005);
    const second = contingencyOf(
      [1, 2, 3],
      [
        [50, 0, 10],
        [0, 10, 10],
        [10, 10, 0],
      ],
    );
    expectWithin(valueOf(cohenKappa(second)), 0.29, 0.005);
    expectWithin(valueOf(brennanPrediger(second)), 0.4, 0.005);
    expect(maximumCohenKappa(second)).toEqual({ ok: true, value: 1 });
  });

  it('are those of DKPro for ten units', () => {
    const data = contingencyOf(
      ['high', 'low'],
      [
        [2, 1],
        [2, 5],
      ],
    );
    expectWithin(valueOf(percentAgreement(data)), 0.7, 1e-9);
    expectWithin(valueOf(brennanPrediger(data)), 0.4, 0.001);
    expectWithin(valueOf(scottPi(data)), 0.341, 0.001);
    expectWithin(valueOf(cohenKappa(data)), 0.348, 0.001);
  });

  it('are those of Gwet 2008 where one category prevails (DKPro), lone ratings or not', () => {
    const rows = ratingsOf(`${'y y\n'.repeat(8)}n n\ny n`);
    const ac1 = defined(gwetAC1(createRatingTable('nominal', rows)));
    expectWithin(ac1.observed, 0.9, 1e-9);
    expectWithin(ac1.expected, 0.255, 1e-9);
    expectWithin(ac1.value, 0.8658, 0.0001);
    expectWithin(valueOf(scottPi(createRatingTable('nominal', rows))), 0.6078, 0.0001);
    const lone = createRatingTable('nominal', [...rows, ...ratingsOf('y .\ny .\nn .')]);
    expect(defined(gwetAC1(lone)).observed).toBeCloseTo(0.9, 12);
    expect(valueOf(gwetAC2(lone))).toBe(valueOf(gwetAC1(lone)));
  });
});

describe('Krippendorff’s alpha', () => {
  it('does not depend on the unit of a scale, however small its values are', () => {
    const alphaOf = (unit: number): number =>
      valueOf(
        krippendorffAlpha(
          createRatingTable('interval', [
            [1 * unit, 2 * unit],
            [3 * unit, 3 * unit],
            [1 * unit, 1 * unit],
          ]),
        ),
      );
    for (const unit of [1e-8, 1e-50, 1e50]) expect(alphaOf(unit)).toBeCloseTo(alphaOf(1), 9);
  });
});
