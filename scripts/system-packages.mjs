// @ts-check
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './child.mjs';
import { needsVirtualDisplay } from './display.mjs';
import { installedRuntime } from './electron-state.mjs';
import { Failure, runScript } from './failure.mjs';
import { cacheFolder } from './places.mjs';

/** Debian packages, each with its other names, newest first: Debian 13 and Ubuntu 24.04 renamed some. */
const PACKAGES = [
  ['xvfb'],
  ['xauth'],
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
];

/** What a window without a screen needs on the path. */
const DISPLAY_COMMANDS = ['Xvfb', 'xvfb-run', 'xauth'];

/**
 * Makes sure that Electron finds its system libraries and, where there is no screen, a virtual one.
 * Installs what is missing only as root on a system with apt-get; elsewhere it says what to run.
 * @param {{ log?: (line: string) => void }} [options]
 */
export async function ensureSystemPackages({ log = console.log } = {}) {
  if (process.platform !== 'linux') return;
  const missing = await missingParts();
  if (missing.length === 0) return;
  if (!onPath('apt-get'))
    throw new Failure(
      `Electron needs parts of the system that are not here (${missing.join(', ')}): install them with your package manager ` +
        `(on Debian they are in ${PACKAGES.map((names) => names.at(-1)).join(' ')}) and start again.`,
    );
  if (process.getuid?.() !== 0)
    throw new Failure(
      `Electron needs parts of the system that are not here (${missing.join(', ')}), run: ` +
        `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${(await packageNames()).join(' ')}`,
    );
  log(`Installing system packages for Electron (missing: ${missing.join(', ')}) ...`);
  await installPackages();
  const left = await missingParts();
  if (left.length > 0)
    throw new Failure(
      `Electron still misses ${left.join(', ')} after installing its system packages: install what provides them and start again.`,
    );
}

/** @returns {Promise<string[]>} names of libraries and commands that are not there */
async function missingParts() {
  const commands = needsVirtualDisplay() ? DISPLAY_COMMANDS.filter((name) => !onPath(name)) : [];
  return [...(await missingLibraries()), ...commands];
}

/** @returns {Promise<string[]>} */
async function missingLibraries() {
  const runtime = installedRuntime();
  if (!runtime) return [];
  const { output } = await run('ldd', [runtime.executable], {
    capture: true,
    env: { ...process.env, LC_ALL: 'C' },
  });
  return missingFromLdd(output);
}

/**
 * @param {string} output what ldd wrote
 * @returns {string[]}
 */
export function missingFromLdd(output) {
  const names = [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
  return [...new Set(names)];
}

async function installPackages() {
  const options = { capture: true, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  // An update may fail for one source of many; what matters is whether the install works.
  const update = await run('apt-get', ['update'], options);
  const args = ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends'];
  const install = await run('apt-get', [...args, ...(await packageNames())], options);
  if (install.code === 0) return;
  const folder = cacheFolder();
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, 'apt-get.log');
  const output = update.output + install.output;
  writeFileSync(logFile, output);
  console.error(output);
  throw new Failure(
    `apt-get could not install Electron's system packages: its output is above and in ${logFile}; mend that and start again.`,
  );
}

/** @returns {Promise<string[]>} the packages under the names this system knows them by */
async function packageNames() {
  const choose = async (/** @type {readonly string[]} */ names) => {
    for (const name of names.slice(0, -1))
      if ((await run('apt-cache', ['show', name], { capture: true })).code === 0) return name;
    return names.at(-1) ?? '';
  };
  return Promise.all(PACKAGES.map(choose));
}

/** @param {string} command */
function onPath(command) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await runScript(() => ensureSystemPackages());
