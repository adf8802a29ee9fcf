import type { CodedState } from '../core/report/methods-report';
import { ok, type Result } from '../core/result';
import type { ProjectSession } from '../storage/project-session';
import { findSnapshot, stateIn } from '../storage/snapshots/snapshots';
import { titlesOf } from '../storage/snapshots/without';

/** The project as it is, or as a snapshot has it: `given` as a person names one (`findSnapshot`). */
export async function readSource(
  { folder, project, withheld }: ProjectSession,
  given: string | undefined,
): Promise<Result<CodedState>> {
  if (given === undefined) return ok({ project, withheld: titlesOf(withheld) });
  const found = await findSnapshot(folder, given);
  return found.ok ? ok(stateIn(found.value)) : found;
}
