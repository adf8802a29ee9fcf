import type { CodeId } from '../../core/ids';
import type { Project } from '../../core/project/project';
import { countByCode } from '../state/code-counts';

const known = new WeakMap<Project['annotations'], ReadonlyMap<CodeId, number>>();

/** How many annotations of the project each code has, all coders'. */
export function countCodes({ annotations }: Project): ReadonlyMap<CodeId, number> {
  const before = known.get(annotations);
  if (before !== undefined) return before;
  const counts = new Map<CodeId, number>();
  for (const set of annotations.values()) {
    for (const [id, n] of countByCode(set)) counts.set(id, (counts.get(id) ?? 0) + n);
  }
  known.set(annotations, counts);
  return counts;
}
