import { describe, expect, it } from 'vitest';
import { continuumReport } from '../../../src/core/agreement/continuum-report';
import { createContinuum } from '../../../src/core/agreement/continuum';
import { paradoxNote } from '../../../src/core/agreement/paradox';
import { ratingReport, type RatingReport } from '../../../src/core/agreement/rating-report';
import { createRatingTable, type Level } from '../../../src/core/agreement/rating-table';
import { ratioWeight } from '../../../src/core/agreement/weights';
import { continuumOf } from './marked-continuum';
import { ratingsOf } from './published-ratings';

const reportOf = (level: Level, rows: readonly (readonly (number | undefined)[])[]): RatingReport =>
  ratingReport(createRatingTable(level, rows, [1, 2, 3, 4, 5]));

/** Every figure to ten digits. */
function expectFigures(report: RatingReport, facts: Readonly<Record<string, number>>): void {
  for (const [path, fact] of Object.entries(facts)) {
    let found: unknown = report;
    for (const name of path.split('.')) found = (found as Record<string, unknown>)[name];
    expect([path, found]).toEqual([path, expect.closeTo(fact, 10)]);
  }
}

const A = [1, 2, 3, 3, 2, 1, 4, 1, 2, 5, 4, 2];
const B = [1, 2, 4, 3, 2, 2, 4, 1, 3, 5, 5, 2];
const C = [2, 2, 3, 3, 2, 3, 4, 2, 2, 5, 1, 4];
const two = A.map((value, unit) => [value, B[unit]]);
const three = A.map((value, unit) => [value, B[unit], C[unit]]);

describe('figures of other programs for complete ratings', () => {
  it('are those of scikit-learn 1.2.1 (cohen_kappa_score) and NLTK 3.8 (pi, S) for two coders', () => {
    expectFigures(reportOf('ordinal', two), {
      cohenKappa: 0.5714285714285714,
      'weighted.linear.cohenKappa': 0.7735849056603773,
      'weighted.quadratic.cohenKappa': 0.9047619047619048,
      scottPi: 0.5695067264573991,
      brennanPrediger: 0.5833333333333333,
    });
  });

  it('rank all categories of the table, as scikit-learn 1.2.1 does when it is told them (labels)', () => {
    const first = [1, 2, 5, 1, 5, 2, 1, 5, 3];
    const second = [1, 1, 5, 2, 5, 5, 1, 1, undefined];
    const rows = first.map((value, unit) => [value, second[unit]]);
    // Told of 1, 2 and 5 only it prints 0.35483870967741937 and 0.46153846153846156.
    expectFigures(ratingReport(createRatingTable('ordinal', rows)), {
      'weighted.linear.cohenKappa': 0.3913043478260869,
      'weighted.quadratic.cohenKappa': 0.4915254237288136,
    });
  });

  it('are those of statsmodels 0.13.5 (fleiss_kappa) and NLTK 3.8 for three', () => {
    expectFigures(reportOf('nominal', three), {
      percentAgreement: 0.5555555555555556,
      fleissKappa: 0.4181818181818181,
      // Named randolph there.
      brennanPrediger: 0.4444444444444443,
      // NLTK's multi_kappa: Davies & Fleiss 1982, which is Conger's without missing ratings.
      congerKappa: 0.42168674698795183,
      // NLTK, and krippendorff 0.1.0 of npm.
      krippendorffAlpha: 0.43434343434343436,
    });
    expectFigures(reportOf('interval', three), { krippendorffAlpha: 0.5806290564153769 });
  });
});

/**
 * Worked out with whole fractions from the formulas of Gwet 2014 (as irrCAC's `*.raw` functions take missing ratings) and
 * Krippendorff 2011: a unit nobody rated, one with a lone rating, and units with two, three and four.
 */
