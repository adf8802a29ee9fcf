import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runPostil, temporaryFolder, type Outcome } from './run-postil';

const scratch = temporaryFolder();
afterAll(() => {
  scratch[Symbol.dispose]();
});

const agreement = (args: readonly string[], input = ''): Promise<Outcome> =>
  runPostil(scratch.path, ['agreement', ...args], input);

interface Report {
  readonly [figure: string]: unknown;
  readonly undefinedBecause: Record<string, string>;
  readonly notes: string[];
}
const reportOf = ({ code, stdout, stderr }: Outcome): Report => {
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout) as Report;
};

/** Krippendorff 2004, p. 230. */
const FOUR_CODERS = [
  [1, 1, null, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [null, 5, 5, 5],
  [null, null, 1, 1],
  [null, null, 3, null],
];
const asCsv = FOUR_CODERS.map((row) => row.join(',')).join('\n');

describe('postil agreement --ratings', { timeout: 60_000 }, () => {
  it('prints every figure of a JSON file, null and the reason where one is not defined', async () => {
    const file = JSON.stringify({ level: 'nominal', ratings: FOUR_CODERS });
    writeFileSync(join(scratch.path, 'four.json'), file);
    const report = reportOf(await agreement(['--ratings', 'four.json', '--json']));
    expect(report).toMatchObject({
      level: 'nominal',
      units: 12,
      unitsCompared: 11,
      coders: 4,
      ratings: 41,
      missing: 7,
      cohenKappa: null,
      scottPi: null,
      weighted: null,
    });
    const printed = {
      percentAgreement: 0.8181818,
      fleissKappa: 0.76117,
      congerKappa: 0.76282,
      brennanPrediger: 0.77273,
      gwetAC1: 0.77544,
      krippendorffAlpha: 0.743421,
    };
    for (const [figure, value] of Object.entries(printed)) {
      expect(report[figure]).toBeCloseTo(value, 5);
    }
    expect(Object.keys(report.undefinedBecause)).toEqual(
      expect.arrayContaining(['cohenKappa', 'scottPi', 'weighted']),
    );
  });

  it('reads the same from CSV at the level one says', async () => {
    for (const [level, alpha, ac2] of [
      ['nominal', 0.743421, 0.77544],
      ['ordinal', 0.815388, 0.899],
      ['interval', 0.849107, 0.914],
      ['ratio', 0.797403, 0.857],
    ] as const) {
      const args = ['--ratings', '-', '--level', level, '--json'];
      const report = reportOf(await agreement(args, asCsv));
      expect(report['krippendorffAlpha']).toBeCloseTo(alpha, 5);
      expect(report['gwetAC2']).toBeCloseTo(ac2, 2.9);
    }
  });

  it('draws the same interval for the same seed', async () => {
    const args = ['--ratings', '-', '--json', '--bootstrap', '200'];
    const first = reportOf(await agreement([...args, '--seed', '3'], asCsv));
    const again = reportOf(await agreement([...args, '--seed', '3'], asCsv));
    const other = reportOf(await agreement([...args, '--seed', '4'], asCsv));
    expect(again['intervals']).toEqual(first['intervals']);
    expect(other['intervals']).not.toEqual(first['intervals']);
    expect(first['intervals']).toMatchObject({
      cohenKappa: null,
      krippendorffAlpha: { confidence: 0.95, draws: 200, seed: 3 },
    });
    expect(first.undefinedBecause['intervals.cohenKappa']).toMatch(/100|draw/u);
  });

  it('prints a table to read', async () => {
    const { code, stdout } = await agreement(['--ratings', '-'], 'Ann,Bob\na,a\nb,b\na,b\n');
    expect(code).toBe(0);
    expect(stdout).toContain('3 units, 3 of them rated by two or more of 2 coders');
    expect(stdout).toMatch(/^cohenKappa +0\.400$/mu);
    expect(stdout).toContain('The first line was taken as the names of the coders.');
  });

  it('takes numbers below 0 among categories and words for missing, wherever they stand', async () => {
    const csv = '-2;-1\n0;0\n-99;1\n-1;-9\n0;-2';
    const words = ['--missing', '-9', '-99', '--categories', '-2', '-1', '0', '1', '2'];
    const args = ['--ratings', '-', '--level', 'interval', ...words, '--seed', '3', '--json'];
    const report = reportOf(await agreement(args, csv));
    expect(report).toMatchObject({ units: 5, unitsCompared: 3, missing: 2 });
    expect(report['categories']).toMatchObject([-2, -1, 0, 1, 2].map((value) => ({ value })));
    const wrong = await agreement(['--ratings', '-', '--categories', '1', '--seed', '-3'], csv);
    expect(wrong.stderr).toMatch(/--seed cannot be “-3”/u);
  });

  it('prints the fifty categories that were given most often, and how many more there are', async () => {
    const values = Array.from({ length: 60 }, (_, n) => n + 1);
    // 60 is the last, and given more often than the others.
    const csv = [...values, 60].map((value) => `${String(value)},${String(value)}\n`).join('');
    const args = ['--ratings', '-', '--no-header', '--level', 'ordinal'];
    const printed = async (rows: string): Promise<readonly string[]> => {
      const { code, stdout } = await agreement(args, rows);
      expect(code).toBe(0);
      return stdout.split('\n');
    };
    const lines = await printed(csv);
    const listed = lines.filter((line) => /^\d+ +\d+ +1\.000$/u.test(line));
    expect(listed.map((line) => Number.parseInt(line, 10))).toEqual([...values.slice(0, 49), 60]);
    expect(lines).toContain(
      'These are the 50 categories that were given most often. There are 10 more; --json prints all of them.',
    );
    const report = reportOf(await agreement([...args, '--json'], csv));
    expect(report['categories']).toHaveLength(60);
    const few = await printed(csv.split('\n').slice(0, 50).join('\n'));
    expect(few.filter((line) => /^\d+ +\d+ +1\.000$/u.test(line))).toHaveLength(50);
    expect(few.join('\n')).not.toContain('most often');
  });

  it('says what a high percentage with a low alpha means', async () => {
    const csv = `${'3,3\n'.repeat(20)}3,1\n`;
    expect(reportOf(await agreement(['--ratings', '-', '--json'], csv)).notes[0]).toMatch(
      /agree on 95% .* alpha is 0\.00/u,
    );
  });

  it.each([
    ['ragged rows', 'a,b\na\n', 'the standard input, line 2: Here is 1 cell'],
    ['one rater', 'a\nb\n', 'the standard input: There is one column of ratings only'],
    ['words on a scale', '1,2\n1,x\n', 'the standard input, line 2, column 2: “x” is not a number'],
  ])('refuses %s with a sentence', async (_, csv, sentence) => {
    const { code, stdout, stderr } = await agreement(
      ['--ratings', '-', '--level', 'interval'],
      csv,
    );
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
  });

  it.each([
    [[], 'Say what to compare'],
    [['--ratings', '-', '--level', 'metric'], 'There is no level “metric”'],
    [['--ratings', '-', '--bootstrap', '3'], '--bootstrap cannot be “3”'],
    [['--ratings', '-', '--seed', '-1'], '--seed cannot be “-1”'],
  ])('does not understand %j', async (args, sentence) => {
    const { code, stderr } = await agreement(args, 'a,b\na,b\n');
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });

  it('tells a file that is not there', async () => {
    const { code, stderr } = await agreement(['--ratings', 'nowhere.csv']);
    expect(code).toBe(1);
    expect(stderr).toContain('nowhere.csv');
  });
});

/** The demo data of the gamma software. */
const STRETCHES = {
  length: 60,
  coders: {
    Alex: [
      [2, 9, 1],
      [11, 17, 2],
      [24, 30, 5],
      [32, 36, 6],
      [36, 44, 6],
      [44, 60, 7],
    ],
    Paul: [
      [2, 9, 1],
      [11, 17, 3],
      [19, 25, 5],
      [32, 44, 6],
    ],
    Suzan: [
      [2, 9, 1],
      [11, 17, 4],
      [21, 27, 5],
      [32, 36, 6],
      [36, 40, 6],
      [40, 44, 6],
    ],
  },
  seed: 1,
  samples: 300,
};
const fileOf = (data: typeof STRETCHES): string =>
  JSON.stringify({
    ...data,
    coders: Object.fromEntries(
      Object.entries(data.coders).map(([name, units]) => [
        name,
        units.map(([start, end, code]) => ({ start, end, code: String(code) })),
      ]),
    ),
  });

describe('postil agreement --continuum', { timeout: 60_000 }, () => {
  it('prints every figure of a file of stretches', async () => {
    const report = reportOf(await agreement(['--continuum', '-', '--json'], fileOf(STRETCHES)));
    expect(Object.keys(report['unitizingAlpha1995'] as object)).toEqual([
      ...['1', '2', '3', '4', '5', '6', '7'],
      'all',
    ]);
    expect(report).toMatchObject({
      length: 60,
      coders: 3,
      unitizingAlpha1995: { 1: 1 },
      unitizingAlpha2016: expect.closeTo(0.50967, 5) as number,
      gamma: {
        value: expect.closeTo(0.457095, 6) as number,
        disorder: expect.closeTo(0.960625, 9) as number,
        seed: 1,
        samples: 300,
        isProven: true,
      },
      spanF1: {
        exact: expect.closeTo(0.433333, 6) as number,
        partial: expect.closeTo(0.622222, 6) as number,
        overlap: expect.closeTo(0.811111, 6) as number,
      },
      undefinedBecause: {},
    });
  });

  it('draws from the seed and as often as one says, over what the file says', async () => {
    const args = ['--continuum', '-', '--json', '--seed', '9', '--samples', '20'];
    const { gamma } = reportOf(await agreement(args, fileOf(STRETCHES)));
    expect(gamma).toMatchObject({ seed: 9, samples: 20 });
  });

  it('says null and why when nobody marked anything', async () => {
    const empty = JSON.stringify({ length: 20, coders: { a: [], b: [], c: [] } });
    const report = reportOf(await agreement(['--continuum', '-', '--json'], empty));
    const nothing = /^No coder marked anything here/u;
    expect(report).toMatchObject({
      unitizingAlpha1995: { all: null },
      unitizingAlpha2016: null,
      gamma: { value: null, disorder: null, expectedDisorder: null },
      spanF1: { exact: null, partial: null, overlap: null },
      characterPercentAgreement: null,
      undefinedBecause: {
        gamma: expect.stringMatching(nothing) as string,
        'gamma.value': expect.stringMatching(nothing) as string,
        unitizingAlpha2016: expect.stringMatching(nothing) as string,
        'unitizingAlpha1995.all': expect.stringMatching(nothing) as string,
        'spanF1.exact': expect.stringMatching(nothing) as string,
      },
    });
  });

  it('says which figures overlapping units leave undefined, and prints the others', async () => {
    const units = [
      { start: 0, end: 6, code: 'A' },
      { start: 4, end: 9, code: 'B' },
    ];
    const stacked = JSON.stringify({ length: 20, coders: { a: units, b: units.slice(0, 1) } });
    const report = reportOf(await agreement(['--continuum', '-', '--json'], stacked));
    expect(report['unitizingAlpha2016']).toBeNull();
    expect(report.undefinedBecause['unitizingAlpha2016']).toContain('A 0–6 and B 4–9');
    expect(report).toMatchObject({
      unitizingAlpha2016ByCode: { A: 1 },
      unitizingAlpha1995: { A: 1 },
      spanF1: { exact: expect.closeTo(2 / 3, 9) as number },
    });
  });

  it('prints a table to read', async () => {
    const { stdout } = await agreement(['--continuum', '-'], fileOf(STRETCHES));
    expect(stdout).toMatch(/^gamma +0\.457$/mu);
    expect(stdout).toContain('300 samples, seed 1');
  });

  it('refuses a unit that is not in the text, and two files at once', async () => {
    const outside = await agreement(['--continuum', '-'], fileOf({ ...STRETCHES, length: 50 }));
    expect(outside.code).toBe(1);
    expect(outside.stderr).toContain('the standard input, coders.Alex[5]: This unit (44 to 60)');
    const both = await agreement(['--continuum', '-', '--ratings', '-']);
    expect(both.code).toBe(2);
  });

  it('says what to do with a file in another encoding, or with a bare list', async () => {
    writeFileSync(join(scratch.path, 'utf16.csv'), Buffer.from('\uFEFFa,b\nx,y\n', 'utf16le'));
    const utf16 = await agreement(['--ratings', 'utf16.csv', '--json']);
    expect(utf16).toMatchObject({ code: 1, stdout: '' });
    expect(utf16.stderr).toBe(
      'utf16.csv is not UTF-8 text. Save it again as “CSV UTF-8” (or as JSON in UTF-8), which spreadsheets offer beside plain CSV.\n',
    );
    const list = await agreement(['--ratings', '-', '--json'], '[[1,2],[2,2]]');
    expect(list).toMatchObject({ code: 1, stdout: '' });
    expect(list.stderr).toMatch(/Here is a list \[ \], and an object \{ \} is needed/u);
  });
});
