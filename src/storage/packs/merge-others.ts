import type { Project } from '../../core/project/project';
import { ok, type Result } from '../../core/result';
import {
  mergeFolder,
  NOTHING_PLANNED,
  planMerge,
  type MergedFiles,
  type PlannedFiles,
} from '../merge-folder';
import { mergePack, planPack } from './open-pack';
import { isPack } from './pack-file';

/**
 * Brings what packs and copies of the project hold into its folder, one after the other. The first that is refused ends it:
 * try them before.
 */
export async function mergeOthers(
  folder: string,
  project: Project,
  others: readonly string[],
): Promise<Result<MergedFiles>> {
  const journals: string[] = [];
  const texts: string[] = [];
  for (const other of others) {
    const merged = (await isPack(other))
      ? await mergePack(folder, project, other)
      : await mergeFolder(folder, other);
    if (!merged.ok) return merged;
    journals.push(...merged.value.journals);
    texts.push(...merged.value.texts);
  }
  return ok({ journals, texts });
}

/** What `mergeOthers` would write; packs are unpacked below `scratch`. */
export async function planOthers(
  folder: string,
  project: Project,
  others: readonly string[],
  scratch: string,
): Promise<Result<PlannedFiles>> {
  let planned = NOTHING_PLANNED;
  for (const other of others) {
    const more = (await isPack(other))
      ? await planPack(folder, project, other, planned, scratch)
      : await planMerge(folder, other, planned);
    if (!more.ok) return more;
    planned = {
      journals: [
        ...planned.journals,
        ...more.value.journals.map((file) => ({ ...file, from: other })),
      ],
      texts: [...planned.texts, ...more.value.texts],
    };
  }
  return ok(planned);
}
