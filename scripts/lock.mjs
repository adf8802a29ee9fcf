// @ts-check
import { mkdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A lock whose holder has not refreshed it for this long was left behind by a run that was killed. */
const STALE_AFTER_MS = 20_000;
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

/** @param {string} folder */
function tryLock(folder) {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > STALE_AFTER_MS) rmSync(folder, { recursive: true, force: true });
  return false;
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
