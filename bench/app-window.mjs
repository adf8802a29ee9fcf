// @ts-check
/* global document */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { chromium, errors, _electron } from '@playwright/test';
import { electronArguments } from '../scripts/display.mjs';
import { electronEnvironment } from '../scripts/prepare.mjs';
import { installProbe } from './page-probe.mjs';

/** Of the window's content, in CSS pixels, the same for every contender. */
const SIZE = { width: 1280, height: 860 };
/** The slowest thing that is waited for, in milliseconds. */
const PATIENCE = 60_000;
/** Milliseconds within which a connection is made, if it is made at all. */
const CONNECTING = 30_000;
const TRIES = 3;

/**
 * What to start.
 * @typedef {object} Start
 * @property {string} executable Electron's
 * @property {string} app
 * @property {string} userData
 * @property {string} [project] the sample when absent
 */

/**
 * Milliseconds from the start of the process until the page says that its first text is painted. The process is
 * started plainly: Playwright's own way holds the app back until it is connected.
 * @param {Start} start
 * @returns {Promise<number>}
 */
export async function timeStart(start) {
  for (let tries = 1; ; tries += 1) {
    const took = await tryStart(start);
    if (took !== undefined) return took;
    if (tries === TRIES) throw new Error('No connection to the started app could be made.');
  }
}

/**
 * @param {Start} start
 * @returns {Promise<number | undefined>} undefined when the connection hung, as it does now and then when it is made
 *   in the very moment in which the window comes up
 */
async function tryStart(start) {
  const began = now();
  const child = spawn(
    start.executable,
    [...electronArguments(), '--remote-debugging-port=0', ...appArguments(start)],
    { cwd: start.app, env: electronEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const gone = new Promise((resolve) => child.once('exit', resolve));
  try {
    const browser = await connect(await debuggerAddress(child));
    if (browser === undefined) return undefined;
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    const ready = await page?.waitForFunction(
      () => document.documentElement.dataset['ready'] && performance.timeOrigin + performance.now(),
      undefined,
      { timeout: PATIENCE },
    );
    if (ready === undefined) throw new Error('The window did not open.');
    return Number(await ready.jsonValue()) - began;
  } finally {
    child.kill();
    const killing = setTimeout(() => child.kill('SIGKILL'), CONNECTING);
    await gone;
    clearTimeout(killing);
  }
}

/** @param {string} address */
async function connect(address) {
  try {
    return await chromium.connectOverCDP(address, { timeout: CONNECTING });
  } catch (error) {
    if (error instanceof errors.TimeoutError) return undefined;
    throw error;
  }
}

/** Milliseconds since 1970, as finely as there are. */
const now = () => performance.timeOrigin + performance.now();

/** @param {import('node:child_process').ChildProcess} child */
function debuggerAddress(child) {
  return new Promise((/** @type {(address: string) => void} */ resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += String(chunk);
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => reject(new Error(`The app has ended:\n${said.slice(-2000)}`)));
  });
}

/**
 * @typedef {object} Opened
 * @property {import('@playwright/test').Page} page
 * @property {import('@playwright/test').JSHandle<import('./page-probe.mjs').Probe>} probe in the page
 * @property {() => Promise<number>} memory private memory of the page's process in bytes, after a garbage collection
 * @property {() => Promise<number>} heap objects of the page's scripts in bytes, without what a garbage collection finds
 * @property {() => Promise<number>} mainMemory resident memory of the main process in bytes
 * @property {() => Promise<void>} close ends it by force if it does not end by itself
 */

/**
 * Starts the app to be driven, with a text on its page.
 * @param {Start} start
 * @returns {Promise<Opened>}
 */
export async function openWindow(start) {
  const app = await _electron.launch({
    executablePath: start.executable,
    cwd: start.app,
    env: /** @type {Record<string, string>} */ (electronEnvironment()),
    args: [...electronArguments(), ...appArguments(start)],
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(PATIENCE);
  await page.waitForSelector('html[data-ready="true"]');
  const pid = await app.evaluate(({ BrowserWindow }, { width, height }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(width, height);
    return window?.webContents.getOSProcessId() ?? 0;
  }, SIZE);
  const probe = await page.evaluateHandle(installProbe);
  return {
    page,
    probe,
    async memory() {
      const session = await page.context().newCDPSession(page);
      await session.send('HeapProfiler.collectGarbage');
      // The collector gives memory back to the system a moment later.
      await page.waitForTimeout(500);
      return (await privateMemory(pid)) ?? app.evaluate(workingSet, pid);
    },
    async heap() {
      const session = await page.context().newCDPSession(page);
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    },
    mainMemory: () => app.evaluate(() => process.memoryUsage().rss),
    async close() {
      const killing = setTimeout(() => app.process().kill('SIGKILL'), CONNECTING);
      await app.close().catch(() => {});
      clearTimeout(killing);
    },
  };
}

/**
 * @param {number} pid
 * @returns {Promise<number | undefined>} bytes; undefined where the system does not tell so
 */
async function privateMemory(pid) {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => undefined);
  if (rollup === undefined) return undefined;
  const lines = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)];
  return lines.reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0);
}

/**
 * Runs in the main process.
 * @param {typeof import('electron')} electron
 * @param {number} pid
 * @returns {number} bytes, shared memory included where the system does not tell it apart
 */
function workingSet({ app }, pid) {
  const memory = app.getAppMetrics().find((one) => one.pid === pid)?.memory;
  return (memory?.privateBytes ?? memory?.workingSetSize ?? 0) * 1024;
}

/** @param {Start} start */
function appArguments({ app, userData, project }) {
  return [
    app,
    `--user-data-dir=${userData}`,
    ...(project === undefined ? [] : [`--project=${project}`]),
  ];
}
