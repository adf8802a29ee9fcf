import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { GroupState } from '../../core/adjudication/adjudication';
import type { DifferenceKind } from '../../core/comparison/differences';

interface AdjudicateState {
  readonly state: GroupState | 'all';
  readonly kind: DifferenceKind | 'agreed' | 'by-all' | 'all';
  /** The key of the chosen passage. */
  readonly chosen: string | undefined;
  /** Its place among those that are listed. */
  readonly place: number;
  /**
   * Passages are decided on; what all agree on is looked over, to be accepted in one step, in this document or in all; words
   * are selected that all missed.
   */
  readonly mode: 'deciding' | 'reviewing' | 'adding' | 'everywhere';
  /** A form or a bar was left: the list of passages takes the focus, which would else be nowhere. */
  readonly isLeft: boolean;
  /** The form of a link is open: of a new one, or of a coder's that is taken. */
  readonly linking: string | undefined;
}

/** What is listed; kept while one is at a passage in the text, so that coming back finds it. */
const adjudicating = createStore<AdjudicateState>(() => ({
  state: 'open',
  kind: 'all',
  chosen: undefined,
  place: 0,
  mode: 'deciding',
  isLeft: false,
  linking: undefined,
}));

/** A part of it where one is picked: what shows no more than that is not drawn anew at each step through the list. */
export function useAdjudicating<Part>(pick: (state: AdjudicateState) => Part): Part;
export function useAdjudicating(): AdjudicateState;
export function useAdjudicating<Part>(
  pick?: (state: AdjudicateState) => Part,
): Part | AdjudicateState {
  return useStore(adjudicating, (state) => (pick === undefined ? state : pick(state)));
}

export function changeAdjudicating(change: Partial<AdjudicateState>): void {
  adjudicating.setState(change);
}

/** From looking over or filing back to deciding, with the keys. */
export function backToDeciding(): void {
  changeAdjudicating({ mode: 'deciding', isLeft: true });
}
