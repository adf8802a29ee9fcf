// @ts-check
/**
 * Runs Electronegativity over the built app. Fails on a finding that explained.json does not explain, on an explanation
 * that nothing needs any more, and on a file that could not be read.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformWithOxc } from 'vite';
import { gatherApp } from '../app-files.mjs';
import { wantedVersion } from '../electron-state.mjs';
import { runScript } from '../failure.mjs';
import { installScanner } from './install.mjs';

/**
 * @typedef {object} Finding
 * @property {string} id
 * @property {string} file
 * @property {string} [sample] the line
 * @property {string} description
 * @property {{ line: number, column: number }} location
 */
/** @typedef {{ id: string, file: string, holds: string, why: string }} Explanation */

await runScript(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'postil-scan-'));
  try {
    await gatherApp('Postil', folder);
    await lowerScripts(folder);
    const { issues, errors } = await scan(folder, await installScanner());
    /** @type {Explanation[]} */
    const explained = JSON.parse(
      await readFile(join(import.meta.dirname, 'explained.json'), 'utf8'),
    );
    const problems = [
      ...errors.map(({ file, message }) => `${file} could not be read: ${message}`),
      ...issues.filter((finding) => !explained.some((one) => explains(one, finding))).map(describe),
      ...explained
        .filter((one) => !issues.some((finding) => explains(one, finding)))
        .map((one) => `${one.id} in ${one.file} is explained, but was not found.`),
    ];
    for (const problem of problems) console.error(problem);
    console.log(`${issues.length} findings, ${problems.length} problems`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/**
 * The scanner's parsers are of 2021: private fields and static blocks are unknown to them, and a file that has one is
 * passed over. What the scripts do stays as it is.
 * @param {string} folder
 */
async function lowerScripts(folder) {
  for (const { name, parentPath } of await readdir(join(folder, 'out'), {
    withFileTypes: true,
    recursive: true,
  })) {
    if (!/\.c?js$/.test(name)) continue;
    const file = join(parentPath, name);
    const options = /** @type {const} */ ({ target: 'es2019', sourcemap: false, lang: 'js' });
    const { code } = await transformWithOxc(await readFile(file, 'utf8'), name, options);
    await writeFile(file, code);
  }
}

/**
 * @param {string} folder
 * @param {string} scanner where its packages are
 * @returns {Promise<{ issues: Finding[], errors: { file: string, message: string }[] }>}
 */
async function scan(folder, scanner) {
  const load = createRequire(join(scanner, 'package.json'));
  // It asks the network for newer sentences and for the list of Electron's releases; neither is needed.
  const got = load.resolve('got');
  load.cache[got] = /** @type {any} */ ({
    id: got,
    loaded: true,
    exports: () => Promise.reject(new Error('no network')),
  });
  const run = load('@doyensec/electronegativity');
  const log = console.log;
  console.log = () => {};
  try {
    return await run({
      input: folder,
      isRelative: true,
      electronVersionOverride: wantedVersion(),
      excludeFromScan: ['availablesecurityfixesglobalcheck', 'electronversionjsoncheck'],
    });
  } finally {
    console.log = log;
  }
}

/**
 * @param {Explanation} explanation
 * @param {Finding} finding
 */
function explains(explanation, { id, file, sample = '' }) {
  return explanation.id === id && explanation.file === file && sample.includes(explanation.holds);
}

/** @param {Finding} finding */
function describe({ id, file, location, description, sample = '' }) {
  return `${id} in ${file}, line ${location.line}: ${description}\n    ${sample.trim().slice(0, 200)}`;
}
