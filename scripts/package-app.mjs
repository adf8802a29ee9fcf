// @ts-check
import { createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { packager } from '@electron/packager';
import { ZipFile } from 'yazl';
import { gatherApp } from './app-files.mjs';
import { MARKER, runtimeFolder } from './electron-state.mjs';
import { setFuses } from './fuses.mjs';

const NAME = 'Postil';
/** In the runtime's folder, but no part of an app. */
const LEFT_OUT = new Set(['default_app.asar', MARKER]);

/**
 * Makes an app for this platform from what is built in out/ and from the installed runtime; nothing is downloaded. Its
 * code is one archive, and its fuses are set.
 * @param {{ runtime: { version: string }, out: string }} given
 * @returns {Promise<{ folder: string, executable: string }>} where the app lies, and the program to start
 */
export async function packageApp({ runtime, out }) {
  const work = await mkdtemp(join(tmpdir(), 'postil-package-'));
  try {
    const [app, zips] = await Promise.all([
      gatherApp(NAME, join(work, 'app')),
      zipRuntime(runtime.version, join(work, 'zips')),
    ]);
    const [folder] = await packager({
      dir: app,
      out,
      overwrite: true,
      name: NAME,
      executableName: NAME.toLowerCase(),
      asar: true,
      // Everything the app needs was bundled into out/.
      prune: false,
      electronVersion: runtime.version,
      electronZipDir: zips,
      tmpdir: join(work, 'packager'),
      quiet: true,
    });
    if (folder === undefined) throw new Error(`@electron/packager made nothing in ${out}`);
    // The packager made it for its own eyes only.
    await chmod(folder, 0o755);
    const executable = join(folder, programIn(process.platform));
    await setFuses(executable);
    return { folder, executable };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {NodeJS.Platform} platform */
function programIn(platform) {
  if (platform === 'darwin') return join(`${NAME}.app`, 'Contents', 'MacOS', NAME.toLowerCase());
  return NAME.toLowerCase() + (platform === 'win32' ? '.exe' : '');
}

/**
 * The installed runtime as the zip that the packager takes for a download, stored without compression.
 * @param {string} version
 * @param {string} folder
 */
async function zipRuntime(version, folder) {
  await mkdir(folder, { recursive: true });
  const zip = new ZipFile();
  for (const entry of await readdir(runtimeFolder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(runtimeFolder, path).split(sep).join('/');
    if (entry.isFile() && !LEFT_OUT.has(entry.name)) zip.addFile(path, name, { compress: false });
    else if (entry.isSymbolicLink())
      zip.addBuffer(Buffer.from(await readlink(path)), name, { compress: false, mode: 0o120755 });
  }
  zip.end();
  const file = join(folder, `electron-v${version}-${process.platform}-${process.arch}.zip`);
  await pipeline(zip.outputStream, createWriteStream(file));
  return folder;
}
