import { createContext, useContext, type ComponentType } from 'react';
import type { MemoSubject } from '../../core/memo/memo';

type MemoPlace = ComponentType<{ readonly about: MemoSubject }>;

const Place = createContext<MemoPlace | undefined>(undefined);

/** Says how the memos on something are shown wherever a feature leaves a place for them. */
export const MemoPlaceProvider = Place.Provider;

/** The place for the memos on a document, a code, an actor or the project. */
export function MemoSlot({ about }: { readonly about: MemoSubject }) {
  const Memos = useContext(Place);
  return Memos === undefined ? null : <Memos about={about} />;
}
