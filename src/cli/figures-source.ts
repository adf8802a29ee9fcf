import type { Project } from '../core/project/project';
import { ok, type Result } from '../core/result';
import type { ProjectSession } from '../storage/project-session';
import type { SnapshotHead } from '../storage/snapshots/snapshot-format';
import { findSnapshot } from '../storage/snapshots/snapshots';

/** What figures are computed of: the project as it is, or as a snapshot has it. */
export interface FiguresSource {
  readonly project: Project;
  readonly snapshot?: SnapshotHead;
  /** Titles of documents that are not in the project because their texts are not at hand. */
  readonly withheld?: readonly string[];
}

/** `given` as a person names a snapshot (`findSnapshot`). */
export async function readSource(
  { folder, project, withheld }: ProjectSession,
  given: string | undefined,
): Promise<Result<FiguresSource>> {
  if (given === undefined) {
    return ok({ project, withheld: withheld.map(({ title }) => title.value) });
  }
  const found = await findSnapshot(folder, given);
  return found.ok ? ok({ project: found.value.project, snapshot: found.value.head }) : found;
}
