import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { isRunning } from '../storage/is-running';
import type { LaunchOptions } from './launch-options';

/**
 * Settles where this run keeps what it remembers, before anything reads it: where the command line says, for a smoke
 * run in a passing folder of its own, else in the system's place for Postil.
 */
export function settleUserData(options: LaunchOptions): string {
  const folder =
    options.smoke === undefined
      ? (options.userData ?? join(app.getPath('appData'), 'Postil'))
      : createPassingFolder();
  mkdirSync(folder, { recursive: true });
  app.setPath('userData', folder);
  return folder;
}

const PASSING = /^postil-smoke-(\d+)-/;

/**
 * Chromium writes into the folder up to its very end, when nobody is left to remove it: the next smoke run does that
 * for the runs that are over.
 */
function createPassingFolder(): string {
  for (const name of readdirSync(tmpdir())) {
    const owner = PASSING.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) removeIfOurs(join(tmpdir(), name));
  }
  return mkdtempSync(join(tmpdir(), `postil-smoke-${process.pid}-`));
}

/** Another person's folder of that name stays. */
function removeIfOurs(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}
