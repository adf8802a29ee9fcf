// @ts-check
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A lock not refreshed for this long was left behind. Long, because a holder that unpacks is busy;
 * a holder known to be dead is not waited for.
 */
const STALE_AFTER_MS = 120_000;
const REFRESH_MS = 4_000;
const POLL_MS = 250;

/**
 * Runs `body` while no other process holds the lock at `folder`.
 * Making a folder is atomic on every file system; the holder keeps its time fresh.
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} body
 * @param {() => void} [onWait] called once when somebody else holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(folder, body, onWait = () => {}) {
  mkdirSync(dirname(folder), { recursive: true });
  for (let waited = false; !tryLock(folder); waited = true) {
    if (!waited) onWait();
    await sleep(POLL_MS);
  }
  const refresh = setInterval(() => touch(folder), REFRESH_MS);
  try {
    return await body();
  } finally {
    clearInterval(refresh);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @returns {boolean}
 */
function tryLock(folder) {
  try {
    mkdirSync(folder);
    writeFileSync(ownerFile(folder), JSON.stringify({ pid: process.pid, host: hostname() }));
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  if (!isLeftBehind(folder)) return false;
  rmSync(folder, { recursive: true, force: true });
  return tryLock(folder);
}

const ownerFile = (/** @type {string} */ folder) => join(folder, 'owner.json');

/** @param {string} folder */
function isLeftBehind(folder) {
  const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > STALE_AFTER_MS) return true;
  try {
    const { pid, host } = JSON.parse(readFileSync(ownerFile(folder), 'utf8'));
    return host === hostname() && !isAlive(pid);
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH';
  }
}

/** @param {string} folder */
function touch(folder) {
  const now = new Date();
  try {
    utimesSync(folder, now, now);
  } catch {
    // The folder was taken away (a cleared cache): the work goes on, it ends in an atomic rename anyway.
  }
}
