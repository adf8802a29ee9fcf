import { dirname, join, resolve } from 'node:path';
import { exists } from './file-fault';

/** Whether a folder lies in a work tree of git: it, or one above it, has a `.git`. */
export async function isInGit(folder: string): Promise<boolean> {
  const path = resolve(folder);
  if (await exists(join(path, '.git'))) return true;
  const above = dirname(path);
  return above !== path && isInGit(above);
}
