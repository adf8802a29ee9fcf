import { describe, expect, it } from 'vitest';
import { brennanPrediger } from '../../../src/core/agreement/brennan-prediger';
import { categoryCohenKappas } from '../../../src/core/agreement/category-cohen-kappa';
import { categoryKappas } from '../../../src/core/agreement/category-kappa';
import { cohenKappa, maximumCohenKappa } from '../../../src/core/agreement/cohen-kappa';
import { congerKappa } from '../../../src/core/agreement/conger-kappa';
import type { Figure } from '../../../src/core/agreement/figure';
import { fleissKappa } from '../../../src/core/agreement/fleiss-kappa';
import { gwetAC1, gwetAC2 } from '../../../src/core/agreement/gwet-ac';
import {
  coincidenceMargins,
  krippendorffAlpha,
} from '../../../src/core/agreement/krippendorff-alpha';
import { agreementOfUnit } from '../../../src/core/agreement/observed-agreement';
import {
  percentAgreement,
  percentAgreementOfPairs,
} from '../../../src/core/agreement/percent-agreement';
import {
  createRatingTable,
  tallyOf,
  type Level,
  type RatingTable,
  type Value,
} from '../../../src/core/agreement/rating-table';
import { scottPi } from '../../../src/core/agreement/scott-pi';
import {
  linearWeight,
  ordinalWeight,
  quadraticWeight,
  ratioWeight,
  type Weight,
} from '../../../src/core/agreement/weights';
import {
  ABSTRACTORS,
  AGRESTI_1992,
  BEN_GERRY,
  COHEN_1960,
  contingencyOf,
  DIAGNOSIS,
  DICHOTOMY,
  FIVE_OBSERVERS,
  FLEISS_1971,
  FOUR_CODERS,
  G1_G2,
  GENDER,
  HAYES_2007,
  KRIPPENDORFF_1980,
  MIESKES_2009,
  ONE_DEVIANT,
  ratingsOf,
  THREE_CATEGORIES,
} from './published-ratings';
import { defined, valueOf } from './value-of';

const table = (rows: readonly (readonly (Value | undefined)[])[], level: Level = 'nominal') =>
  createRatingTable(level, rows);

/** Within half a unit of the last digit printed. */
/** Of the figures by category the one of this category (an index). */
function categoryValue(
  figuresOf: (data: RatingTable) => readonly Figure[],
  data: RatingTable,
  category: number,
): number {
  const figure = figuresOf(data)[category];
  if (figure === undefined) throw new Error(`There is no category ${category}.`);
  return valueOf(figure);
}

function expectPrinted(figure: Figure, printed: number, digits: number): void {
  expect(Math.abs(valueOf(figure) - printed)).toBeLessThanOrEqual(0.5001 * 10 ** -digits);
}

function expectWithin(value: number, printed: number, tolerance: number): void {
  expect(Math.abs(value - printed)).toBeLessThanOrEqual(tolerance);
}

