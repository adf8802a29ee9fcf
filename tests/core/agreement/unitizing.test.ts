import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterTable } from '../../../src/core/agreement/character-table';
import { cohenKappa } from '../../../src/core/agreement/cohen-kappa';
import { congerKappa } from '../../../src/core/agreement/conger-kappa';
import {
  codesOf,
  createContinuum,
  onlyCode,
  type Continuum,
} from '../../../src/core/agreement/continuum';
import type { Figure } from '../../../src/core/agreement/figure';
import { krippendorffAlpha } from '../../../src/core/agreement/krippendorff-alpha';
import { percentAgreement } from '../../../src/core/agreement/percent-agreement';
import { createRatingTable } from '../../../src/core/agreement/rating-table';
import {
  sectionDifference,
  unitizingAlpha1995,
  unitizingAlpha1995OfAll,
} from '../../../src/core/agreement/unitizing-alpha-1995';
import { unitizingAlpha2016 } from '../../../src/core/agreement/unitizing-alpha-2016';
import {
  anyCoders,
  anySideBySide,
  continuumOf,
  KRIPPENDORFF_2004,
  krippendorff1995,
} from './marked-continuum';
import { defined, reasonOf, valueOf } from './value-of';

function expectWithin(value: number, printed: number, tolerance: number): void {
  expect(Math.abs(value - printed)).toBeLessThanOrEqual(tolerance);
}

/** Krippendorff 2004 and DKPro: begin, length and whether it is a unit, of two sections, and how far they differ. */
const DIFFERENCES = [
  [5, 6, 1, 4, 2, 1, 26],
  [5, 6, 1, 5, 2, 1, 16],
  [5, 6, 1, 6, 2, 1, 10],
  [5, 6, 1, 7, 2, 1, 8],
  [5, 6, 1, 6, 4, 1, 2],
  [5, 6, 1, 5, 6, 1, 0],
  [225, 70, 1, 220, 80, 1, 50],
  [370, 30, 1, 355, 20, 1, 850],
  [400, 50, 0, 400, 20, 1, 400],
  [1, 8, 1, 2, 1, 1, 37],
  [1, 8, 1, 4, 1, 1, 25],
  [1, 8, 1, 6, 1, 1, 29],
  [0, 1, 0, 0, 2, 0, 0],
] as const;

describe('the alpha for unitizing of 1995', () => {
  it('measures how far two sections differ', () => {
    for (const [begin1, length1, unit1, begin2, length2, unit2, distance] of DIFFERENCES) {
      const first = { start: begin1, end: begin1 + length1, isUnit: unit1 === 1 };
      const second = { start: begin2, end: begin2 + length2, isUnit: unit2 === 1 };
      expect(sectionDifference(first, second)).toBe(distance);
      expect(sectionDifference(second, first)).toBe(distance);
    }
  });

  it('is that of Krippendorff 1995, p. 57', () => {
    const printed = {
      A: [0.03125, 0.0699, 0.553],
      B: [2.26736, 1.17731, -0.926],
      C: [0.02777, 0.08642, 0.679],
      D: [0.38715, 0.41445, 0.066],
    };
    for (const [code, [observed = NaN, expected = NaN, alpha = NaN]] of Object.entries(printed)) {
      expectWithin(defined(unitizingAlpha1995(krippendorff1995(), code)).observed, observed, 1e-5);
      const stretched = defined(unitizingAlpha1995(krippendorff1995(50_000), code));
      expectWithin(stretched.expected, expected, 0.005);
      expectWithin(stretched.value, alpha, 0.02);
    }
  });

  it('is that of Krippendorff 2004, p. 254', () => {
    const c = defined(unitizingAlpha1995(KRIPPENDORFF_2004, 'c'));
    expectWithin(c.observed, 0.0144, 0.0001);
    expectWithin(c.expected, 0.0532, 0.0001);
    expectWithin(c.value, 0.7286, 0.0001);
    const k = defined(unitizingAlpha1995(KRIPPENDORFF_2004, 'k'));
    expect(k.observed).toBe(0);
    expectWithin(k.expected, 0.049, 0.0001);
    expect(k.value).toBe(1);
    expectWithin(valueOf(unitizingAlpha1995OfAll(KRIPPENDORFF_2004)), 0.8591, 0.0005);
    expectWithin(valueOf(unitizingAlpha1995OfAll(KRIPPENDORFF_2004)), 0.8586654, 1e-6);
  });

  it('is that of DKPro where one unit meets three', () => {
    const data = continuumOf(10, ['A 1-9', 'A 2-3, A 4-5, A 6-7']);
    const alpha = defined(unitizingAlpha1995(data, 'A'));
    expectWithin(alpha.observed, 0.91, 1e-4);
    expectWithin(alpha.expected, 0.5351, 1e-4);
    expectWithin(alpha.value, -0.7003, 1e-4);
  });

  it('is 0, what chance gives, for one lone unit, and not defined for none', () => {
    expect(valueOf(unitizingAlpha1995OfAll(continuumOf(20, ['X 0-1', '', ''])))).toBeCloseTo(0, 12);
    expect(reasonOf(unitizingAlpha1995OfAll(continuumOf(20, ['', '', ''])))).toBe('noUnits');
    expect(reasonOf(unitizingAlpha1995(continuumOf(20, ['X 0-1', '']), 'Y'))).toBe('noUnits');
    expect(reasonOf(unitizingAlpha1995OfAll(continuumOf(20, ['X 0-1'])))).toBe('oneCoder');
  });

  it('is far below 1 for texts that were divided wholly differently (INCEpTION, issue 2219)', () => {
    const disjoint = continuumOf(100, ['A 0-20', 'A 60-80']);
    expect(valueOf(unitizingAlpha1995OfAll(disjoint))).toBeLessThan(0);
    expect(valueOf(unitizingAlpha2016(disjoint))).toBeLessThan(0);
  });

  it('is not defined when units of a code overlap within a coder', () => {
    const data = continuumOf(20, ['A 0-5, A 3-8', 'A 0-5']);
    const alpha = unitizingAlpha1995(data, 'A');
    expect(reasonOf(alpha)).toBe('overlap');
    expect(alpha.ok ? '' : alpha.fault.text).toMatch(/Coder 1 .* \(A 0–5 and A 3–8\)/u);
    expect(reasonOf(unitizingAlpha1995(continuumOf(20, ['A 0-5, B 3-8', 'A 0-5']), 'A'))).toBe(
      'defined',
    );
  });
});

