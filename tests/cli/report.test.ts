import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeZip } from '../support/zip-writer';
import { readTree, runPostil, temporaryFolder, type Outcome } from './run-postil';

const scratch = temporaryFolder();
const postil = (...args: string[]): Promise<Outcome> => runPostil(scratch.path, args);

/** A project of the texts in an archive. */
beforeAll(async () => {
  const zip = makeZip([
    { name: 'a.txt', data: 'Seoul must wait.\n', method: 8 },
    { name: 'notes.md', data: 'no' },
  ]);
  writeFileSync(join(scratch.path, 'texts.zip'), zip);
  writeFileSync(join(scratch.path, 'cut.zip'), zip.subarray(0, -4));
  const made = await postil('new', 'team', '--documents', 'texts.zip', '--coder', 'Lead');
  expect(made).toMatchObject({ code: 0 });
  expect(made.stderr).toContain('1 file was not added');
}, 60_000);

afterAll(() => {
  scratch[Symbol.dispose]();
});

describe('postil report <folder> --out <file>', { timeout: 60_000 }, () => {
  it('says that PDF is made in the window, and writes nothing', async () => {
    const before = readTree(scratch.path);
    const { code, stdout, stderr } = await postil('report', 'team', '--out', 'report.PDF');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('“report.PDF” was not written: PDF is made in the window');
    expect(stderr).toContain('end the name with .html');
    expect(readTree(scratch.path)).toEqual(before);
  });
});

/* Figures of it are tested with the project's own, which need two coders. */
describe('postil report --samples', { timeout: 60_000 }, () => {
  it('says what is wrong with a number of samples, and writes nothing', async () => {
    const { code, stderr } = await postil('report', 'team', '--out', 'r.json', '--samples', 'many');
    expect(code).toBe(1);
    expect(stderr).toContain('--samples');
    expect(stderr).toContain('many');
    expect(Object.keys(readTree(scratch.path))).not.toContain('r.json');
  });
});

describe('postil new --documents <archive>', { timeout: 60_000 }, () => {
  it('makes no project when the archive is refused', async () => {
    const { code, stderr } = await postil('new', 'other', '--documents', 'cut.zip');
    expect(code).toBe(1);
    expect(stderr).toContain('“cut.zip” is cut short');
    expect(Object.keys(readTree(scratch.path)).some((path) => path.includes('other'))).toBe(false);
  });
});
