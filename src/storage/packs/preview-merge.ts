import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareProjects, type Counts } from '../../core/past/compare-projects';
import { ok, type Result } from '../../core/result';
import { loadProject } from '../load-project';
import { mergePack } from './open-pack';

/** What merging a pack would do. */
export interface MergeCounts {
  readonly addedCoders: readonly string[];
  readonly addedDocuments: readonly string[];
  /** `back` is what would no longer be there, `gone` what would come in: seen from the project after merging. */
  readonly annotations: Counts;
  readonly relations: Counts;
  readonly memos: Counts;
}

/** Merges into a copy that is thrown away; the folder stays as it is. */
export async function previewMerge(folder: string, pack: string): Promise<Result<MergeCounts>> {
  const before = await loadProject(folder, undefined);
  if (!before.ok) return before;
  const scratch = await mkdtemp(join(tmpdir(), 'postil-merge-'));
  try {
    const copy = join(scratch, 'project');
    await cp(folder, copy, { recursive: true });
    const merged = await mergePack(copy, before.value.project, pack);
    if (!merged.ok) return merged;
    const after = await loadProject(copy, undefined);
    if (!after.ok) return after;
    const { annotations, relations, memos, documents } = compareProjects(
      after.value.project,
      before.value.project,
    );
    const known = new Set(before.value.project.coders.map(({ id }) => id));
    return ok({
      addedCoders: after.value.project.coders
        .filter(({ id }) => !known.has(id))
        .map(({ name }) => name),
      addedDocuments: documents.filter(({ kind }) => kind === 'gone').map(({ title }) => title),
      annotations,
      relations,
      memos,
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