describe('Krippendorff’s alpha', () => {
  it('is that of Krippendorff 2004, p. 224 (a dichotomy)', () => {
    const alpha = defined(krippendorffAlpha(table(DICHOTOMY)));
    expectWithin(alpha.observed, 0.4, 0.001);
    expectWithin(alpha.expected, 0.442, 0.001);
    expectWithin(alpha.value, 0.095, 0.001);
    expect(valueOf(percentAgreement(table(DICHOTOMY)))).toBeCloseTo(0.6, 12);
  });

  it('is that of Krippendorff 2004, p. 227 (three categories)', () => {
    const alpha = defined(krippendorffAlpha(table(THREE_CATEGORIES)));
    expectWithin(alpha.observed, 0.1667, 0.001);
    expectWithin(alpha.expected, 0.6268, 0.001);
    expectWithin(alpha.value, 0.734, 0.001);
    expectWithin(valueOf(percentAgreement(table(THREE_CATEGORIES))), 0.833, 0.001);
  });

  it('is that of Krippendorff 2004, p. 230, on all four levels with missing data', () => {
    const nominal = defined(krippendorffAlpha(table(FOUR_CODERS)));
    expectWithin(nominal.value, 0.743421052632, 1e-9);
    expectWithin(nominal.observed, 0.2, 0.0011);
    expectWithin(nominal.expected, 0.779, 0.0011);
    expectWithin(valueOf(krippendorffAlpha(table(FOUR_CODERS, 'ordinal'))), 0.815, 0.0011);
    const interval = defined(krippendorffAlpha(table(FOUR_CODERS, 'interval')));
    expectWithin(interval.value, 0.849, 0.0011);
    expectWithin(interval.observed, 0.433, 0.0011);
    expectWithin(interval.expected, 2.872, 0.0011);
    expectWithin(valueOf(krippendorffAlpha(table(FOUR_CODERS, 'ratio'))), 0.797, 0.0011);
    const pairable = coincidenceMargins(table(FOUR_CODERS)).reduce((sum, n) => sum + n, 0);
    expect(pairable).toBe(40);
    expect(valueOf(krippendorffAlpha(table(FOUR_CODERS.slice(0, -1))))).toBeCloseTo(
      nominal.value,
      12,
    );
  });

  it('is 0 where one of many ratings deviates (fast-krippendorff, issue 11)', () => {
    expectWithin(valueOf(krippendorffAlpha(table(ONE_DEVIANT))), 0, 1e-9);
    expectWithin(defined(percentAgreementOfPairs(table(ONE_DEVIANT))), 34 / 38, 1e-12);
    expectWithin(valueOf(percentAgreement(table(ONE_DEVIANT))), 0.92, 1e-12);
  });

  it('is that of Krippendorff 1980, p. 139 (three coders)', () => {
    expectPrinted(krippendorffAlpha(table(KRIPPENDORFF_1980)), 0.642, 3);
    expectPrinted(krippendorffAlpha(table(KRIPPENDORFF_1980, 'interval')), 0.547, 3);
    expectPrinted(krippendorffAlpha(table(KRIPPENDORFF_1980, 'ratio')), 0.483, 3);
    expectWithin(valueOf(percentAgreement(table(KRIPPENDORFF_1980))), 0.74, 0.001);
  });

  it('is that of Hayes & Krippendorff 2007, p. 84 (ordinal)', () => {
    expectPrinted(krippendorffAlpha(table(HAYES_2007, 'ordinal')), 0.7598, 4);
  });

  it('takes a difference of one’s own (Artstein & Poesio 2008, p. 568)', () => {
    const dialogue = contingencyOf(
      ['STAT', 'IReq', 'Chck'],
      [
        [46, 0, 0],
        [6, 32, 6],
        [0, 0, 10],
      ],
    );
    const distance: Weight = (a, b) => (a === b ? 0 : a === 2 || b === 2 ? 0.5 : 1);
    const weighted = defined(krippendorffAlpha(dialogue, distance));
    expectWithin(weighted.value, 0.8156, 0.001);
    expectWithin(weighted.observed, 0.09, 0.001);
    expectWithin(weighted.expected, 0.4879, 0.001);
    expectWithin(valueOf(krippendorffAlpha(dialogue)), 0.8, 0.001);
    expectWithin(valueOf(cohenKappa(dialogue)), 0.8013, 0.001);
    expectWithin(valueOf(cohenKappa(dialogue, (a, b) => 1 - distance(a, b))), 0.8163, 0.001);
    expectWithin(valueOf(scottPi(dialogue)), 0.7995, 0.001);
    expectWithin(valueOf(brennanPrediger(dialogue)), 0.82, 0.001);
    expectWithin(valueOf(percentAgreement(dialogue)), 0.88, 0.001);
  });
});

