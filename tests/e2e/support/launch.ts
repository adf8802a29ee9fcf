import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test';
import type { Bridge } from '../../../src/ipc/bridge';
import { findElectron, root } from './places';

declare global {
  interface Window {
    /** For what a test asks of the page itself. */
    readonly postil: Bridge<File>;
  }
}

/** The real app, running, with settings of its own. */
export interface Launched {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Where this run keeps its settings; the sample project is in `projects/sample` below it. */
  readonly userData: string;
  /** What the page reported so far: errors in its console and exceptions nobody caught. */
  readonly problems: readonly string[];
  /** Quits as a person does. Fails if the page reported anything. Keeps `userData` for another start. */
  quit(): Promise<void>;
  /** `quit`, then removes `userData`, unless it was given. */
  close(): Promise<void>;
}

export interface LaunchSettings {
  /** Settings of an earlier run. */
  readonly userData?: string;
  /** Opens this project instead of the last one. */
  readonly project?: string;
  /** Added to the command line. */
  readonly args?: readonly string[];
  /** Window size; the app's own when absent. */
  readonly size?: { readonly width: number; readonly height: number };
  /** The page may report problems that match; a test that provokes them says so here. */
  readonly allowed?: RegExp;
  /** False where a test starts an app that has no text to show. */
  readonly waitForText?: boolean;
}

export async function launch(settings: LaunchSettings = {}): Promise<Launched> {
  const executablePath = findElectron();
  if (executablePath === undefined) throw new Error('There is no Electron runtime.');
  const userData = settings.userData ?? (await mkdtemp(join(tmpdir(), 'postil-e2e-')));
  const app = await _electron.launch({
    executablePath,
    cwd: root,
    // Else the page would be told “light”, whatever the app's theme is.
    colorScheme: null,
    env: environment(),
    args: [
      ...(mustGoWithoutSandbox() ? ['--no-sandbox'] : []),
      root,
      `--user-data-dir=${userData}`,
      ...(settings.project === undefined ? [] : ['--project', settings.project]),
      ...(settings.args ?? []),
    ],
  });
  const problems: string[] = [];
  const page = await app.firstWindow();
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  if (settings.size !== undefined) await resize(app, settings.size);
  if (settings.waitForText !== false) await waitForText(page);

  const quit = async (): Promise<void> => {
    await app.close();
    const unexpected = problems.filter((problem) => settings.allowed?.test(problem) !== true);
    expect(unexpected, 'problems the page reported').toEqual([]);
  };
  const close = async (): Promise<void> => {
    try {
      await quit();
    } finally {
      if (settings.userData === undefined) await rm(userData, { recursive: true, force: true });
    }
  };
  return { app, page, userData, problems, quit, close };
}

/** Resolves when the first document's text is painted. */
export async function waitForText(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 30_000 });
}

export async function resize(
  app: ElectronApplication,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  const set = (): Promise<void> =>
    app.evaluate(({ BrowserWindow }, { width, height }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(width, height);
      // Without a window manager a window that is resized may lose the keys.
      window?.focus();
    }, size);
  try {
    await set();
  } catch (error) {
    // V8's inspector may lose its own answer where garbage is collected while the app starts (v8/v8 8123081 mends that).
    // Nothing of the app is in that answer, and a window that has this size already keeps it.
    if (!String(error).includes('Resulting promise was garbage collected')) throw error;
    await set();
  }
}

function environment(): Record<string, string> {
  const known = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      entry[0] !== 'ELECTRON_RUN_AS_NODE' &&
      entry[0] !== 'ELECTRON_RENDERER_URL',
  );
  return Object.fromEntries(known);
}

/** Chromium refuses its sandbox to root; the window's own `sandbox: true` stays. */
function mustGoWithoutSandbox(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}
