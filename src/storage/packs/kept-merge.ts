import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { contentHash } from '../../core/project/content-hash';
import { createFault, fail, ok, type Result } from '../../core/result';
import { ensureFolder } from '../durable-file';
import { writeFault } from '../file-fault';
import type { FileFormat } from '../file-format';
import { JsonFile } from '../json-file';
import { loadProject } from '../load-project';
import { setAside } from '../set-aside';
import { beforeMergeFolder } from './before-merge';
import { takeBackMerge, type MergedJournals } from './take-back-merge';

/** What the last merge on a terminal brought, so that it can be undone later. */
interface KeptMerge {
  /** SHA-256 of each journal, by its path in the project's folder. */
  readonly journals: Readonly<Record<string, string>>;
  /** Of the project after the merge. */
  readonly contentHash: string;
  /** Undoing has begun: what is there now may be half of it. */
  readonly isUndoing?: true;
}

const KEPT_MERGE: FileFormat<KeptMerge> = {
  name: 'postil-merge',
  migrations: [],
  schema: z.strictObject({
    journals: z.record(z.string(), z.string()),
    contentHash: z.string(),
    isUndoing: z.literal(true).exactOptional(),
  }),
};

function pathOf(folder: string): string {
  return join(beforeMergeFolder(folder), 'merge.json');
}

function fileOf(folder: string): JsonFile<KeptMerge> {
  return new JsonFile(pathOf(folder), KEPT_MERGE);
}

/** Remembers the merge in the folder, in place of the one before. */
export async function keepMerge(
  folder: string,
  journals: MergedJournals,
  hash: string,
): Promise<Result<undefined>> {
  const made = await ensureFolder(beforeMergeFolder(folder));
  if (!made.ok) return made;
  const file = fileOf(folder);
  const before = await file.read();
  // One that cannot be read is no loss: the backup before that merge is still there.
  if (!before.ok && before.fault.code !== 'storage.read.missing') {
    const moved = await setAside(folder, pathOf(folder));
    if (!moved.ok) return moved;
  }
  return file.write({ journals: Object.fromEntries(journals), contentHash: hash });
}

/** Undoes the last merge, or goes on with it; refused, with nothing done, when the project is another by now. */
export async function undoKeptMerge(folder: string): Promise<Result<undefined>> {
  const file = fileOf(folder);
  const kept = await file.read();
  if (!kept.ok) {
    const isNone = kept.fault.code === 'storage.read.missing';
    return isNone ? fail(createFault('merge.fault.nothing', { folder })) : kept;
  }
  if (kept.value.isUndoing !== true) {
    const loaded = await loadProject(folder, undefined);
    if (!loaded.ok) return loaded;
    if (contentHash(loaded.value.project) !== kept.value.contentHash) {
      return fail(createFault('merge.fault.doneSince', { folder }));
    }
    const begun = await file.write({ ...kept.value, isUndoing: true });
    if (!begun.ok) return begun;
  }
  const back = await takeBackMerge(folder, new Map(Object.entries(kept.value.journals)));
  if (!back.ok) return back;
  try {
    // Should it come back after a power cut, undoing once more does nothing.
    await rm(pathOf(folder), { force: true });
    return ok(undefined);
  } catch (error) {
    return fail(writeFault(error, folder));
  }
}
