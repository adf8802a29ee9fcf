import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createFault, fail, ok, type Result } from '../../core/result';
import { ensureFolder, replaceFile, syncFolder } from '../durable-file';
import { isErrno, readFault, writeFault } from '../file-fault';
import { keepOutOfGit } from '../git-tree';
import { placesOf } from '../project-folder';
import { setAside } from '../set-aside';
import { sideBySide } from '../side-by-side';

/** Where a project's folder keeps what undoing the last merge needs. */
export function beforeMergeFolder(folder: string): string {
  return join(folder, 'before-merge');
}

/**
 * Keeps the project's JSON files as they are, in place of those that were kept before the last merge. They follow from the
 * journals, so a merge changes no more than journals; but what only a file still says counts when a project is opened, so
 * undoing the merge has to bring them back too.
 */
export async function keepFiles(folder: string): Promise<Result<undefined>> {
  const place = beforeMergeFolder(folder);
  const [next, kept] = [join(place, 'next'), join(place, 'files')];
  try {
    await rm(next, { recursive: true, force: true });
    for (const path of [place, next]) {
      const made = await ensureFolder(path);
      if (!made.ok) return made;
    }
    await keepOutOfGit(folder);
    const names = await jsonFilesOf(folder);
    for (const place of new Set(names.map(dirname))) {
      await mkdir(join(next, place), { recursive: true });
    }
    // Where the disk can, a copy takes room only once one of the two is written anew.
    await sideBySide(names, (name) =>
      copyFile(join(folder, name), join(next, name), constants.COPYFILE_FICLONE),
    );
    await rm(kept, { recursive: true, force: true });
    await rename(next, kept);
    await syncFolder(place);
    return ok(undefined);
  } catch (error) {
    return fail(writeFault(error, place));
  }
}

/** Brings the JSON files back as they were; one that was not there is set aside. To be done while the project is closed. */
export async function bringFilesBack(folder: string): Promise<Result<undefined>> {
  const kept = join(beforeMergeFolder(folder), 'files');
  try {
    const before = new Set(await jsonFilesOf(kept));
    if (!before.has('project.json')) return fail(createFault('merge.fault.nothing', { folder }));
    for (const name of await jsonFilesOf(folder)) {
      if (before.has(name)) continue;
      const moved = await setAside(folder, join(folder, name));
      if (!moved.ok) return moved;
    }
    const changed = await sideBySide([...before], async (name) => {
      const [was, is] = [await readFile(join(kept, name)), await readOr(join(folder, name))];
      return is !== undefined && was.equals(is) ? [] : [name];
    });
    for (const name of changed.flat()) {
      const written = await replaceFile(join(folder, name), await readFile(join(kept, name)));
      if (!written.ok) return written;
    }
    return ok(undefined);
  } catch (error) {
    return fail(readFault(error, kept));
  }
}

/** As paths in the folder: of what all share, of each coder and of the gold set. */
async function jsonFilesOf(folder: string): Promise<readonly string[]> {
  const { coders, gold } = placesOf(folder);
  const places = ['', 'gold', ...(await list(coders)).map((coder) => join('coders', coder))];
  const found: string[] = [];
  for (const place of places) {
    const names = await list(place === 'gold' ? gold : join(folder, place));
    found.push(...names.filter((name) => name.endsWith('.json')).map((name) => join(place, name)));
  }
  return found;
}

/** A folder that is not there is empty, and so is a file. */
async function list(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isErrno(error) && ['ENOENT', 'ENOTDIR'].includes(error.code)) return [];
    throw error;
  }
}

async function readOr(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isErrno(error) && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
