import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createContinuum, type Unit } from '../../../../src/core/agreement/continuum';
import { bestAlignment } from '../../../../src/core/agreement/gamma/best-alignment';
import { bestMatching, type Edge } from '../../../../src/core/agreement/gamma/best-matching';
import {
  dissimilarity,
  GAMMA_DEFAULTS,
  positionalDissimilarity,
  type GammaOptions,
} from '../../../../src/core/agreement/gamma/dissimilarity';
import { mathetGamma } from '../../../../src/core/agreement/gamma/gamma';
import { shuffledCoders } from '../../../../src/core/agreement/gamma/shuffle';
import { createRandom } from '../../../../src/core/agreement/random';
import { ALEX_PAUL_SUZAN, anyCoders, continuumOf } from '../marked-continuum';
import { defined, reasonOf } from '../value-of';

const EVEN: GammaOptions = { alpha: 1, beta: 1, deltaEmpty: 1 };
const unit = (start: number, end: number, code = ''): Unit => ({ start, end, code });

/** The least disorder of all alignments, by trying every group for the first unit that is left. */
function disorderByTrying(coders: readonly (readonly Unit[])[], options: GammaOptions): number {
  const pairs = (coders.length * (coders.length - 1)) / 2;
  const costOf = (group: readonly (Unit | undefined)[]): number => {
    let sum = 0;
    for (const [i, a] of group.entries()) {
      for (const b of group.slice(i + 1)) {
        sum +=
          a === undefined || b === undefined ? options.deltaEmpty : dissimilarity(a, b, options);
      }
    }
    return sum / pairs;
  };
  const rest = (left: readonly (readonly Unit[])[]): number => {
    const coder = left.findIndex((units) => units.length > 0);
    if (coder === -1) return 0;
    let best = Infinity;
    const choose = (index: number, group: readonly (Unit | undefined)[]): void => {
      if (index === left.length) {
        const after = left.map((units, place) => units.filter((one) => one !== group[place]));
        best = Math.min(best, costOf(group) + rest(after));
        return;
      }
      const units = left[index] ?? [];
      const choices =
        index === coder ? units.slice(0, 1) : index < coder ? [undefined] : [undefined, ...units];
      for (const choice of choices) choose(index + 1, [...group, choice]);
    };
    choose(0, []);
    return best;
  };
  const units = coders.reduce((sum, { length }) => sum + length, 0);
  return (rest(coders) * coders.length) / units;
}

describe('the dissimilarity of two units', () => {
  it.each([
    [unit(4, 14), unit(40, 44), 22.2],
    [unit(4, 14), unit(4, 14), 0],
    [unit(4, 14), unit(20, 25), 3.2],
    [unit(4, 14), unit(14, 24), 1],
    [unit(20, 30), unit(20, 25), 0.11],
    [unit(20, 25), unit(14, 24), 0.22],
  ])('is that of Mathet 2015, figure 10', (a, b, printed) => {
    expect(Math.abs(positionalDissimilarity(a, b, 1) - printed)).toBeLessThanOrEqual(0.05);
  });
});

describe('the best alignment', () => {
  it('is that of pygamma-agreement 0.5.9 (DKPro’s fixtures)', () => {
    const unequal = continuumOf(40, ['a 1-5, b 6-10, a 20-24, b 30-34', 'a 2-6, b 31-35']);
    expect(bestAlignment(unequal.coders, EVEN).disorder).toBeCloseTo(0.7083333, 6);
    const three = continuumOf(20, ['a 1-5, b 10-14', 'a 2-6, b 11-15', 'a 1-4, c 9-14']);
    expect(bestAlignment(three.coders, EVEN)).toEqual({
      disorder: expect.closeTo(0.4087564, 6) as number,
      isProven: true,
    });
    const weighted = continuumOf(20, ['a 1-5, b 6-10, c 11-15', 'a 2-7, b 8-12, a 11-15']);
    const options = { alpha: 3, beta: 2, deltaEmpty: 1 };
    expect(bestAlignment(weighted.coders, options).disorder).toBeCloseTo(1.0277778, 6);
  });

  it('of the demo data of the gamma software has the disorder 0.960625', () => {
    expect(bestAlignment(ALEX_PAUL_SUZAN.coders, GAMMA_DEFAULTS)).toEqual({
      disorder: expect.closeTo(0.960625, 9) as number,
      isProven: true,
    });
  });

  it.each([2, 3, 4])('of %i coders is the best of all', (coders) => {
    const options = fc.constantFrom(GAMMA_DEFAULTS, EVEN, { alpha: 0.2, beta: 2, deltaEmpty: 1.5 });
    fc.assert(
      fc.property(anyCoders(coders, coders === 2 ? 5 : 3), options, (units, given) => {
        fc.pre(units.flat().length > 0);
        const found = bestAlignment(units, given);
        expect(found.isProven).toBe(true);
        expect(found.disorder).toBeCloseTo(disorderByTrying(units, given), 9);
      }),
      { numRuns: coders === 4 ? 50 : 200 },
    );
  });

  it('is 0 when all did the same, and 1 a unit when nobody met', () => {
    fc.assert(
      fc.property(anyCoders(1, 5), fc.integer({ min: 2, max: 5 }), ([units = []], coders) => {
        fc.pre(units.length > 0);
        const same = Array.from({ length: coders }, () => units);
        expect(bestAlignment(same, GAMMA_DEFAULTS).disorder).toBeCloseTo(0, 12);
      }),
    );
    expect(bestAlignment([[unit(0, 2)], [unit(50, 52)]], GAMMA_DEFAULTS).disorder).toBe(2);
  });
});

