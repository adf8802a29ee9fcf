import { randomBytes } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fail, ok, type Fault, type Result } from '../core/result';
import { ensureFolder, syncFolder } from './durable-file';
import { writeFault } from './file-fault';
import { keepOutOfGit } from './git-tree';

/** Where files that could not be used are put, in the project's folder. */
export function setAsideFolder(folder: string): string {
  return join(folder, 'set-aside');
}

/** Whether a file was read and is none of ours, or damaged: not one that is newer, or that the disk would not give. */
export function isUnusable({ code }: Fault): boolean {
  return code.startsWith('storage.file.') && code !== 'storage.file.newer';
}

/** Moves a file of the project out of the way, durably and unchanged; the answer is where it is now. */
export async function setAside(folder: string, path: string): Promise<Result<string>> {
  const target = setAsideFolder(folder);
  const made = await ensureFolder(target);
  if (!made.ok) return made;
  await keepOutOfGit(folder);
  const name = relative(folder, path).split(sep).join('-');
  const to = join(target, `${randomBytes(4).toString('hex')}-${name}`);
  try {
    await rename(path, to);
    await syncFolder(target);
    await syncFolder(dirname(path));
    return ok(to);
  } catch (error) {
    return fail(writeFault(error, path));
  }
}
