import type { Result } from '../core/result';
import { BackupFolder, type BackupWish } from '../storage/backups/backup-folder';

/**
 * What takes long with a large project, and is done beside the main process, which the window waits for
 * (`slow-worker.ts`). What comes in and goes out is plain data.
 */
export const SLOW_TASKS = {
  'backup.missingTexts': (folder: string, hashes: readonly string[]): Promise<readonly string[]> =>
    new BackupFolder(folder).findMissingTexts(hashes),
  'backup.storeText': (folder: string, text: string): Promise<Result<undefined>> =>
    new BackupFolder(folder).storeText(text),
  'backup.make': (
    folder: string,
    pieces: readonly string[],
    wish: BackupWish,
  ): Promise<Result<string | undefined>> => new BackupFolder(folder).make(pieces.join(''), wish),
} as const;

type SlowTasks = typeof SLOW_TASKS;
export type SlowTask = keyof SlowTasks;

/** Has a task done; rejects when it, or what does it, broke down. */
export type RunSlowly = <Name extends SlowTask>(
  name: Name,
  ...args: Parameters<SlowTasks[Name]>
) => ReturnType<SlowTasks[Name]>;