describe('figures of two coders', () => {
  it('are those of Artstein & Poesio 2008, p. 558', () => {
    const dialogue = contingencyOf(
      ['STAT', 'IReq'],
      [
        [20, 10],
        [20, 50],
      ],
    );
    expectWithin(valueOf(percentAgreement(dialogue)), 0.7, 0.001);
    expectWithin(valueOf(brennanPrediger(dialogue)), 0.4, 0.001);
    const pi = defined(scottPi(dialogue));
    expectWithin(pi.value, 0.341, 0.001);
    expectWithin(pi.expected, 0.545, 0.001);
    const kappa = defined(cohenKappa(dialogue));
    expectWithin(kappa.value, 0.348, 0.001);
    expectWithin(kappa.expected, 0.54, 0.001);
  });

  it('are those of Cohen 1960, p. 37', () => {
    const kappa = defined(cohenKappa(contingencyOf([1, 2, 3], COHEN_1960)));
    expectWithin(kappa.observed, 0.29, 0.01);
    expectWithin(kappa.expected, 0.35, 0.01);
    expectWithin(kappa.value, -0.0923077, 1e-6);
    expectWithin(defined(maximumCohenKappa(contingencyOf([1, 2, 3], COHEN_1960))), 0.85, 0.01);
  });

  it('are those of Agresti 1992, p. 202, by category with pooled and with own shares', () => {
    const stages = contingencyOf([1, 2, 3, 4], AGRESTI_1992);
    expectWithin(valueOf(cohenKappa(stages)), 0.493, 0.001);
    const pooled = [0.781, 0.247, 0.402, 0.435];
    const own = [0.781, 0.266, 0.441, 0.459];
    for (const [category, value] of pooled.entries()) {
      expectWithin(categoryValue(categoryKappas, stages, category), value, 0.001);
      const ours = own[category] ?? NaN;
      expectWithin(categoryValue(categoryCohenKappas, stages, category), ours, 0.001);
    }
  });

  it('are those of Krippendorff 2004, p. 246, where pi and alpha see what kappa rewards', () => {
    const even = contingencyOf(
      ['a', 'b', 'c'],
      [
        [12, 9, 9],
        [9, 14, 9],
        [9, 9, 20],
      ],
    );
    const skewed = contingencyOf(
      ['a', 'b', 'c'],
      [
        [12, 18, 18],
        [0, 14, 18],
        [0, 0, 20],
      ],
    );
    for (const data of [even, skewed]) {
      expectPrinted(percentAgreement(data), 0.46, 3);
      expectPrinted(brennanPrediger(data), 0.19, 3);
      expectPrinted(scottPi(data), 0.186, 3);
    }
    expectPrinted(cohenKappa(even), 0.186, 3);
    expectPrinted(cohenKappa(skewed), 0.258, 3);
  });

  it('are those of Zwick 1988, p. 376', () => {
    const third = contingencyOf(
      ['A', 'B', 'C', 'D'],
      [
        [20, 5, 5, 10],
        [0, 10, 5, 5],
        [0, 5, 10, 5],
        [0, 0, 0, 20],
      ],
    );
    expectPrinted(percentAgreement(third), 0.6, 3);
    expectPrinted(brennanPrediger(third), 0.467, 3);
    expectWithin(valueOf(scottPi(third)), 0.46, 0.001);
    expectPrinted(cohenKappa(third), 0.474, 3);
  });

  it('are those of irrCAC for cont3x3abstractors', () => {
    const data = contingencyOf(['Ectopic', 'AIU', 'NIU'], ABSTRACTORS);
    expectWithin(valueOf(cohenKappa(data)), 0.7964094, 1e-6);
    expectWithin(valueOf(scottPi(data)), 0.7962397, 1e-6);
    expectWithin(valueOf(gwetAC1(data)), 0.8493305, 1e-6);
    expectWithin(valueOf(brennanPrediger(data)), 0.835, 1e-6);
    expectWithin(valueOf(krippendorffAlpha(data)), 0.7972585, 1e-6);
    expectWithin(valueOf(percentAgreement(data)), 0.89, 1e-6);
  });

  it('weigh as irrCAC does', () => {
    const three = contingencyOf([1, 2, 3], ABSTRACTORS, 'interval');
    const four = contingencyOf([1, 2, 3, 4], DIAGNOSIS, 'interval');
    const weights: [(data: RatingTable) => Weight, number, number, number, number][] = [
      [linearWeight, 0.843, 0.407, 0.9, 0.377],
      [ordinalWeight, 0.872, 0.39, 0.925, 0.324],
      [quadraticWeight, 0.892, 0.383, 0.94, 0.299],
      [ratioWeight, 0.927, 0.413, 0.963, 0.359],
    ];
    for (const [weight, kappa3, kappa4, ac3, ac4] of weights) {
      expectPrinted(cohenKappa(three, weight(three)), kappa3, 3);
      expectPrinted(cohenKappa(four, weight(four)), kappa4, 3);
      expectPrinted(gwetAC2(three, weight(three)), ac3, 3);
      expectPrinted(gwetAC2(four, weight(four)), ac4, 3);
    }
  });

  it('are those of irrCAC 1.4 for AC1 and, with quadratic weights, AC2 (DKPro’s fixtures)', () => {
    const cases: [number[][], [number, number, number], [number, number, number]][] = [
      [COHEN_1960, [0.29, 0.3225, -0.04797], [0.71, 0.645, 0.1831]],
      [
        [
          [20, 5, 1, 0],
          [4, 15, 6, 1],
          [0, 5, 18, 4],
          [0, 1, 3, 12],
        ],
        [0.684210526315789, 0.247294552169898, 0.58046],
        [0.95438596491228, 0.714406484046373, 0.84028],
      ],
      [
        [
          [15, 4, 1, 0, 0],
          [3, 12, 4, 1, 0],
          [1, 3, 14, 3, 1],
          [0, 1, 3, 10, 2],
          [0, 0, 1, 2, 8],
        ],
        [0.662921348314607, 0.197497159449564, 0.57997],
        [0.966292134831461, 0.740614347935867, 0.87005],
      ],
    ];
    for (const [cells, ac1, ac2] of cases) {
      const data = contingencyOf(
        cells.map((_, index) => index + 1),
        cells,
        'interval',
      );
      for (const [figure, [pa, pe, value]] of [
        [defined(gwetAC1(data)), ac1],
        [defined(gwetAC2(data)), ac2],
      ] as const) {
        expectWithin(figure.observed, pa, 1e-9);
        expectWithin(figure.expected, pe, 1e-9);
        expectWithin(figure.value, value, 1e-5);
      }
    }
  });

  it('do without variation of one coder (DKPro): alpha just below 0, kappa 0', () => {
    const rows = [...Array.from({ length: 11 }, () => [1, 1]), [1, 2], [1, 3]];
    expectWithin(valueOf(krippendorffAlpha(table(rows))), -0.02, 0.001);
    expectWithin(valueOf(cohenKappa(table(rows))), 0, 1e-12);
    const scale = table(rows, 'interval');
    expectWithin(valueOf(cohenKappa(scale, quadraticWeight(scale))), 0, 1e-12);
  });
});

