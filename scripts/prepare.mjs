// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './child.mjs';
import { Failure } from './failure.mjs';
import { npmCommand } from './npm.mjs';
import { electronPackage, root } from './places.mjs';

/** Installs the npm packages where nobody has run `npm ci` yet. */
export async function ensureDependencies() {
  if (existsSync(join(electronPackage, 'package.json'))) return;
  console.log('Installing npm packages ...');
  const { command, args } = npmCommand(['ci', '--include=dev']);
  const { code } = await run(command, args, { cwd: root });
  if (code !== 0)
    throw new Failure(
      `npm ci failed in ${root}: its output above says why; mend that and start again.`,
    );
}

/**
 * Everything a window needs before the app itself: npm packages, the Electron runtime, system libraries.
 * @returns {Promise<import('./electron-state.mjs').Runtime>}
 */
export async function prepareElectron() {
  await ensureDependencies();
  // Loaded here because these files use npm packages themselves.
  const { ensureElectron } = await import('./electron-runtime.mjs');
  const { ensureSystemPackages } = await import('./system-packages.mjs');
  const runtime = await ensureElectron();
  await ensureSystemPackages();
  return runtime;
}

/** @returns {NodeJS.ProcessEnv} ours without the switch, set by some editors' terminals, that turns Electron into Node */
export function electronEnvironment() {
  const environment = { ...process.env };
  delete environment['ELECTRON_RUN_AS_NODE'];
  return environment;
}
