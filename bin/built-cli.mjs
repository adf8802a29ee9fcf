// @ts-check
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What the bundle is made of. */
const SOURCES = ['src/cli', 'src/core', 'src/storage', 'bin', 'package-lock.json'];

/** A bundle of other sources is left for this long: another process may be about to load it. */
const KEEP_MS = 60 * 60 * 1000;

/**
 * The path of the bundled command line, made first if there is none of these very sources. Its name holds their hash,
 * so any number of processes may do this at once: each finds a whole file or makes the same one.
 * @param {string} root the repository's folder
 * @returns {Promise<string>}
 */
export async function builtCli(root) {
  const folder = join(root, 'out', 'cli');
  const name = `postil-${sourceHash(root)}.mjs`;
  const path = join(folder, name);
  if (existsSync(path)) return path;
  const { bundle } = await import('./bundle.mjs');
  mkdirSync(folder, { recursive: true });
  const own = mkdtempSync(join(folder, 'making-'));
  try {
    renameSync(await bundle({ root, entry: 'src/cli/index.ts', folder: own, name }), path);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
  removeOld(folder);
  return path;
}

/** @param {string} folder */
function removeOld(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats !== undefined && stats.mtimeMs < Date.now() - KEEP_MS)
      rmSync(path, { recursive: true, force: true });
  }
}

/** @param {string} root */
function sourceHash(root) {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((name) => filesUnder(join(root, name))).sort()) {
    const content = readFileSync(path);
    const name = relative(root, path).split(sep).join('/');
    hash.update(`${name}\0${String(content.length)}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
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