/** u-alpha as the paper writes it: the observed and expected coincidence matrices, units by units. */
function u2016ByMatrices(continuum: Continuum): number {
  const { begin, length } = continuum;
  const m = continuum.coders.length;
  const sections = continuum.coders.map((units) => {
    const all: { start: number; end: number; value: string }[] = [];
    let place = begin;
    for (const { start, end, code } of units) {
      if (start > place) all.push({ start: place, end: start, value: 'gap' });
      all.push({ start, end, value: code });
      place = end;
    }
    if (place < begin + length) all.push({ start: place, end: begin + length, value: 'gap' });
    return all;
  });
  const values = ['gap', ...codesOf(continuum)];
  const matrix = (fill: (c: string, k: string) => number): number[][] =>
    values.map((c) => values.map((k) => fill(c, k)));
  const observed = matrix((c, k) => {
    let sum = 0;
    for (const [i, first] of sections.entries()) {
      for (const [j, second] of sections.entries()) {
        if (i === j) continue;
        for (const g of first.filter(({ value }) => value === c)) {
          for (const h of second.filter(({ value }) => value === k)) {
            sum += Math.max(0, Math.min(g.end, h.end) - Math.max(g.start, h.start));
          }
        }
      }
    }
    return sum / (m - 1);
  });
  const sum = (rows: number[][]): number => rows.flat().reduce((a, b) => a + b, 0);
  const margin = observed.map((row) => row.reduce((a, b) => a + b, 0));
  const total = sum(observed);
  const itself = values.map((value) =>
    sections
      .flat()
      .filter((section) => section.value === value)
      .reduce((a, { start, end }) => a + (end - start) ** (value === 'gap' ? 1 : 2), 0),
  );
  const correction = itself.reduce((a, b) => a + b, 0);
  const expected = matrix((c, k) => {
    const [row, column] = [values.indexOf(c), values.indexOf(k)];
    const pairs =
      (margin[row] ?? 0) * (margin[column] ?? 0) - (row === column ? (itself[row] ?? 0) : 0);
    return (total * pairs) / (total ** 2 - correction);
  });
  const diagonal = (rows: number[][]): number => rows.reduce((a, row, i) => a + (row[i] ?? 0), 0);
  return 1 - (total - diagonal(observed)) / (sum(expected) - diagonal(expected));
}

describe('the u-alpha of 2016', () => {
  it('is that of two other implementations for three coders and two codes', () => {
    const data = continuumOf(20, ['1 2-5, 1 9-11, 2 12-20', '1 2-5, 2 7-15', '1 2-5, 2 10-15']);
    expectWithin(valueOf(unitizingAlpha2016(data)), u2016ByMatrices(data), 1e-12);
  });

  it('is what the matrices of coincidences give', () => {
    fc.assert(
      fc.property(anySideBySide, (continuum) => {
        const alpha = unitizingAlpha2016(continuum);
        if (!alpha.ok) return;
        expect(alpha.value.value).toBeCloseTo(u2016ByMatrices(continuum), 9);
      }),
    );
  });

  it('is the nominal alpha when all units are one character long', () => {
    const codes = fc.array(fc.constantFrom('A', 'B', ''), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(codes, codes, (first, second) => {
        const units = (all: string[]) =>
          all.flatMap((code, start) => (code === '' ? [] : [{ code, start, end: start + 1 }]));
        const unitized = unitizingAlpha2016(createContinuum(8, [units(first), units(second)]));
        const rows = first.map((code, index) => [code, second[index]]);
        const rated = krippendorffAlpha(createRatingTable('nominal', rows));
        if (unitized.ok && rated.ok) {
          expect(unitized.value.value).toBeCloseTo(rated.value.value, 9);
        } else {
          expect(unitized.ok).toBe(rated.ok);
        }
      }),
    );
  });

  it('can leave the codes aside', () => {
    const data = continuumOf(20, ['A 2-6', 'B 2-6']);
    expect(valueOf(unitizingAlpha2016(data))).toBeLessThan(0.6);
    expect(valueOf(unitizingAlpha2016(data, { codes: 'ignored' }))).toBe(1);
  });

  it('is not defined without a unit, without another value, and with overlaps', () => {
    expect(reasonOf(unitizingAlpha2016(continuumOf(20, ['', ''])))).toBe('noUnits');
    expect(reasonOf(unitizingAlpha2016(continuumOf(20, ['A 0-20', 'A 0-20'])))).toBe(
      'noChanceDisagreement',
    );
    expect(reasonOf(unitizingAlpha2016(continuumOf(20, ['A 0-5, B 4-8', 'A 0-5'])))).toBe(
      'overlap',
    );
    expect(reasonOf(unitizingAlpha2016(continuumOf(20, ['A 0-5'])))).toBe('oneCoder');
  });
});

