import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { holdsConflict } from './file-format';
import { isInGit } from './git-tree';
import { listCoders } from './journal/read-journals';
import type { ProjectPlaces } from './project-folder';

/**
 * Finds files of an open project that git left with both sides of a conflict in them. Each state of a file is answered
 * once, and only when it was the same at two looks: while git is at work, more may come.
 */
export class ConflictWatch {
  /** What a file or folder was like when it was looked at last. */
  readonly #states = new Map<string, string>();
  /** Files that had a conflict then, of which nobody knows yet. */
  #found = new Set<string>();
  #isInGit: boolean | undefined;

  #isFirst = true;

  constructor(
    private readonly folder: string,
    private readonly places: ProjectPlaces,
  ) {}

  /** The first look is only to know later what changed: who opened the project has read the files. */
  async look(): Promise<readonly string[]> {
    const changed: string[] = [];
    for (const path of await this.#paths()) if (await this.#hasChanged(path)) changed.push(path);
    if (this.#isFirst) {
      this.#isFirst = false;
      return [];
    }
    const settled = [...this.#found].filter((path) => !changed.includes(path));
    const found = new Set<string>();
    for (const path of changed) if (await hasConflict(path)) found.add(path);
    this.#found = found;
    return settled;
  }

  /** Coders' files change by the second and are many: they are looked at where git is, in folders that changed. */
  async #paths(): Promise<readonly string[]> {
    const { head, codebook, actors, gold } = this.places;
    const shared = [head, codebook, actors];
    this.#isInGit ??= await isInGit(this.folder);
    if (!this.#isInGit) return shared;
    const coders = await listCoders(this.places);
    const folders = [gold, ...(coders.ok ? coders.value : []).map((id) => this.places.coder(id))];
    const inFolders: string[] = [];
    for (const folder of folders) {
      // Git puts a new file in the place of the old one, which changes the folder.
      if (!(await this.#hasChanged(folder))) continue;
      const names = await readdir(folder).catch(() => []);
      const files = names.filter((name) => name.endsWith('.json') && !name.startsWith('.'));
      inFolders.push(...files.map((name) => join(folder, name)));
    }
    return [...shared, ...inFolders];
  }

  async #hasChanged(path: string): Promise<boolean> {
    const found = await stat(path).catch(() => undefined);
    const state = found === undefined ? '' : `${String(found.size)} ${String(found.mtimeMs)}`;
    const before = this.#states.get(path) ?? '';
    this.#states.set(path, state);
    return state !== before;
  }
}

async function hasConflict(path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return holdsConflict(text);
}
