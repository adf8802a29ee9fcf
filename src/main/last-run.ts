import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { logError } from './log';

/** There while the app runs, so that the next start knows how this one ended. */
const MARK = 'running';

export interface LastRun {
  /** The app did not come to its end last time: it was killed, it crashed, or the power went. */
  readonly wasCutShort: boolean;
  /** Says that this run came to its end. */
  readonly end: () => void;
}

/** Begins a run in this user data folder, which only one process uses at a time. A folder that is full forgets it. */
export function beginRun(userData: string): LastRun {
  const path = join(userData, MARK);
  const wasCutShort = exists(path);
  attempt(() => {
    writeFileSync(path, String(process.pid));
  });
  return {
    wasCutShort,
    end: () => {
      attempt(() => {
        rmSync(path, { force: true });
      });
    },
  };
}

function exists(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

function attempt(act: () => void): void {
  try {
    act();
  } catch (error) {
    logError('How this run ends cannot be noted', error);
  }
}
