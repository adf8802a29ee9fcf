import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import type { Looking } from '../core/merging/looking';
import type { Result } from '../core/result';
import { isErrno } from './file-fault';
import type { JournalLine, KnownLines } from './journal/journal-line';
import { scanJournal, type JournalContent } from './journal/scan-journal';
import type { JsonFile } from './json-file';
import { diskReader, type Listed, type ProjectReader } from './project-reader';
import { readStoredText, type StoredText } from './text-store';

/**
 * Reads each file of a project once, however often it is asked, so that a project can be made of the same files a second time
 * with others added. What did not change is then the same objects. For files that nobody writes meanwhile.
 */
export class RememberingReader implements ProjectReader {
  readonly #journals = new Map<string, Promise<Result<JournalContent>>>();
  readonly #files = new Map<string, Promise<Result<object>>>();
  readonly #hashes = new Map<string, Promise<string | undefined>>();
  readonly #texts = new Map<string, Promise<StoredText>>();

  constructor(readonly tell: (progress: Looking) => void = () => undefined) {}

  list(folder: string): Promise<readonly Listed[]> {
    return diskReader.list(folder);
  }

  journal(path: string): Promise<Result<JournalContent>> {
    return remember(this.#journals, path, () => diskReader.journal(path));
  }

  json<Data extends object>(file: JsonFile<Data>): Promise<Result<Data>> {
    const read = remember(this.#files, file.path, () => diskReader.json(file));
    return read as Promise<Result<Data>>;
  }

  text(path: string): Promise<StoredText> {
    return remember(this.#texts, path, () => diskReader.text(path));
  }

  hash(path: string): Promise<string | undefined> {
    return remember(this.#hashes, path, () => Promise.resolve(hashOf(path)));
  }

  /** As if these files lay in the project's folder too, by their paths; texts and journals. */
  withAdded(files: ReadonlyMap<string, Uint8Array>): ProjectReader {
    return {
      list: (folder) => this.#listWith(files, folder),
      journal: async (path) => {
        const bytes = files.get(path);
        if (bytes === undefined) return this.journal(path);
        return scanJournal(Buffer.from(bytes), path, await this.#linesBeside(path));
      },
      json: (file) => this.json(file),
      hash: (path) => this.hash(path),
      text: async (path) => {
        const bytes = files.get(path);
        return bytes === undefined ? this.text(path) : readStoredText(bytes);
      },
    };
  }

  async #listWith(
    files: ReadonlyMap<string, Uint8Array>,
    folder: string,
  ): Promise<readonly Listed[]> {
    const added = [...files.keys()].filter((path) => path.startsWith(folder + sep));
    const there = await this.list(folder).catch((error: unknown) => {
      if (added.length > 0 && isErrno(error) && error.code === 'ENOENT') return [];
      throw error;
    });
    const all = new Map(there.map((one) => [one.name, one]));
    for (const path of added) {
      const [name = ''] = path.slice(folder.length + 1).split(sep);
      if (!all.has(name)) all.set(name, { name, isFolder: dirname(path) !== folder });
    }
    return [...all.values()];
  }

  /** Most of a journal that comes is here already. */
  async #linesBeside(path: string): Promise<KnownLines> {
    const lines = new Map<string, JournalLine>();
    for (const [known, reading] of this.#journals) {
      if (dirname(known) !== dirname(path)) continue;
      const read = await reading;
      for (const line of read.ok ? read.value.lines : []) lines.set(line.hash, line);
    }
    return lines;
  }
}

/** At once: thousands of small files, one after the other, take a fraction of the time, and nobody else waits in a thread. */
function hashOf(path: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch (error) {
    if (!isErrno(error)) throw error;
    return undefined;
  }
}

function remember<Value>(
  known: Map<string, Promise<Value>>,
  key: string,
  read: () => Promise<Value>,
): Promise<Value> {
  const found = known.get(key);
  if (found !== undefined) return found;
  const reading = read();
  known.set(key, reading);
  return reading;
}
