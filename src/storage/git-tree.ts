import { dirname, join, resolve } from 'node:path';
import { replaceFile } from './durable-file';
import { exists } from './file-fault';
import { placesOf } from './project-folder';

/** What is of use at one computer only: how its last merge is undone, files that could not be used, files being written. */
export const GIT_IGNORE = ['/before-merge/', '/set-aside/', '.postil-*.tmp', ''].join('\n');

/** Whether a folder lies in a work tree of git: it, or one above it, has a `.git`. */
export async function isInGit(folder: string): Promise<boolean> {
  const path = resolve(folder);
  if (await exists(join(path, '.git'))) return true;
  const above = dirname(path);
  return above !== path && isInGit(above);
}

/**
 * To be called where such files are made: a project from before there was a `.gitignore` gets it now if git is there.
 * Opening a project alone writes none, and one that is there is left as it is.
 */
export async function keepOutOfGit(folder: string): Promise<void> {
  const { gitIgnore } = placesOf(folder);
  if ((await exists(gitIgnore)) || !(await isInGit(folder))) return;
  // Where it cannot be written, what is under way matters more.
  await replaceFile(gitIgnore, new TextEncoder().encode(GIT_IGNORE));
}