describe('the best matching', () => {
  it('is worth as much as the best by trying all', () => {
    const edge = fc.record({
      left: fc.nat({ max: 4 }),
      right: fc.nat({ max: 4 }),
      worth: fc.integer({ min: 1, max: 9 }),
    });
    const edges = fc.uniqueArray(edge, {
      maxLength: 12,
      selector: ({ left, right }) => `${left} ${right}`,
    });
    const byTrying = ([first, ...rest]: readonly Edge[]): number =>
      first === undefined
        ? 0
        : Math.max(
            byTrying(rest),
            first.worth +
              byTrying(rest.filter((one) => one.left !== first.left && one.right !== first.right)),
          );
    fc.assert(
      fc.property(edges, (given) => {
        const found = bestMatching(given);
        expect(new Set(found.map(({ left }) => left)).size).toBe(found.length);
        expect(new Set(found.map(({ right }) => right)).size).toBe(found.length);
        const worth = found.reduce((sum, one) => sum + one.worth, 0);
        expect(worth).toBe(byTrying(given));
      }),
      { numRuns: 500 },
    );
  });
});

describe('shuffled coders', () => {
  it('are coders of the continuum, each moved on as a whole, round the end', () => {
    const random = createRandom(5);
    const lengths = ALEX_PAUL_SUZAN.coders.map((units) =>
      units.map(({ start, end, code }) => `${code} ${end - start}`).join(),
    );
    for (let n = 0; n < 50; n += 1) {
      const drawn = shuffledCoders(ALEX_PAUL_SUZAN, random);
      expect(drawn).toHaveLength(3);
      for (const units of drawn) {
        expect(lengths).toContain(
          units.map(({ start, end, code }) => `${code} ${end - start}`).join(),
        );
        for (const { start } of units) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThanOrEqual(60);
        }
      }
    }
  });
});

describe('gamma', () => {
  it('of the demo data of the gamma software is what pygamma-agreement finds, for any seed', () => {
    for (const seed of [1, 2, 3]) {
      const gamma = defined(mathetGamma(ALEX_PAUL_SUZAN, { seed, samples: 300 }));
      expect(gamma.disorder).toBeCloseTo(0.960625, 9);
      expect(Math.abs(gamma.value - 0.455)).toBeLessThanOrEqual(0.015);
      expect(gamma.unprovenSamples).toBe(0);
      expect(gamma.margin).toBeLessThan(0.02);
    }
  });

  it('shuffles over all of the text, not to its last unit', () => {
    // What a sampler of its own in Python found, after pygamma-agreement's ShuffleContinuumSampler, 300 samples each.
    for (const [length, found] of [
      [60, 0.458],
      [100, 0.559],
      [300, 0.642],
    ] as const) {
      const gamma = defined(mathetGamma({ ...ALEX_PAUL_SUZAN, length }, { seed: 1, samples: 300 }));
      expect(Math.abs(gamma.value - found)).toBeLessThanOrEqual(0.02);
    }
  });

  it('is the same for the same seed', () => {
    const draw = (seed: number) => mathetGamma(ALEX_PAUL_SUZAN, { seed, samples: 20 });
    expect(draw(9)).toEqual(draw(9));
    expect(draw(9)).not.toEqual(draw(10));
  });

  it('is 1 when all did the same, and not far from 0 or below when nobody met', () => {
    const same = continuumOf(100, ['A 0-5, B 10-15', 'A 0-5, B 10-15']);
    expect(defined(mathetGamma(same, { seed: 1, samples: 50 })).value).toBe(1);
    const apart = continuumOf(100, ['A 0-5', 'B 50-55']);
    expect(defined(mathetGamma(apart, { seed: 1, samples: 50 })).value).toBeLessThan(0.1);
  });

  it('takes overlapping units, and a coder who marked nothing', () => {
    const stacked = continuumOf(50, ['A 0-10, B 5-15, A 5-15', 'A 0-10', '']);
    expect(defined(mathetGamma(stacked, { seed: 1, samples: 30 })).value).toBeLessThan(1);
  });

  it('is not defined without units or for one coder', () => {
    const ask = { seed: 1, samples: 10 };
    expect(reasonOf(mathetGamma(continuumOf(50, ['', '']), ask))).toBe('noUnits');
    expect(reasonOf(mathetGamma(continuumOf(50, ['A 0-5']), ask))).toBe('oneCoder');
  });

  it('has a disorder that does not depend on the order of coders and units', () => {
    fc.assert(
      fc.property(anyCoders(3, 4), (coders) => {
        fc.pre(coders.flat().length > 0);
        const turned = createContinuum(
          20,
          coders.toReversed().map((units) => units.toReversed()),
        );
        expect(bestAlignment(turned.coders, GAMMA_DEFAULTS).disorder).toBeCloseTo(
          bestAlignment(createContinuum(20, coders).coders, GAMMA_DEFAULTS).disorder,
          9,
        );
      }),
    );
  });
});
