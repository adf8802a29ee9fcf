import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { GroupState } from '../../core/adjudication/adjudication';
import type { DifferenceKind } from '../../core/comparison/differences';
import type { AnnotationId } from '../../core/ids';

interface AdjudicateState {
  readonly state: GroupState | 'all';
  readonly kind: DifferenceKind | 'agreed' | 'all';
  /** The annotation that stands for the chosen passage. */
  readonly chosen: AnnotationId | undefined;
  /** Its place among those that are listed. */
  readonly place: number;
  /** What all agree on is looked over, to be accepted in one step. */
  readonly isReviewing: boolean;
}

/** What is listed; kept while one is at a passage in the text, so that coming back finds it. */
const adjudicating = createStore<AdjudicateState>(() => ({
  state: 'open',
  kind: 'all',
  chosen: undefined,
  place: 0,
  isReviewing: false,
}));

export function useAdjudicating(): AdjudicateState {
  return useStore(adjudicating);
}

export function changeAdjudicating(change: Partial<AdjudicateState>): void {
  adjudicating.setState(change);
}
