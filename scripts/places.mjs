// @ts-check
import { readFileSync } from 'node:fs';
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
 * The script behind an npm package's command. Run it with Node: no shell, no `.cmd` file.
 * @param {string} packageName
 * @param {string} command
 * @returns {string}
 */
export function packageCommand(packageName, command) {
  const folder = join(root, 'node_modules', ...packageName.split('/'));
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}
