import { readdir, readFile } from 'node:fs/promises';
import type { Looking } from '../core/merging/looking';
import type { Result } from '../core/result';
import { readJournal } from './journal/read-journal';
import type { JournalContent } from './journal/scan-journal';
import type { JsonFile } from './json-file';
import { readStoredText, type StoredText } from './text-store';

/** What a folder holds, by its name in it. */
export interface Listed {
  readonly name: string;
  readonly isFolder: boolean;
}

/** How the files of a project are read. A folder that cannot be listed and a text that cannot be read throw, as Node does. */
export interface ProjectReader {
  list(folder: string): Promise<readonly Listed[]>;
  journal(path: string): Promise<Result<JournalContent>>;
  json<Data extends object>(file: JsonFile<Data>): Promise<Result<Data>>;
  text(path: string): Promise<StoredText>;
  /**
   * SHA-256 of a file. A reader that has it need not be given what files hold that are known; undefined where a file cannot
   * be read.
   */
  hash?(path: string): Promise<string | undefined>;
  /** Hears how much has been read. */
  tell?(progress: Looking): void;
}

/** As they lie on the disk. */
export const diskReader: ProjectReader = {
  list: async (folder) => {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  },
  journal: (path) => readJournal(path),
  json: (file) => file.read(),
  text: async (path) => readStoredText(await readFile(path)),
};
