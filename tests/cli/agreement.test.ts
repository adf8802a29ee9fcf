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
