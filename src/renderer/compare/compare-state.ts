import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { DifferenceKind } from '../../core/comparison/differences';
import type { AnnotationId } from '../../core/ids';

/** Which passages are listed: all that differ, all that are alike, or those that differ in one way. */
export type Shown = 'differing' | 'alike' | DifferenceKind;

interface CompareState {
  readonly view: 'text' | 'matrix';
  readonly shown: Shown;
  /** The annotation that stands for the chosen passage. */
  readonly chosen: AnnotationId | undefined;
}

/** How coders are compared; kept while one is at a passage in the text, so that coming back finds it. */
const comparison = createStore<CompareState>(() => ({
  view: 'text',
  shown: 'differing',
  chosen: undefined,
}));

/** A part of it, so that what shows no more than that is not drawn anew at each step through the list. */
export function useComparison<Part>(pick: (state: CompareState) => Part): Part {
  return useStore(comparison, pick);
}

export function changeComparison(change: Partial<CompareState>): void {
  comparison.setState(change);
}
