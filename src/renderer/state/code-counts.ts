import type { SortedAnnotations } from '../../core/annotation/sorted';
import type { CodeId } from '../../core/ids';

const known = new WeakMap<SortedAnnotations, ReadonlyMap<CodeId, number>>();

/** How many annotations of a set each code has; counted once a set, as several parts of the window ask at each change. */
export function countByCode(annotations: SortedAnnotations): ReadonlyMap<CodeId, number> {
  const before = known.get(annotations);
  if (before !== undefined) return before;
  const counts = new Map<CodeId, number>();
  for (const { codeId } of annotations) counts.set(codeId, (counts.get(codeId) ?? 0) + 1);
  known.set(annotations, counts);
  return counts;
}
