import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBundleFile, mimeTypeOf } from '../../src/main/bundle-file';

let parent: string;
let folder: string;

beforeAll(() => {
  parent = realpathSync(mkdtempSync(join(tmpdir(), 'postil-bundle-')));
  folder = join(parent, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(parent, 'renderer-other'));
  for (const name of ['index.html', 'assets/a b.js', 'assets/.hidden', 'assets/é.css']) {
    writeFileSync(join(folder, name), name);
  }
  writeFileSync(join(parent, 'secret.txt'), 'secret');
  writeFileSync(join(parent, 'renderer-other', 'secret.txt'), 'secret');
  symlinkSync(join(parent, 'secret.txt'), join(folder, 'assets', 'link.txt'));
  symlinkSync(join(folder, 'index.html'), join(folder, 'assets', 'inside.html'));
  symlinkSync(parent, join(folder, 'assets', 'up'));
});

afterAll(() => {
  rmSync(parent, { recursive: true, force: true });
});

describe('findBundleFile', () => {
  test.each([
    ['postil://app/index.html', 'index.html'],
    ['postil://app/index.html?v=1#top', 'index.html'],
    ['postil://app/assets/a%20b.js', 'assets/a b.js'],
    ['postil://app/assets/%C3%A9.css', 'assets/é.css'],
    ['postil://app/assets/../index.html', 'index.html'],
    ['postil://app/assets/inside.html', 'index.html'],
  ])('finds %s', async (address, expected) => {
    const found = await findBundleFile(folder, address);
    expect(found && relative(folder, found).replaceAll('\\', '/')).toBe(expected);
  });

  test.each([
    'postil://app/',
    'postil://app/assets',
    'postil://app/assets/',
    'postil://app/missing.js',
    'postil://app/../secret.txt',
    'postil://app/%2e%2e/secret.txt',
    'postil://app/%2e%2e%2fsecret.txt',
    'postil://app/..%2fsecret.txt',
    'postil://app/..%2frenderer-other%2fsecret.txt',
    'postil://app/..%5csecret.txt',
    'postil://app/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    'postil://app/assets%2fa%20b.js',
    'postil://app//index.html',
    'postil://app/index.html%00',
    'postil://app/index.html%00.js',
    'postil://app/C:%5csecret.txt',
    'postil://app/assets/.hidden',
    'postil://app/assets/link.txt',
    'postil://app/assets/up/secret.txt',
    'postil://app/%E0%A4%A',
    'not an address',
  ])('finds nothing for %s', async (address) => {
    expect(await findBundleFile(folder, address)).toBeUndefined();
  });
});

test('the type follows the ending, whatever its case, and is never guessed', () => {
  expect(mimeTypeOf('/x/INDEX.HTML')).toBe('text/html; charset=utf-8');
  expect(mimeTypeOf('/x/font.woff2')).toBe('font/woff2');
  expect(mimeTypeOf('/x/thing.exe')).toBe('application/octet-stream');
});
