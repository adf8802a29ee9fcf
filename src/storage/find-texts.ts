import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { createFault, type Fault } from '../core/result';
import { readFault } from './file-fault';

export interface FoundFile {
  readonly path: string;
  /** A .zip archive: the texts in it are meant. */
  readonly isArchive: boolean;
}

export interface FoundTexts {
  readonly files: readonly FoundFile[];
  /** What was given and is not a text, or could not be looked into. */
  readonly notices: readonly Fault[];
}

/** 2 before 10, upper and lower case alike, the same on every computer. */
export const NATURAL = new Intl.Collator('en', { numeric: true });

/**
 * The .txt files and .zip archives among `paths` and, in natural order, the .txt files in the folders among them. Below a
 * folder, hidden files, links to folders and files of other kinds are passed over in silence. A file that is met twice is
 * there once.
 */
export async function findTextFiles(paths: readonly string[]): Promise<FoundTexts> {
  const files = new Map<string, FoundFile>();
  const add = async (path: string, isArchive: boolean): Promise<void> => {
    files.set(await realpath(path), { path, isArchive });
  };
  const notices: Fault[] = [];
  for (const path of paths) {
    try {
      if ((await stat(path)).isDirectory()) {
        const noticed = notices.length;
        const inside = await walk(path, notices);
        if (inside.length === 0 && notices.length === noticed) {
          notices.push(createFault('storage.text.noneInFolder', { folder: path }));
        }
        for (const file of inside) await add(file, false);
      } else if (isText(path) || isArchive(path)) await add(path, isArchive(path));
      else notices.push(createFault('storage.text.otherKind', { file: path }));
    } catch (error) {
      notices.push(readFault(error, path));
    }
  }
  return { files: [...files.values()], notices };
}

async function walk(folder: string, notices: Fault[]): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    notices.push(readFault(error, folder));
    return [];
  }
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => NATURAL.compare(a.name, b.name))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await walk(path, notices)));
    else if (isText(entry.name) && (entry.isFile() || entry.isSymbolicLink())) files.push(path);
  }
  return files;
}

export function isText(path: string): boolean {
  return extname(path).toLowerCase() === '.txt';
}

export function isArchive(path: string): boolean {
  return extname(path).toLowerCase() === '.zip';
}
