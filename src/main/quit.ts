import { app, type BrowserWindow } from 'electron';
import type { Result } from '../core/result';
import { askHowToQuit } from './dialogs';
import { logError } from './log';

interface Leaving {
  readonly window: () => BrowserWindow | undefined;
  /** Everything on disk, or why not. */
  readonly settle: () => Promise<Result<undefined>>;
  readonly retrySave: () => void;
  /** Ends what is under way and changes nothing; the app waits for it. */
  readonly tidy: () => Promise<void>;
}

/**
 * The app leaves only when everything is on disk, or when the person says so. The window stays until then: closing it
 * is quitting.
 */
export function guardQuit(leaving: Leaving): { watch(window: BrowserWindow): void } {
  let state: 'running' | 'asking' | 'leaving' = 'running';
  const leave = async (): Promise<void> => {
    state = 'asking';
    try {
      const leaves = await mayLeave(leaving);
      if (leaves) await leaving.tidy();
      state = leaves ? 'leaving' : 'running';
    } catch (error) {
      logError('Leaving failed', error);
      state = 'leaving';
    }
    if (state === 'leaving') app.quit();
  };
  app.on('before-quit', (event) => {
    if (state === 'leaving') return;
    event.preventDefault();
    if (state === 'running') void leave();
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  return {
    watch(window) {
      window.on('close', (event) => {
        if (state === 'leaving') return;
        event.preventDefault();
        app.quit();
      });
    },
  };
}

async function mayLeave(leaving: Leaving): Promise<boolean> {
  for (;;) {
    const settled = await leaving.settle();
    if (settled.ok) return true;
    const answer = await askHowToQuit(leaving.window(), settled.fault.text);
    if (answer !== 'retry') return answer === 'quit';
    leaving.retrySave();
  }
}
