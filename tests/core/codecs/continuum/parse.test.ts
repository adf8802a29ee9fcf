import { describe, expect, it } from 'vitest';
import { parseContinuum, type ContinuumFile } from '../../../../src/core/codecs/continuum/parse';
import { describeFault } from '../../../../src/core/result';

const read = (file: unknown): ContinuumFile => {
  const parsed = parseContinuum(JSON.stringify(file));
  if (!parsed.ok) throw new Error(parsed.fault.faults.map(describeFault).join('\n'));
  return parsed.value;
};
const faultsOf = (file: unknown): string[] => {
  const parsed = parseContinuum(typeof file === 'string' ? file : JSON.stringify(file));
  return parsed.ok ? [] : parsed.fault.faults.map(describeFault);
};
const unit = (start: unknown, end: unknown, code: unknown = 'A') => ({ start, end, code });

describe('a file of stretches', () => {
  it('has one code for a word, however its letters were written', () => {
    const coders = { a: [unit(1, 2, 'Pe\u0301kin')], b: [unit(1, 2, 'P\u00e9kin')] };
    const { continuum } = read({ length: 10, coders });
    expect(JSON.stringify(continuum).match(/P\u00e9kin/gu)).toHaveLength(2);
  });

  it('has the length of the text, and the units of each coder, sorted here', () => {
    const coders = { b: [unit(5, 9), unit(0, 3, 2)], a: [] };
    expect(read({ length: 10, coders, seed: 7, samples: 50, alpha: 1, note: 'x' })).toEqual({
      continuum: {
        begin: 0,
        length: 10,
        coders: [[unit(0, 3, '2'), unit(5, 9)], []],
      },
      coders: ['b', 'a'],
      gamma: { seed: 7, samples: 50, alpha: 1 },
      notes: ['“note” is not known here and was left aside.'],
    });
  });

  it('may begin elsewhere than at 0', () => {
    const coders = { a: [unit(450, 460)], b: [unit(150, 151)] };
    expect(faultsOf({ length: 310, begin: 150, coders })).toEqual([]);
    expect(faultsOf({ length: 300, begin: 150, coders })).toEqual([
      'coders.a[0]: This unit (450 to 460) does not lie in the text, which goes from 150 to 450. Correct it, or the length of the text.',
    ]);
  });

  it('is refused with every unit that is empty, turned round or outside', () => {
    const found = faultsOf({
      length: 10,
      coders: { a: [unit(3, 3), unit(5, 4)], b: [unit(-1, 2), unit(8, 11), unit(0, 10)] },
    });
    expect(found.map((fault) => fault.slice(0, 32))).toEqual([
      'coders.a[0]: This unit begins at',
      'coders.a[1]: This unit begins at',
      'coders.b[0]: This unit (-1 to 2)',
      'coders.b[1]: This unit (8 to 11)',
    ]);
  });

  it.each([
    ['one coder', { length: 10, coders: { a: [] } }, /^There are fewer than two coders/u],
    ['no coders', { length: 10, coders: {} }, /^There are fewer than two coders/u],
    ['no length', { coders: { a: [], b: [] } }, /^length: /u],
    ['a length of 0', { length: 0, coders: { a: [], b: [] } }, /^length: /u],
    [
      'a unit without a code',
      { length: 10, coders: { a: [{ start: 1, end: 2 }], b: [] } },
      /^coders\.a\[0\]\.code: /u,
    ],
    [
      'a place that is a word',
      { length: 10, coders: { a: [unit('1', 2)], b: [] } },
      /^coders\.a\[0\]\.start: /u,
    ],
    ['a seed that is none', { length: 10, coders: { a: [], b: [] }, seed: -1 }, /^seed: /u],
    ['too few samples', { length: 10, coders: { a: [], b: [] }, samples: 0 }, /^samples: /u],
    ['broken JSON', '{"length": 10', /line 1/u],
    [
      'two coders of one name',
      '{"length":10,"coders":{"a":[{"start":1,"end":2,"code":"A"}],"b":[],"a":[]}}',
      /^coders\.a: This name stands here twice/u,
    ],
    [
      'a code that is none',
      { length: 10, coders: { a: [unit(1, 2, null)], b: [] } },
      /^coders\.a\[0\]\.code: A code is a word or a number/u,
    ],
    ['a length beyond counting', { length: 1e200, coders: { a: [], b: [] } }, /^length: /u],
  ])('is refused with %s', (_, file, sentence) => {
    expect(faultsOf(file)[0]).toMatch(sentence);
  });
});
