import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contents, read, refusal } from './reading';

/*
 * Archives that others collected: those of yauzl, each of which says in its name what is wrong with it, and texts of
 * word processors (mammoth), which are archives too.
 */

const HOSTILE = join(import.meta.dirname, '../../../../shared/hostile');
const YAUZL = join(HOSTILE, 'yauzl-zips/test');
const MAMMOTH = join(HOSTILE, 'mammoth-docx/test/test-data');
const missing = `The collected archives are not beside the repository (${join('..', 'shared')}).`;

const named = (folder: string, ending: RegExp): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => ending.test(name))
        .sort()
    : [];

/** Far enough for what is meant as a test of something else. */
const limits = { entries: 100_000, ratio: 5_000 };

/** What is wrong, by the words of the file's name. */
const REASONS: readonly (readonly [RegExp, RegExp])[] = [
  [/^End of central directory record signature not found.*_1/, /notZip/],
  [/^End of central directory record signature not found/, /cut|notZip/],
  [/^Invalid comment length/, /trailing/],
  [/^(absolute path|invalid relative path|invalid characters)/, /name/],
  [
    /^(compressed uncompressed size mismatch|extra field length|invalid central directory)/,
    /damaged|contradiction/,
  ],
  [/^zip64 extended/, /damaged/],
  [/^invalid zip64/, /contradiction|damaged/],
  [/^(file data overflows|unexpected EOF)/, /cut|contradiction/],
  [/^invalid local file header/, /damaged/],
  [/^(invalid code lengths|too many length)/, /damagedEntry/],
  [/^multi-disk/, /parts/],
  [/^(not enough bytes|too many bytes)/, /size/],
  [/^strong encryption/, /locked/],
  [/^unsupported compression/, /method/],
];

/** yauzl reads these raw or forgives them; here nothing stands for what it is not. */
const REFUSED: Readonly<Record<string, string>> = {
  'bogus-compression-method.zip': 'zip.fault.method',
  'empty.zip': 'zip.fault.empty',
  // To the byte the one that is also among the failures, for its backslash.
  'sloppy-filenames.zip': 'zip.fault.name',
  'traditional-encryption.zip': 'zip.fault.encrypted',
  'traditional-encryption_deprecated.zip': 'zip.fault.encrypted',
  'traditional-encryption-and-compression.zip': 'zip.fault.encrypted',
  'traditional-encryption-and-compression_deprecated.zip': 'zip.fault.encrypted',
};

/** File systems without it hold the name in Latin letters. */
const SPELT: Readonly<Record<string, string>> = { 'qi ge fangjian.txt': '七个房间.txt' };

describe('collected archives', () => {
  it('[ZR60] the broken ones are refused, each for what its name says', async (context) => {
    const names = named(join(YAUZL, 'failure'), /\.zip$/);
    if (names.length === 0) context.skip(missing);
    for (const name of names) {
      const fault = await refusal(readFileSync(join(YAUZL, 'failure', name)), { limits });
      const reason = REASONS.find(([words]) => words.test(name))?.[1];
      expect(fault.code, name).toMatch(reason ?? /no reason/);
      expect(fault.text, name).toMatch(/texts\.zip.*\. /);
    }
  });

  it('[ZR61] the others are read, to the byte', async (context) => {
    const names = named(join(YAUZL, 'success'), /\.zip$/);
    if (names.length === 0) context.skip(missing);
    let compared = 0;
    for (const name of names) {
      const bytes = readFileSync(join(YAUZL, 'success', name));
      if (name in REFUSED) {
        expect((await refusal(bytes)).code, name).toBe(REFUSED[name]);
        continue;
      }
      const found = await contents(bytes, { limits });
      const expected = treeBelow(join(YAUZL, 'success', name.replace('.zip', '')));
      if (expected === undefined) expect(Object.keys(found).length, name).toBeGreaterThan(0);
      else {
        // The collection leaves out a thousand empty files of one archive.
        const full = Object.entries(found).filter(
          ([path, data]) => data !== '' || path in expected,
        );
        expect(Object.fromEntries(full), name).toEqual(expected);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(10);
  });

  it('[ZR62] texts of word processors are read or refused', async (context) => {
    const names = named(MAMMOTH, /\.(docx|zip)$/);
    if (names.length === 0) context.skip(missing);
    for (const name of names) {
      const found = await read(readFileSync(join(MAMMOTH, name)));
      if (name === 'empty.zip') expect(found).toMatchObject({ fault: { code: 'zip.fault.empty' } });
      else expect(found.ok, name).toBe(true);
      if (found.ok && name.endsWith('.docx'))
        expect(found.value.files.has('word/document.xml'), name).toBe(true);
    }
  });
});

/** The files below a folder as latin-1 by path; undefined when there is no such folder. */
function treeBelow(folder: string): Record<string, string> | undefined {
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path).split(sep).join('/');
      return [SPELT[name] ?? name, readFileSync(path, 'latin1')] as const;
    });
  return Object.fromEntries(files);
}
