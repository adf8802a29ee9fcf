// @ts-check
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  installedRuntime,
  pathFile,
  read,
  replaceFile,
  runtimeFolder,
  TEMPORARY,
  wantedVersion,
  writeMarker,
} from './electron-state.mjs';
import { Failure } from './failure.mjs';
import { electronPackage } from './places.mjs';

/** A blocked network may answer at once or never: without a new byte for this long the download is given up. */
const STALL_MS = 60_000;
const LOOK_EVERY_MS = 2_000;

/**
 * Lets the electron package's own installer download its runtime, checksum and all.
 * A runtime that is already there is set aside and comes back when the download fails, so the
 * official files never mix with it.
 * @param {string} cache
 * @param {(line: string) => void} log
 */
export async function installOfficial(cache, log) {
  const version = wantedVersion();
  log(`Downloading Electron ${version} ...`);
  mkdirSync(cache, { recursive: true });
  const temporary = mkdtempSync(join(cache, TEMPORARY));
  const aside = join(electronPackage, `${TEMPORARY}${process.pid}`);
  const earlierPath = read(pathFile);
  rmSync(pathFile, { force: true });
  if (existsSync(runtimeFolder)) renameSync(runtimeFolder, aside);
  try {
    await runInstaller(temporary);
    if (installedRuntime()?.version !== version)
      throw new Failure('the installer ended without leaving a runtime');
    writeMarker(runtimeFolder, { source: 'official', version });
  } catch (error) {
    rmSync(runtimeFolder, { recursive: true, force: true });
    if (existsSync(aside)) renameSync(aside, runtimeFolder);
    if (earlierPath !== undefined) replaceFile(pathFile, earlierPath);
    throw error;
  } finally {
    for (const folder of [aside, temporary]) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs the installer with its temporary files in `temporary`, where their growth can be watched.
 * @param {string} temporary
 * @returns {Promise<void>}
 */
function runInstaller(temporary) {
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  const installer = spawn(process.execPath, [join(electronPackage, 'install.js')], {
    cwd: electronPackage,
    env,
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let said = '';
  installer.stderr.on('data', (/** @type {Buffer} */ chunk) => (said += chunk.toString()));
  const stalled = watchGrowth([temporary, runtimeFolder], () => installer.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    installer.on('error', reject);
    installer.on('close', (code) => {
      if (stalled.stop()) reject(new Failure(`nothing arrived for ${STALL_MS / 1000} seconds`));
      else if (code === 0) resolve();
      else
        reject(
          new Failure(
            said
              .split('\n')[0]
              ?.replace(/^\w*Error: /, '')
              .trim() || `the installer ended with code ${code}`,
          ),
        );
    });
  });
}

/**
 * Calls `onStall` when the folders have not grown for STALL_MS.
 * @param {readonly string[]} folders
 * @param {() => void} onStall
 */
function watchGrowth(folders, onStall) {
  let size = 0;
  let grewAt = Date.now();
  let stalled = false;
  const timer = setInterval(() => {
    const now = folders.reduce((sum, folder) => sum + sizeOf(folder), 0);
    if (now !== size) [size, grewAt] = [now, Date.now()];
    else if (!stalled && Date.now() - grewAt > STALL_MS) {
      stalled = true;
      onStall();
    }
  }, LOOK_EVERY_MS);
  return {
    /** @returns {boolean} whether it had stalled */
    stop: () => {
      clearInterval(timer);
      return stalled;
    },
  };
}

/**
 * @param {string} folder
 * @returns {number} bytes in all its files, 0 when it is not there
 */
function sizeOf(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (sum, { parentPath, path, name }) =>
        sum + (statSync(join(parentPath ?? path, name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
}
