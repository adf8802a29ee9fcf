// @ts-check
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The npm package that carries, or should carry, the Electron runtime. */
export const electronPackage = join(root, 'node_modules', 'electron');

/**
 * Where downloads are kept between installs, outside node_modules.
 * `POSTIL_CACHE` names another folder.
 * @returns {string}
 */
export function cacheFolder(env = process.env, platform = process.platform) {
  if (env['POSTIL_CACHE']) return resolve(env['POSTIL_CACHE']);
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'postil', 'cache');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'postil');
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'postil');
}

/**
 * The path of an npm package's own command, run with Node so that no shell and no `.cmd` file is involved.
 * @param {string} packageName
 * @param {string} file the script inside the package
 */
export const packageScript = (packageName, file) =>
  join(root, 'node_modules', ...packageName.split('/'), ...file.split('/'));
