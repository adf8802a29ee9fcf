import { join } from 'node:path';
import { z } from 'zod';
import { contentHash } from '../../core/project/content-hash';
import { createFault, fail, ok, type Result } from '../../core/result';
import { ensureFolder } from '../durable-file';
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
}

const KEPT_MERGE: FileFormat<KeptMerge> = {
  name: 'postil-merge',
  migrations: [],
  schema: z.strictObject({ journals: z.record(z.string(), z.string()), contentHash: z.string() }),
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

/** Undoes the last merge; refused, with nothing done, when the project is another by now. */
export async function undoKeptMerge(folder: string): Promise<Result<undefined>> {
  const kept = await fileOf(folder).read();
  if (!kept.ok) {
    const isNone = kept.fault.code === 'storage.read.missing';
    return isNone ? fail(createFault('merge.fault.nothing', { folder })) : kept;
  }
  const loaded = await loadProject(folder, undefined);
  if (!loaded.ok) return loaded;
  if (contentHash(loaded.value.project) !== kept.value.contentHash) {
    return fail(createFault('merge.fault.doneSince', { folder }));
  }
  const back = await takeBackMerge(folder, new Map(Object.entries(kept.value.journals)));
  if (!back.ok) return back;
  const moved = await setAside(folder, pathOf(folder));
  return moved.ok ? ok(undefined) : moved;
}
