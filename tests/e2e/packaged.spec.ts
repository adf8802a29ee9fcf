import { spawn } from 'node:child_process';
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
/* eslint-disable no-restricted-imports -- What packages the app is plain JavaScript. */
import { electronArguments } from '../../scripts/display.mjs';
import { installedRuntime } from '../../scripts/electron-state.mjs';
import { FUSES, readFuses } from '../../scripts/fuses.mjs';
import { packageApp } from '../../scripts/package-app.mjs';
/* eslint-enable no-restricted-imports */
import { root } from './support/places';

/*
 * The app as it is given away: one program and one archive, which nobody makes run other code than ours.
 */

test.describe.configure({ mode: 'serial' });
// It makes 270 MB of files and starts two programs; nothing is measured by it.
test.setTimeout(180_000);

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

let folder: string;
let packaged: { readonly folder: string; readonly executable: string };
let scanned: Promise<Ended>;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = await mkdtemp(join(tmpdir(), 'postil-packaged-'));
  // Takes as long as everything else here.
  scanned = run(process.execPath, [join(root, 'scripts', 'electronegativity', 'scan.mjs')]);
  const runtime = installedRuntime();
  if (runtime === undefined) throw new Error('There is no Electron runtime.');
  packaged = await packageApp({ runtime, out: join(folder, 'out') });
});

test.afterAll(async () => {
  await scanned;
  await rm(folder, { recursive: true, force: true });
});

function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, env: { ...process.env, ...env } });
    let output = '';
    const collect = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, output });
    });
  });
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

test('SEC19 the fuses of the packaged program are set', async () => {
  expect(await readFuses(packaged.executable)).toEqual(FUSES);
});

test('SEC19 the packaged app starts, and runs no code but its own', async () => {
  const traces = { required: join(folder, 'required'), loaded: join(folder, 'loaded') };
  const writing = (file: string): string =>
    `require('node:fs').writeFileSync(${JSON.stringify(file)}, '');`;
  const required = join(folder, 'required.cjs');
  await writeFile(required, writing(traces.required));
  // Without its fuse, Electron would take this folder before the archive beside it.
  const archive = await findArchive(dirname(packaged.executable));
  const planted = join(dirname(archive), 'app');
  await mkdir(planted);
  await writeFile(join(planted, 'package.json'), '{ "main": "main.js" }');
  await writeFile(join(planted, 'main.js'), writing(traces.loaded));

  const picture = join(folder, 'picture.png');
  const { code, output } = await run(
    packaged.executable,
    [...electronArguments(), '--inspect=127.0.0.1:0', '--smoke', picture],
    // Without its fuse, the program would be Node, and take the picture's name for a script.
    { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${JSON.stringify(required)}` },
  );

  expect(output).toContain(picture);
  expect(code).toBe(0);
  expect((await readFile(picture)).subarray(1, 4).toString()).toBe('PNG');
  expect(output).not.toContain('Debugger listening');
  expect(await isThere(traces.required)).toBe(false);
  expect(await isThere(traces.loaded)).toBe(false);
});

test('SEC20 Electronegativity finds nothing in the built app that is not explained', async () => {
  const { code, output } = await scanned;
  expect(output).toContain(' 0 problems');
  expect(code).toBe(0);
});

/** Beside the program on Linux and Windows, in the bundle's resources on macOS. */
async function findArchive(beside: string): Promise<string> {
  const places = [join(beside, 'resources'), join(beside, '..', 'Resources')];
  for (const place of places) {
    const archive = join(place, 'app.asar');
    if (await isThere(archive)) return archive;
  }
  throw new Error(`There is no app.asar at ${places.join(' or ')}.`);
}
