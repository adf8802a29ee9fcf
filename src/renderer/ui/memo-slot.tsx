import { createContext, useContext, type ReactNode } from 'react';
import type { MemoSubject } from '../../core/memo/memo';

const Place = createContext<(about: MemoSubject) => ReactNode>(() => null);

/** Says how the memos on something are shown wherever a feature leaves a place for them. */
export const MemoPlaceProvider = Place.Provider;

/** The place for the memos on a document, a code, an actor or the project. */
export function MemoSlot({ about }: { readonly about: MemoSubject }) {
  return useContext(Place)(about);
}
