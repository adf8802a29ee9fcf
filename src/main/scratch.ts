import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { logError } from './log';

/** Where work may leave files while it is under way. */
export interface Scratch {
  /** Gives the work an empty folder, which goes when it is done, however it ends. */
  use<Value>(work: (folder: string) => Promise<Value>): Promise<Value>;
  /** Resolves when all that is in use is given back. */
  idle(): Promise<void>;
}

/**
 * Folders below `root`, which lies in the user data folder: only one process at a time uses that, so what is there when a
 * run begins is of one that was ended by force, and is taken away.
 */
export function createScratch(root: string): Scratch {
  const remove = async (folder: string): Promise<void> => {
    try {
      // A thread that was ended may be in the midst of a file.
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    } catch (error) {
      // The next start tries again.
      logError('A passing folder could not be removed', error);
    }
  };
  const cleared = remove(root);
  const inUse = new Set<Promise<unknown>>();
  const use = async <Value>(work: (folder: string) => Promise<Value>): Promise<Value> => {
    await cleared;
    await mkdir(root, { recursive: true });
    const folder = await mkdtemp(join(root, 'work-'));
    try {
      return await work(folder);
    } finally {
      await remove(folder);
    }
  };
  return {
    use: async (work) => {
      const using = use(work);
      inUse.add(using);
      try {
        return await using;
      } finally {
        inUse.delete(using);
      }
    },
    idle: async () => {
      await Promise.allSettled([cleared, ...inUse]);
    },
  };
}
