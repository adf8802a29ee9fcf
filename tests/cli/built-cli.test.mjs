// @ts-check
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { builtCli } from '../../bin/built-cli.mjs';

const REPOSITORY = join(import.meta.dirname, '..', '..');

/** What the command line is built from, in a folder of its own. */
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'postil-built-'));
  mkdirSync(join(root, 'src'));
  for (const name of ['src/cli', 'src/core', 'src/storage', 'bin', 'tsconfig.base.json'])
    cpSync(join(REPOSITORY, name), join(root, name), { recursive: true });
  symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'), 'junction');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('builds the command line once for the same sources, also when two ask at once', async () => {
  const [first, second] = await Promise.all([builtCli(root), builtCli(root)]);
  expect(second).toBe(first);
  expect(existsSync(first)).toBe(true);
  expect(readdirSync(join(root, 'out', 'cli'))).toHaveLength(1);
}, 60_000);

it('builds it anew for other sources', async () => {
  const first = await builtCli(root);
  appendFileSync(join(root, 'src', 'cli', 'now.ts'), '\nexport const later = true;\n');
  const second = await builtCli(root);
  expect(second).not.toBe(first);
  expect(existsSync(second)).toBe(true);
}, 60_000);