describe('figures of several coders', () => {
  it('are those of Fleiss 1971: overall, by category and by unit', () => {
    const data = table(FLEISS_1971);
    const kappa = defined(fleissKappa(data));
    expectWithin(kappa.observed, 0.5556, 0.001);
    expectWithin(kappa.expected, 0.2201, 0.001);
    expectWithin(kappa.value, 0.43, 0.001);
    for (const [category, value] of [0.248, 0.248, 0.517, 0.47, 0.565].entries()) {
      expectWithin(categoryValue(categoryKappas, data, category), value, 0.005);
    }
    const units = [
      1, 0.4, 0.4, 1, 0.4, 0.467, 0.467, 0.267, 0.467, 1, 0.667, 0.4, 0.4, 0.667, 0.267, 0.667,
      0.267, 0.667, 0.467, 0.267, 1, 0.667, 0.267, 0.467, 0.4, 0.667, 0.467, 0.467, 0.667, 1,
    ];
    expect(data.units).toHaveLength(units.length);
    for (const [index, unit] of data.units.entries()) {
      expectWithin(agreementOfUnit(tallyOf(unit)), units[index] ?? NaN, 0.001);
    }
  });

  it('are those of irrCAC for distrib.6raters (the first half of Fleiss’ data)', () => {
    const data = createRatingTable('nominal', FLEISS_1971.slice(0, 15), [1, 2, 3, 4, 5]);
    expectPrinted(gwetAC1(data), 0.4448007, 7);
    expectPrinted(fleissKappa(data), 0.4139265, 7);
    expectPrinted(krippendorffAlpha(data), 0.4204384, 7);
    expectPrinted(brennanPrediger(data), 0.4388889, 7);
  });

  it('are those of Randolph 2005, p. 17', () => {
    const data = table(
      ratingsOf(`
      Yes Yes Yes
      Yes Yes No
      No No Yes
      No No No`),
    );
    expectWithin(valueOf(fleissKappa(data)), 0.33, 0.01);
    expectWithin(valueOf(brennanPrediger(data)), 0.33, 0.01);
  });

  it('are those of Mieskes 2009, p. 58, by category', () => {
    const data = table(MIESKES_2009);
    expectWithin(valueOf(fleissKappa(data)), 0.8, 0.01);
    const printed = {
      INP: 1,
      JJ: 1,
      MD: 1,
      NN: 0.48,
      PRP: 1,
      RB: 0.56,
      UH: 0.67,
      VB: 0.29,
      VBP: -0.02,
    };
    for (const [code, value] of Object.entries(printed)) {
      const category = data.categories.indexOf(code);
      expectWithin(categoryValue(categoryKappas, data, category), value, 0.01);
    }
  });

  it('are those of irrCAC with missing ratings', () => {
    const four = table(FOUR_CODERS);
    expectPrinted(percentAgreement(four), 0.8181818, 7);
    expectPrinted(gwetAC1(four), 0.77544, 5);
    expectPrinted(fleissKappa(four), 0.76117, 5);
    expectPrinted(congerKappa(four), 0.76282, 5);
    expectPrinted(brennanPrediger(four), 0.77273, 5);
    const others: [(Value | undefined)[][], number, number, number, number, number, number][] = [
      [FIVE_OBSERVERS, 0.616, 0.458, 0.469, 0.487, 0.497, 0.481],
      [G1_G2, 0.744, 0.657, 0.659, 0.679, 0.685, 0.632],
      [GENDER, 0.456, 0.129, 0.166, 0.183, 0.208, 0.143],
      [BEN_GERRY, 0.727, 0.649, 0.657, 0.659, 0.661, 0.665],
    ];
    for (const [rows, percent, fleiss, conger, prediger, ac1, alpha] of others) {
      const data = table(rows);
      expectPrinted(percentAgreement(data), percent, 3);
      expectPrinted(fleissKappa(data), fleiss, 3);
      expectPrinted(congerKappa(data), conger, 3);
      expectPrinted(brennanPrediger(data), prediger, 3);
      expectPrinted(gwetAC1(data), ac1, 3);
      expectPrinted(krippendorffAlpha(data), alpha, 3);
    }
  });

  it('are those of irrCAC with weights and missing ratings', () => {
    const data = table(FOUR_CODERS, 'interval');
    const weights: [Weight, number, number, number, number, number][] = [
      [linearWeight(data), 0.939, 0.818, 0.814, 0.848, 0.859],
      [ordinalWeight(data), 0.968, 0.85, 0.844, 0.886, 0.899],
      [quadraticWeight(data), 0.975, 0.865, 0.858, 0.902, 0.914],
      [ratioWeight(data), 0.954, 0.821, 0.812, 0.84, 0.857],
    ];
    for (const [weight, percent, fleiss, conger, prediger, ac2] of weights) {
      expectPrinted(percentAgreement(data, weight), percent, 3);
      expectPrinted(fleissKappa(data, weight), fleiss, 3);
      expectPrinted(congerKappa(data, weight), conger, 3);
      expectPrinted(brennanPrediger(data, weight), prediger, 3);
      expectPrinted(gwetAC2(data, weight), ac2, 3);
    }
    expectPrinted(gwetAC2(table(FOUR_CODERS, 'ordinal')), 0.899, 3);
    expectPrinted(gwetAC2(data), 0.914, 3);
    expectPrinted(gwetAC2(table(FOUR_CODERS, 'ratio')), 0.857, 3);
    expectPrinted(gwetAC2(table(FOUR_CODERS)), 0.77544, 5);
  });
});