describe('figures of characters', () => {
  it('are those of NVivo’s help: 1,000 characters, 50 coded by both, 75 by each alone', () => {
    const table = characterTable(continuumOf(1_000, ['A 0-125', 'A 75-200']));
    expect(valueOf(percentAgreement(table))).toBeCloseTo(0.85, 12);
    // EF = ab/N + (N-a)(N-b)/N and K = (agreeing - EF) / (N - EF), as the help has it.
    const chance = 125 ** 2 / 1_000 + 875 ** 2 / 1_000;
    expect(valueOf(cohenKappa(table))).toBeCloseTo((850 - chance) / (1_000 - chance), 12);
  });

  it('count every character once, whatever lies on it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }).chain((n) => anyCoders(n, 4)),
        (coders) => {
          const table = characterTable(createContinuum(20, coders));
          const plain = Array.from({ length: 20 }, (_, place) =>
            coders.map((units) => {
              const codes = units
                .filter(({ start, end }) => start <= place && place < end)
                .map(({ code }) => code);
              return [...new Set(codes)].sort().join(' + ');
            }),
          );
          const rated = createRatingTable('nominal', plain);
          for (const figure of [percentAgreement, congerKappa, krippendorffAlpha]) {
            const [a, b]: Figure[] = [figure(table), figure(rated)];
            expect(a?.ok).toBe(b?.ok);
            if (a?.ok === true && b?.ok === true)
              expect(a.value.value).toBeCloseTo(b.value.value, 9);
          }
        },
      ),
    );
  });
});

describe('figures of a continuum', () => {
  const figures: Readonly<Record<string, (continuum: Continuum) => Figure>> = {
    unitizingAlpha1995OfAll,
    unitizingAlpha2016: (continuum) => unitizingAlpha2016(continuum),
    uAlphaWithoutCodes: (continuum) => unitizingAlpha2016(continuum, { codes: 'ignored' }),
    characterAlpha: (continuum) => krippendorffAlpha(characterTable(continuum)),
    characterKappa: (continuum) => congerKappa(characterTable(continuum)),
  };

  it('do not depend on the order of coders, the names of codes or where the text begins', () => {
    fc.assert(
      fc.property(anySideBySide, fc.nat({ max: 1_000 }), (continuum, by) => {
        const turned = createContinuum(20, continuum.coders.toReversed());
        const renamed = createContinuum(
          20,
          continuum.coders.map((units) =>
            units.map((unit) => ({ ...unit, code: { A: 'z', B: 'y' }[unit.code] ?? 'x' })),
          ),
        );
        const moved = createContinuum(
          20,
          continuum.coders.map((units) =>
            units.map(({ start, end, code }) => ({ start: start + by, end: end + by, code })),
          ),
          by,
        );
        for (const of of Object.values(figures)) {
          const first = of(continuum);
          for (const same of [turned, renamed, moved]) {
            const second = of(same);
            expect(second.ok).toBe(first.ok);
            if (first.ok && second.ok) {
              expect(second.value.value).toBeCloseTo(first.value.value, 9);
            }
          }
        }
      }),
    );
  });

  it('are 1 when coders did the same, where they are defined', () => {
    fc.assert(
      fc.property(anySideBySide, fc.integer({ min: 2, max: 4 }), ({ coders: [units = []] }, n) => {
        const same = createContinuum(
          20,
          Array.from({ length: n }, () => units),
        );
        for (const of of Object.values(figures)) {
          const figure = of(same);
          if (figure.ok) expect(figure.value.value).toBeCloseTo(1, 12);
        }
        for (const code of codesOf(same)) {
          expect(valueOf(unitizingAlpha1995(same, code))).toBe(1);
          expect(onlyCode(same, code).coders[0]?.every((unit) => unit.code === code)).toBe(true);
        }
      }),
    );
  });
});
