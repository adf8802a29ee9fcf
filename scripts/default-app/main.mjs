// @ts-check
/**
 * Stands in for Electron's own `default_app.asar` where a runtime comes without one:
 * `electron [-r module]... <folder or file> [arguments]` loads the app named on the command line.
 */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app as electronApp } from 'electron';

/** @typedef {{ setAppPath(path: string): void, setVersion(version: string): void }} Undocumented */
const app = /** @type {typeof electronApp & Undocumented} */ (electronApp);

const { preloads, target } = parseArguments(process.argv.slice(1));
const require = createRequire(import.meta.url);
for (const file of preloads) require(resolve(file));

if (target === undefined) {
  console.error('No app was named: electron <folder>');
  app.exit(1);
} else {
  try {
    await loadApp(resolve(target));
  } catch (error) {
    console.error(`The app in ${resolve(target)} could not be loaded:`, error);
    app.exit(1);
  }
}

/** @param {readonly string[]} args */
function parseArguments(args) {
  /** @type {string[]} */
  const preloads = [];
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? '';
    if (argument === '-r' || argument === '--require') preloads.push(args[++at] ?? '');
    else if (!argument.startsWith('-')) return { preloads, target: argument };
  }
  return { preloads, target: undefined };
}

/** @param {string} path an app's folder or its main file */
async function loadApp(path) {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  if (!statSync(path).isDirectory()) {
    app.setAppPath(dirname(path));
    await import(pathToFileURL(path).href);
    return;
  }
  const { name, productName, version, main } = JSON.parse(
    readFileSync(join(path, 'package.json'), 'utf8'),
  );
  if (version) app.setVersion(version);
  if (productName ?? name) app.setName(productName ?? name);
  app.setPath('userData', join(app.getPath('appData'), app.getName()));
  app.setAppPath(path);
  await import(pathToFileURL(join(path, main ?? 'index.js')).href);
}
