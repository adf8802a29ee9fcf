import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { Annotation } from '../../core/annotation/annotation';
import type { CodeId } from '../../core/ids';
import type { Actor } from '../../core/register/actor';
import type { View } from '../state/view';
import type { DocumentResult } from './search-corpus';

/** What is looked for, as it stands in the fields. */
export interface SearchFields {
  /** Words, with `|` between alternatives, or a regular expression. */
  readonly words: string;
  readonly isPattern: boolean;
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
  readonly scope: 'document' | 'corpus';
}

export type SearchProgress =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'running'; readonly searched: number; readonly of: number }
  /** `isCut` when there are more hits than are shown. */
  | { readonly kind: 'done'; readonly isCut: boolean }
  | { readonly kind: 'stopped'; readonly searched: number; readonly of: number };

/** The page as it was left, so that one who goes to a passage and comes back finds it so. */
export interface SearchState {
  /** What the page was opened for; another one begins anew. */
  readonly openedFor: View | undefined;
  readonly fields: SearchFields;
  readonly progress: SearchProgress;
  readonly results: readonly DocumentResult[];
  /** By the key of the hit: ticks that differ from what is ticked by itself. */
  readonly ticks: ReadonlyMap<string, boolean>;
  /** The hit that the keys are at, by its key. */
  readonly activeKey: string | undefined;
  readonly codeId: CodeId | undefined;
  readonly attributes: Annotation['attributes'];
  readonly drafted: Drafted;
}

/** What the attributes name that is not in the project yet. */
export interface Drafted {
  readonly actors: readonly Actor[];
  readonly values: readonly { readonly listId: string; readonly value: string }[];
}

export const NOTHING_DRAFTED: Drafted = { actors: [], values: [] };

const INITIAL: SearchState = {
  openedFor: undefined,
  fields: { words: '', isPattern: false, matchCase: false, wholeWords: true, scope: 'corpus' },
  progress: { kind: 'nothing' },
  results: [],
  ticks: new Map(),
  activeKey: undefined,
  codeId: undefined,
  attributes: {},
  drafted: NOTHING_DRAFTED,
};

export const searchStore = createStore<SearchState>(() => INITIAL);

export function useSearch<Picked>(pick: (state: SearchState) => Picked): Picked {
  return useStore(searchStore, pick);
}

/** For another project. */
export function forgetSearch(): void {
  searchStore.setState(INITIAL, true);
}
