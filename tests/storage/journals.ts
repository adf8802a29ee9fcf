import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Paths of a project's journals, below its folder. */
export async function journalsOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(folder, 'coders'), { recursive: true });
  return names.filter((name) => name.endsWith('.jsonl')).map((name) => join('coders', name));
}

/** Makes it a project of an older Postil, which had no journals. */
export async function removeJournals(folder: string): Promise<void> {
  for (const name of await journalsOf(folder)) await rm(join(folder, name));
}
