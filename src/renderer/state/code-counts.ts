import { followSets } from '../../core/annotation/follow-sets';
import type { CodeId } from '../../core/ids';

/** How many annotations of a set each code has; several parts of the window ask at each change. */
export const countByCode = followSets<ReadonlyMap<CodeId, number>>((set, before) => {
  const counts = new Map(before?.value);
  const add = (codeId: CodeId, n: number): void => {
    counts.set(codeId, (counts.get(codeId) ?? 0) + n);
  };
  for (const { codeId } of before?.gone ?? []) add(codeId, -1);
  for (const { codeId } of before?.come ?? set) add(codeId, 1);
  return counts;
});
