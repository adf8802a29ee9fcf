// @ts-check
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './child.mjs';
import { Failure, runScript } from './failure.mjs';
import { packageCommand, root } from './places.mjs';
import { ensureDependencies } from './prepare.mjs';

/** What the built app depends on, besides the tsconfig files in the repository's folder. */
const SOURCES = [
  'src',
  'documents',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

/**
 * Builds the app into out/ unless it was built from these very sources before.
 * @param {{ force?: boolean, log?: (line: string) => void }} [options]
 */
export async function build({ force = false, log = console.log } = {}) {
  const hashFile = join(root, 'out', '.build-hash');
  const hash = sourceHash(root);
  if (!force && isBuilt(hashFile, hash)) return;
  log('Building ...');
  rmSync(hashFile, { force: true });
  const { code } = await run(
    process.execPath,
    [packageCommand('electron-vite', 'electron-vite'), 'build'],
    { cwd: root },
  );
  if (code !== 0)
    throw new Failure(
      'The app could not be built: electron-vite says above which file is wrong and why.',
    );
  mkdirSync(dirname(hashFile), { recursive: true });
  writeFileSync(hashFile, hash);
}

/**
 * @param {string} hashFile
 * @param {string} hash
 */
function isBuilt(hashFile, hash) {
  const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return (
    existsSync(join(root, main)) && existsSync(hashFile) && readFileSync(hashFile, 'utf8') === hash
  );
}

/**
 * @param {string} folder the repository's
 * @returns {string} SHA-256 over names and contents
 */
export function sourceHash(folder) {
  const configs = readdirSync(folder).filter((name) => /^tsconfig.*\.json$/.test(name));
  const hash = createHash('sha256');
  for (const path of [...SOURCES, ...configs]
    .flatMap((name) => filesUnder(join(folder, name)))
    .sort()) {
    const content = readFileSync(path);
    hash
      .update(`${relative(folder, path).split(sep).join('/')}\0${content.length}\0`)
      .update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} path a file, a folder, or nothing
 * @returns {string[]}
 */
function filesUnder(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await runScript(async () => {
    await ensureDependencies();
    await build({ force: process.argv.includes('--force') });
  });
