// @ts-check
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceHash } from '../../scripts/build.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postil-build-'));
  mkdirSync(join(folder, 'src', 'main'), { recursive: true });
  writeFileSync(join(folder, 'src', 'main', 'index.ts'), 'start();');
  writeFileSync(join(folder, 'tsconfig.json'), '{}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('sourceHash', () => {
  it('stays the same while the sources do', () => {
    const before = sourceHash(folder);
    writeFileSync(join(folder, 'README.md'), 'not a source');
    expect(sourceHash(folder)).toBe(before);
  });

  it.each([
    ['a changed source', () => writeFileSync(join(folder, 'src', 'main', 'index.ts'), 'START();')],
    [
      'a new document',
      () => {
        mkdirSync(join(folder, 'documents'));
        writeFileSync(join(folder, 'documents', 'one.txt'), '');
      },
    ],
    [
      'a renamed source',
      () =>
        renameSync(join(folder, 'src', 'main', 'index.ts'), join(folder, 'src', 'main', 'app.ts')),
    ],
    ['another tsconfig', () => writeFileSync(join(folder, 'tsconfig.base.json'), '{}')],
  ])('changes with %s', (_what, change) => {
    const before = sourceHash(folder);
    change();
    expect(sourceHash(folder)).not.toBe(before);
  });
});
