// @ts-check
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { electronPackage } from './places.mjs';

/**
 * @typedef {object} Runtime
 * @property {'official' | 'fallback'} source
 * @property {string} version Electron's version, without a leading v
 * @property {string} executable absolute path
 */

/** Inside the runtime's folder: where it came from. Packaging reads it. */
export const MARKER = 'postil-runtime.json';

const executableNames = /** @type {Record<string, string>} */ ({
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
});

/** The executable's path inside the runtime's folder, as the electron package writes it to path.txt. */
export const executableName = executableNames[process.platform] ?? 'electron';

export const runtimeFolder = join(electronPackage, 'dist');
export const pathFile = join(electronPackage, 'path.txt');

/** @returns {string} the version the electron npm package wants */
export function wantedVersion() {
  return JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8')).version;
}

/**
 * The complete runtime that is installed now, if there is one. Complete means: path.txt, which is
 * written last, names an executable that is there. A runtime without our marker was put there by
 * the electron package itself.
 * @returns {Runtime | undefined}
 */
export function installedRuntime() {
  const executable = join(runtimeFolder, executableName);
  if (read(pathFile) !== executableName || !existsSync(executable)) return undefined;
  const version = read(join(runtimeFolder, 'version'))?.trim().replace(/^v/, '');
  if (!version) return undefined;
  const marker = read(join(runtimeFolder, MARKER));
  const source = marker ? JSON.parse(marker).source : 'official';
  return { source, version, executable };
}

/**
 * @param {string} folder the runtime's
 * @param {Pick<Runtime, 'source' | 'version'>} runtime
 */
export function writeMarker(folder, { source, version }) {
  replaceFile(join(folder, MARKER), JSON.stringify({ source, version }) + '\n');
}

/**
 * @param {string} path
 * @param {string} content
 */
export function replaceFile(path, content) {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, content);
  renameSync(temporary, path);
}

/** @param {string} path */
export function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** How the names of folders begin that exist only while something is being installed. */
export const TEMPORARY = '.postil-temporary-';
const LEFTOVER_AFTER_MS = 60 * 60_000;

/**
 * Removes what runs that were killed left in a folder.
 * @param {string} folder
 */
export function removeLeftovers(folder) {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(TEMPORARY)) continue;
    const path = join(folder, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > LEFTOVER_AFTER_MS) rmSync(path, { recursive: true, force: true });
  }
}
