import { describe, expect, it } from 'vitest';
import { parseRatingsJson } from '../../../../src/core/codecs/ratings/parse-json';
import type { RatingsFile } from '../../../../src/core/codecs/ratings/ratings-file';
import { describeFault } from '../../../../src/core/result';

const read = (file: unknown): RatingsFile => {
  const parsed = parseRatingsJson(JSON.stringify(file));
  if (!parsed.ok) throw new Error(parsed.fault.faults.map(describeFault).join('\n'));
  return parsed.value;
};
const faultsOf = (file: unknown): string[] => {
  const parsed = parseRatingsJson(typeof file === 'string' ? file : JSON.stringify(file));
  return parsed.ok ? [] : parsed.fault.faults.map(describeFault);
};

describe('a JSON file of ratings', () => {
  it('has one category for a word, however its letters were written', () => {
    const ratings = [['Pe\u0301kin', 'P\u00e9kin']];
    const categories = ['P\u00e9kin', 'Se\u0301oul'];
    const { rows, ...file } = read({ level: 'nominal', ratings, categories });
    expect(rows).toEqual([['P\u00e9kin', 'P\u00e9kin']]);
    expect(file.categories).toEqual(['P\u00e9kin', 'S\u00e9oul']);
  });

  it('has a level and a row a unit, null where a rating is missing', () => {
    expect(read({ level: 'ratio', ratings: [[1, 2.5, null]] })).toEqual({
      level: 'ratio',
      rows: [[1, 2.5, undefined]],
      categories: [],
      notes: [],
    });
  });

  it('takes any plain value as a name at the level nominal', () => {
    expect(
      read({
        level: 'nominal',
        ratings: [
          [1, '1'],
          [true, 'x'],
        ],
      }).rows,
    ).toEqual([
      ['1', '1'],
      ['true', 'x'],
    ]);
  });

  it.each(['interval', 'ratio'])('has declared numbers at the level %s', (level) => {
    const ratings = [[1, null]];
    expect(read({ level, ratings, categories: [4, '1'] }).categories).toEqual([4, 1]);
    expect(faultsOf({ level, ratings, categories: ['many', true, -1.7e308] })).toEqual([
      expect.stringMatching(/^categories\[0\]: “many” is declared as a category and is not a/u),
      expect.stringMatching(/^categories\[1\]: “true” is declared/u),
      expect.stringMatching(/^categories\[2\]: “-1.7e\+308” is too large/u),
    ]);
  });

  it('keeps the order of the categories it declares', () => {
    const file = {
      level: 'ordinal',
      categories: ['low', 'mid', 'high'],
      ratings: [['mid', 'low']],
    };
    expect(read(file).categories).toEqual(['low', 'mid', 'high']);
    expect(faultsOf({ ...file, ratings: [['mid', 'top']] })).toEqual([
      'ratings[0][1]: “top” is not among the categories that were given: low, mid, high. Add it to them, or correct it.',
    ]);
  });

  it.each(['NaN', 'None', 'NA', 'undefined'])('is told to write null for %s', (word) => {
    expect(faultsOf(`{"level": "interval",\n"ratings": [[1, ${word}]]}`)).toEqual([
      `line 2, column 17: JSON does not know ${word}. Write null where a rating is missing, and a word in quotation marks.`,
    ]);
  });

  it('is told of being cut short, also where that leaves half a null', () => {
    for (const cut of [
      '{"level": "nominal", "ratings": [[n',
      '{"level": "nominal", "ratings": [[nul, 1]]}',
      '',
    ]) {
      expect(faultsOf(cut)[0]).not.toMatch(/does not know/u);
    }
  });

  it('is told of a number in quotation marks that it is one', () => {
    expect(faultsOf({ level: 'interval', ratings: [['2.5', 'x']] })).toEqual([
      'ratings[0][0]: “2.5” is in quotation marks, and the level interval needs numbers. Write 2.5 without them, and null where a rating is missing.',
      expect.stringMatching(/^ratings\[0\]\[1\]: “x” is not a number/u),
    ]);
  });

  it('leaves aside what it does not know, and says so', () => {
    expect(read({ level: 'nominal', ratings: [['a', 'b']], id: 'x' }).notes).toEqual([
      '“id” is not known here and was left aside.',
    ]);
  });

  it.each([
    [
      'ragged rows',
      { level: 'nominal', ratings: [['a', 'b'], ['a']] },
      /^ratings\[1\]: Here is 1 rating, but the first row has 2/u,
    ],
    [
      'one coder',
      { level: 'nominal', ratings: [['a'], ['b']] },
      /^There is one column of ratings only/u,
    ],
    ['no unit', { level: 'nominal', ratings: [] }, /^There are no ratings/u],
    [
      'a word on a scale',
      { level: 'interval', ratings: [[1, 'two']] },
      /^ratings\[0\]\[1\]: “two” is not a number/u,
    ],
    [
      'yes on a scale',
      { level: 'ordinal', ratings: [[1, true]] },
      /^ratings\[0\]\[1\]: “true” is not a number/u,
    ],
    ['a level that is none', { level: 'metric', ratings: [['a', 'b']] }, /^level: /u],
    ['no level', { ratings: [['a', 'b']] }, /^level: /u],
    ['no list', { level: 'nominal', ratings: 'a,b' }, /^ratings: /u],
    ['broken JSON', '{ "level": ', /line 1/u],
    [
      'what is no value',
      { level: 'nominal', ratings: [['a', { b: 1 }]] },
      /^ratings\[0\]\[1\]: A rating is a word, a number, true or false, or null/u,
    ],
    [
      'a number that is none',
      '{"level":"interval","ratings":[[1,1e999]]}',
      /^ratings\[0\]\[1\]: A rating is/u,
    ],
    [
      'numbers whose squares no number holds',
      { level: 'interval', ratings: [[1e200, 1e-200]] },
      /^ratings\[0\]\[0\]: “1e\+200” is too large or too close to 0/u,
    ],
    [
      'a name twice',
      '{"level":"nominal","ratings":[[1,2]],"ratings":[[1,1]]}',
      /^ratings: This name stands here twice/u,
    ],
  ])('is refused with %s', (_, file, sentence) => {
    expect(faultsOf(file)[0]).toMatch(sentence);
  });

  it('says which categories look like a missing rating', () => {
    const text = '{"level":"nominal","ratings":[["a",""],["NaN","a"],["a","a"]]}';
    const parsed = parseRatingsJson(text);
    expect(parsed.ok ? parsed.value.notes : []).toEqual([
      '“” was taken as a category. If it stands for a missing rating, put null in its place.',
      '“NaN” was taken as a category. If it stands for a missing rating, put null in its place.',
    ]);
    const declared = parseRatingsJson(text.replace('{', '{"categories":["a","","NaN"],'));
    expect(declared.ok ? declared.value.notes : ['not read']).toEqual([]);
  });
});
