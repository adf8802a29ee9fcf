import { readdir } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { ProjectPlaces } from '../project-folder';
import { listCoders } from './read-journals';

/** Where a journal is: `local` is this computer, a path with `/` below that place. */
export interface JournalPlace {
  readonly where: 'folder' | 'local';
  readonly file: string;
}

/** Of all coders, and those here. A file that a sync service is still bringing is none. */
export async function listJournals(
  local: string,
  places: ProjectPlaces,
): Promise<readonly JournalPlace[]> {
  const isJournal = (name: string): boolean => /^[^.].*[.]jsonl$/iu.test(name);
  const coders = await listCoders(places);
  const found: JournalPlace[] = [];
  for (const coderId of coders.ok ? coders.value : []) {
    const names = await readdir(places.coder(coderId)).catch(() => []);
    const below = (name: string): string =>
      relative(resolve(places.coders), join(resolve(places.coder(coderId)), name))
        .split(sep)
        .join('/');
    found.push(
      ...names.filter(isJournal).map((name) => ({ where: 'folder' as const, file: below(name) })),
    );
  }
  const here = await readdir(local).catch(() => []);
  return [
    ...found,
    ...here.filter(isJournal).map((name) => ({ where: 'local' as const, file: basename(name) })),
  ];
}

/** The path of a journal. */
export function pathOfJournal(
  { where, file }: JournalPlace,
  local: string,
  places: ProjectPlaces,
): string {
  return join(where === 'folder' ? places.coders : local, file);
}
