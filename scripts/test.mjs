// @ts-check
/** `npm test`: every check and every test, one after the other, and their sum on the last line. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { run } from './child.mjs';
import { needsVirtualDisplay, NO_DISPLAY, underDisplay } from './display.mjs';
import { Failure, reasonOf, runScript } from './failure.mjs';
import { packageCommand, root } from './places.mjs';
import { electronEnvironment, ensureDependencies, prepareElectron } from './prepare.mjs';
import { testArguments } from './test-arguments.mjs';
import * as count from './test-counts.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */

/** @typedef {[packageName: string, command: string, args: string[]]} Check */

/**
 * Each is one pass or one failure: package, command, arguments. What stands in one line runs one after the other, beside
 * the other lines: eslint takes as long as all else.
 * @type {Check[][]}
 */
const CHECKS = [
  [['eslint', 'eslint', ['.']]],
  [
    ['prettier', 'prettier', ['--check', '.']],
    ['typescript', 'tsc', ['-b']],
    ['dependency-cruiser', 'depcruise', ['src', '--config', '.dependency-cruiser.cjs']],
    ['knip', 'knip', []],
  ],
];

/** What failed in the runners, to be said again at the end of a run of a thousand lines. @type {string[]} */
const failures = [];

const reports = mkdtempSync(join(tmpdir(), 'postil-test-'));

await runScript(async () => {
  const { groups, runnerArguments } = testArguments(process.argv.slice(2));
  await ensureDependencies();
  /** @type {[string, Counts][]} */
  const results = [];
  try {
    if (groups.includes('checks')) results.push(...(await runChecks()));
    if (groups.includes('unit'))
      results.push(['vitest', await runVitest('vitest', runnerArguments)]);
    if (groups.includes('faults'))
      results.push([
        'faults',
        await runVitest('faults', ['--config=vitest.faults.config.ts', ...runnerArguments]),
      ]);
    if (groups.includes('e2e')) results.push(['playwright', await runWindowTests(runnerArguments)]);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  if (failures.length > 0) heading('Failures');
  for (const line of failures) console.log(line);
  heading('Results');
  for (const [name, counts] of results) console.log(`${name}: ${count.sumLine(counts)}`);
  const sum = count.sumCounts(results.map(([, counts]) => counts));
  console.log(`\n${count.sumLine(sum)}`);
  return count.sumExitCode(sum);
});

/** @param {string} title */
function heading(title) {
  console.log(`\n── ${title} ──`);
}

/** @returns {Promise<[string, Counts][]>} */
async function runChecks() {
  const lines = CHECKS.map(async (checks) => {
    /** @type {[string, Counts][]} */
    const results = [];
    for (const check of checks) results.push(await runCheck(check));
    return results;
  });
  return (await Promise.all(lines)).flat();
}

/**
 * Shows what it wrote when it has ended, so that checks side by side do not talk into one another.
 * @param {Check} check
 * @returns {Promise<[string, Counts]>}
 */
async function runCheck([packageName, command, args]) {
  const options = { cwd: root, env: electronEnvironment(), capture: true };
  const script = packageCommand(packageName, command);
  const { code, output } = await run(process.execPath, [script, ...args], options);
  heading([command, ...args].join(' '));
  console.log(output.trimEnd());
  return [command, code === 0 ? count.ONE_PASSED : count.ONE_FAILED];
}

/**
 * @param {string} title
 * @param {readonly string[]} extra
 */
async function runVitest(title, extra) {
  heading(title);
  const reportFile = join(reports, `${title}.json`);
  const code = await runShown(process.execPath, [
    packageCommand('vitest', 'vitest'),
    'run',
    '--retry=0',
    '--reporter=default',
    `--reporter=${join(root, 'scripts', 'vitest-skips.mjs')}`,
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...extra,
  ]);
  const report = readReport(reportFile);
  if (report) failures.push(...count.vitestFailures(report, root));
  return count.runnerCounts(code, report && count.vitestCounts(report));
}

/**
 * Drives the built app. One worker: windows on one screen would take the focus from each other.
 * @param {readonly string[]} extra
 */
async function runWindowTests(extra) {
  heading('playwright');
  try {
    await prepareElectron();
    await build();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    return count.ONE_FAILED;
  }
  const virtual = needsVirtualDisplay();
  if (virtual) console.log(NO_DISPLAY);
  const reportFile = join(reports, 'playwright.json');
  const playwright = packageCommand('@playwright/test', 'playwright');
  const args = ['test', '--retries=0', '--workers=1', '--reporter=list,json', ...extra];
  const shown = underDisplay(process.execPath, [playwright, ...args], virtual);
  const code = await runShown(shown.command, shown.args, {
    PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
  });
  const report = readReport(reportFile);
  if (report) {
    for (const line of count.playwrightSkips(report)) console.log(line);
    failures.push(...count.playwrightFailures(report));
  }
  return count.runnerCounts(code, report && count.playwrightCounts(report));
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} the exit code
 */
async function runShown(command, args, env = {}) {
  const options = { cwd: root, env: { ...electronEnvironment(), ...env } };
  const { code, interrupted } = await run(command, args, options);
  if (interrupted) throw new Failure('Interrupted.');
  return code;
}

/**
 * @param {string} file
 * @returns {any} the report, undefined when the runner left none
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`The runner left no report: ${reasonOf(error)}`);
    return undefined;
  }
}
