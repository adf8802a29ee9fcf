import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFault, fail, ok, type Result } from '../../core/result';
import { readFault } from '../file-fault';
import type { MergedFiles } from '../merge-folder';
import { hashOf } from '../sealed-file';
import { setAside } from '../set-aside';
import { bringFilesBack } from './before-merge';

/** Journals that a merge brought, by their paths in the project's folder, with the hash of each. */
export type MergedJournals = ReadonlyMap<string, string>;

/** What is needed to take a merge back later. */
export async function rememberMerge(
  folder: string,
  { journals }: MergedFiles,
): Promise<Result<MergedJournals>> {
  const hashes = new Map<string, string>();
  for (const path of journals) {
    const hash = await hashOfFile(join(folder, path));
    if (!hash.ok) return hash;
    hashes.set(path, hash.value);
  }
  return ok(hashes);
}

/**
 * Brings the files back that `keepFiles` kept, then moves the journals that the merge brought into `set-aside`. To be done
 * while the project is closed. Refused, with nothing done, when one of the journals is another by now, as it is when its
 * coder has gone on in this folder. Should it end half way, it can be done again.
 */
export async function takeBackMerge(
  folder: string,
  journals: MergedJournals,
): Promise<Result<undefined>> {
  const left: string[] = [];
  for (const [path, hash] of journals) {
    const now = await hashOfFile(join(folder, path));
    // Undoing ended half way: this one was moved already.
    if (!now.ok && now.fault.code === 'storage.read.missing') continue;
    if (!now.ok) return now;
    if (now.value !== hash) return fail(createFault('pack.fault.goneOn', { path }));
    left.push(path);
  }
  const back = await bringFilesBack(folder);
  if (!back.ok) return back;
  for (const path of left) {
    const moved = await setAside(folder, join(folder, path));
    if (!moved.ok) return moved;
  }
  return ok(undefined);
}

async function hashOfFile(path: string): Promise<Result<string>> {
  try {
    return ok(hashOf(await readFile(path)));
  } catch (error) {
    return fail(readFault(error, path));
  }
}
