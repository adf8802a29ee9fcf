// @ts-check
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../child.mjs';
import { Failure } from '../failure.mjs';
import { withLock } from '../lock.mjs';
import { npmCommand } from '../npm.mjs';
import { cacheFolder } from '../places.mjs';

/**
 * Installs the scanner as its own lock file says, outside node_modules, without running scripts of its packages. Done
 * once for a lock file.
 * @returns {Promise<string>} the folder with its node_modules
 */
export async function installScanner() {
  const lock = await readFile(join(import.meta.dirname, 'package-lock.json'));
  const version = createHash('sha256').update(lock).digest('hex').slice(0, 16);
  const cache = join(cacheFolder(), 'electronegativity');
  const folder = join(cache, version);
  if (existsSync(folder)) return folder;
  await withLock(join(cache, 'lock'), async () => {
    if (!existsSync(folder)) await install(cache, folder);
  });
  return folder;
}

/**
 * @param {string} cache
 * @param {string} folder made in one rename
 */
async function install(cache, folder) {
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'installing-'));
  try {
    for (const name of ['package.json', 'package-lock.json'])
      await cp(join(import.meta.dirname, name), join(work, name));
    const { command, args } = npmCommand([
      'ci',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]);
    const { code, output } = await run(command, args, { cwd: work, capture: true });
    if (code !== 0) throw new Failure(`Electronegativity could not be installed: ${output.trim()}`);
    await rename(work, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
