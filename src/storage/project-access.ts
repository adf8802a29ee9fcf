import { randomBytes } from 'node:crypto';
import { open, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { createFault, type Fault } from '../core/result';
import { exists, isErrno } from './file-fault';
import { placesOf } from './project-folder';
import { createTemporaryName, sweepTemporaryFiles } from './temporary-file';

/**
 * Finds out by trying whether a project's folder can be written; the answer is a notice when it cannot. Leaves nothing
 * behind, and clears away what a crash left.
 */
export async function prepareFolder(folder: string): Promise<Fault | undefined> {
  const places = placesOf(folder);
  const folders = [folder, places.coders, places.gold, ...(await listFolders(places.coders))];
  for (const path of folders) {
    const code = await tryToWrite(path);
    if (code !== undefined && (code !== 'ENOENT' || path === folder)) {
      return createFault('storage.project.readOnly', { folder: path });
    }
  }
  for (const path of [...folders, places.documents, places.sources])
    await sweepTemporaryFiles(path);
  return undefined;
}

/** The system's error code when a file cannot be made in the folder. */
async function tryToWrite(folder: string): Promise<string | undefined> {
  const path = join(folder, createTemporaryName(randomBytes(8).toString('hex')));
  try {
    await (await open(path, 'wx')).close();
    await unlink(path);
    return undefined;
  } catch (error) {
    if (isErrno(error)) return error.code;
    throw error;
  }
}

async function listFolders(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
  } catch (error) {
    if (isErrno(error)) return [];
    throw error;
  }
}

/** Why nothing can be saved in a project's folder that was there when it was opened: an empty or missing folder is not filled anew. */
export async function findGone(folder: string): Promise<Fault | undefined> {
  const { head, coders } = placesOf(folder);
  return (await exists(head)) || (await exists(coders))
    ? undefined
    : createFault('storage.project.gone', { folder });
}
