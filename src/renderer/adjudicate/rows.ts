import type { AdjudicatedGroup } from '../../core/adjudication/adjudication';
import { leaderOf } from '../../core/comparison/align';
import type { useAdjudicating } from './adjudicate-state';

type Chosen = ReturnType<typeof useAdjudicating>;

/** Whether a passage is in this state and differs in this. */
export function isShown(
  group: AdjudicatedGroup,
  state: Chosen['state'],
  kind: Chosen['kind'],
): boolean {
  if (state !== 'all' && group.state !== state) return false;
  if (kind === 'all') return true;
  return kind === 'agreed' ? group.kinds.size === 0 : group.kinds.has(kind);
}

export function keyOf(group: AdjudicatedGroup): string {
  return leaderOf(group).id;
}

export function nameOf(group: AdjudicatedGroup): string {
  return leaderOf(group).pieces[0].exact;
}