describe('figures of incomplete ratings, worked out with whole fractions', () => {
  const rows = ratingsOf(
    ['1 1 . 2', '2 . . .', '3 3 4 3', '. . . .', '2 2 2 2', '4 1 . .', '. 5 5 4', '1 . 2 1'].join(
      '\n',
    ),
  ).map((row) => row.map((value) => (value === undefined ? undefined : Number(value))));

  it('are so at every level where the level does not matter', () => {
    for (const level of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
      expectFigures(reportOf(level, rows), {
        percentAgreement: 5 / 12,
        percentAgreementOfPairs: 6 / 11,
        fleissKappa: 559 / 2617,
        congerKappa: 143 / 563,
        brennanPrediger: 13 / 48,
        gwetAC1: 3263 / 11495,
      });
    }
  });

  it.each([
    ['nominal', 3263 / 11495, 49 / 139],
    ['ordinal', 2243 / 3909, 11633 / 20444],
    ['interval', 3477 / 5731, 194 / 311],
    ['ratio', 705045025 / 1688184161, 3020419 / 5949427],
  ] as const)('differ at the level %s in AC2 and alpha', (level, gwetAC2, krippendorffAlpha) => {
    expectFigures(reportOf(level, rows), { gwetAC2, krippendorffAlpha });
  });

  it('take weights', () => {
    expectFigures(reportOf('ordinal', rows), {
      'weighted.linear.fleissKappa': 1681 / 4915,
      'weighted.linear.congerKappa': 997 / 2647,
      'weighted.linear.brennanPrediger': 41 / 96,
      'weighted.quadratic.fleissKappa': 4889 / 11651,
      'weighted.quadratic.congerKappa': 1432 / 3157,
      'weighted.quadratic.brennanPrediger': 25 / 48,
      'weighted.ordinal.fleissKappa': 1095 / 2761,
      'weighted.ordinal.congerKappa': 1287 / 2987,
      'weighted.ordinal.brennanPrediger': 83 / 168,
    });
    expectFigures(reportOf('ratio', rows), {
      'weighted.ratio.fleissKappa': 300915 / 1131269,
      'weighted.ratio.congerKappa': 198998921 / 700600521,
      'weighted.ratio.brennanPrediger': 1424687 / 4559697,
    });
  });
});

it('takes a 0 on a scale of ratios to be as far as can be from any other value (whole fractions)', () => {
  const rows = [
    [0, 0],
    [0, 1],
    [2, 2],
    [1, 2],
  ];
  expectFigures(ratingReport(createRatingTable('ratio', rows)), {
    krippendorffAlpha: 71 / 141,
    'weighted.ratio.percentAgreement': 13 / 18,
    'weighted.ratio.brennanPrediger': 31 / 76,
  });
});

describe('a scale of very many values', () => {
  const values = Array.from({ length: 200_000 }, (_, index) => index);
  const table = createRatingTable(
    'ratio',
    values.map((value) => [value, value]),
  );

  it('has weights and is looked through for a paradox', () => {
    expect(ratioWeight(table)(0, 199_999)).toBe(0);
    expect(paradoxNote(table)).toBeUndefined();
  });
});

describe('a report of a continuum', () => {
  const request = { seed: 1, samples: 5 };

  it('has an alpha of 1995 on a text of any length: its disagreements go by the length squared', () => {
    const report = continuumReport(continuumOf(5_000_000, ['A 10-13', 'A 10-13']), request);
    expect(report.unitizingAlpha1995).toEqual({ A: 1, all: 1 });
    expect(report.undefinedBecause).toEqual({});
  });

  it('says that gamma is not defined where chance agrees entirely, whatever Δ∅ is', () => {
    const same = ['A 0-1, A 0-1, A 0-1', 'A 0-1, A 0-1, A 0-1'];
    for (const deltaEmpty of [0.1, 0.3, 0.7, 1, 1.1]) {
      const report = continuumReport(continuumOf(1, same), { ...request, deltaEmpty });
      expect(report.gamma.value).toBeNull();
      expect(report.undefinedBecause['gamma.value']).toMatch(/^Chance alone/u);
    }
  });

  it('keeps the figures of codes apart from those over all, whatever they are called', () => {
    const report = continuumReport(
      continuumOf(20, ['all 0-4, code_all 5-9', 'all 0-4, code_all 12-16']),
      request,
    );
    expect(Object.keys(report.unitizingAlpha1995)).toEqual(['code all', 'code_all', 'all']);
    const both = continuumReport(
      createContinuum(20, [
        [
          { start: 0, end: 4, code: 'all' },
          { start: 5, end: 9, code: 'code all' },
        ],
        [{ start: 0, end: 4, code: 'all' }],
      ]),
      request,
    );
    expect(both.unitizingAlpha1995['code code all']).toBe(1);
    expect(both.unitizingAlpha1995['code all']).toBeLessThan(0.1);
    expect(both.notes).toContain(
      'The figures of the code “all” stand under “code code all”, since “all” names those over all codes.',
    );
  });

  it('leaves the alphas that count place by place undefined where a place is cut', () => {
    const report = continuumReport(
      createContinuum(10, [
        [{ start: 0.5, end: 2, code: 'A' }],
        [{ start: 0.5, end: 2, code: 'A' }],
      ]),
      request,
    );
    expect(report).toMatchObject({
      unitizingAlpha1995: { A: null, all: null },
      unitizingAlpha2016: null,
      characterAlpha: null,
      characterKappa: 1,
      gamma: { value: 1 },
      spanF1: { exact: 1 },
    });
    expect(report.undefinedBecause['unitizingAlpha2016']).toMatch(/not a whole number \(0\.5\)/u);
  });
});
