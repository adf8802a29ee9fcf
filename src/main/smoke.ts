import { writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { app, type BrowserWindow } from 'electron';
import { t } from '../core/messages/message';
import type { Fault } from '../core/result';
import { reasonOf } from './log';

const PATIENCE_SECONDS = 30;

/**
 * `--smoke <file.png>`: takes a picture of the window once its text is painted, prints the file's path and ends the run
 * with exit code 0; with 1 and a sentence on standard error when that does not come about.
 */
export async function runSmoke(
  window: BrowserWindow,
  file: string | undefined,
  started: Promise<Fault | undefined>,
): Promise<void> {
  try {
    if (file === undefined) throw new Error(t('main.smoke.noFile'));
    const fault = await started;
    if (fault !== undefined) throw new Error(fault.text);
    await waitUntilReadable(window);
    const picture = await window.webContents.capturePage();
    if (picture.isEmpty()) throw new Error(t('main.smoke.empty'));
    await writeFile(file, picture.toPNG());
    process.stdout.write(`${file}\n`);
    app.exit(0);
  } catch (error) {
    process.stderr.write(`${t('main.smoke.failed', { problem: reasonOf(error) })}\n`);
    app.exit(1);
  }
}

/** The page says so itself, with `data-ready="true"` on its root. */
async function waitUntilReadable(window: BrowserWindow): Promise<void> {
  const deadline = performance.now() + PATIENCE_SECONDS * 1_000;
  while (performance.now() < deadline) {
    const asked = isReadable(window).catch((error: unknown) => {
      throw new Error(t('main.smoke.page', { problem: reasonOf(error) }));
    });
    // A page that does not answer must not hold up the run.
    if (await Promise.race([asked, wait(5_000, false)])) return;
    await wait(50);
  }
  throw new Error(t('main.smoke.unreadable', { seconds: PATIENCE_SECONDS }));
}

/** Two frames after the page said so, the text is on the screen. */
async function isReadable(window: BrowserWindow): Promise<boolean> {
  const { webContents } = window;
  if (webContents.isCrashed()) throw new Error(t('main.crash.title'));
  if (!window.isVisible() || webContents.isLoadingMainFrame()) return false;
  const script = `document.documentElement.dataset.ready === 'true' && document.fonts.ready.then(() =>
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))`;
  return (await webContents.executeJavaScript(script)) === true;
}
