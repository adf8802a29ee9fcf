import type { Offer, Offers } from '../../../core/suggest/offers';
import { ACTOR_KINDS, type ActorKind } from '../../../core/register/actor';
import { guessActorKind } from '../../../core/register/guess-kind';

/** A line of the list below what is typed. */
export type PickerRow =
  | { readonly kind: 'offer'; readonly offer: Offer }
  /** Makes a new entry of the register, or a new value of the list when it has no kind. */
  | {
      readonly kind: 'create';
      readonly name: string;
      readonly actorKind: ActorKind | undefined;
      /** One of the kinds that were not guessed. */
      readonly isOther: boolean;
    };

/**
 * What can be taken now. A new entry can be made of what was typed, or else of the words of the passage: with nothing
 * typed it stands behind the entries that are called so, otherwise last. Its other kinds are listed when `isOpen`.
 */
export function pickerRows(offers: Offers, query: string, isOpen: boolean): readonly PickerRow[] {
  const found = offers.find(query).map((offer): PickerRow => ({ kind: 'offer', offer }));
  const typed = query.replace(/\s+/gu, ' ').trim();
  const name = typed === '' ? offers.words : typed;
  if (offers.grows === undefined || name === undefined || offers.has(name)) return found;
  const made = offers.grows === 'actor' ? newActors(name, isOpen) : [newEntry(name)];
  return found.toSpliced(typed === '' ? offers.named : found.length, 0, ...made);
}

function newActors(name: string, isOpen: boolean): readonly PickerRow[] {
  const guessed = guessActorKind(name);
  const others = isOpen ? ACTOR_KINDS.filter((kind) => kind !== guessed) : [];
  return [
    newEntry(name, guessed),
    ...others.map((kind): PickerRow => ({ ...newEntry(name, kind), isOther: true })),
  ];
}

function newEntry(name: string, actorKind?: ActorKind): PickerRow & { kind: 'create' } {
  return { kind: 'create', name, actorKind, isOther: false };
}

/** The line that Enter takes before anybody moved: the current value, the likeliest, or the best fit; -1 for none. */
export function firstRow(
  rows: readonly PickerRow[],
  offers: Offers,
  query: string,
  current: unknown,
): number {
  if (query.trim() !== '') return rows.length === 0 ? -1 : 0;
  const wanted = current ?? offers.likely;
  const at = rows.findIndex((row) => row.kind === 'offer' && row.offer.value === wanted);
  if (at !== -1 || offers.named > 0) return at;
  return rows.findIndex((row) => row.kind === 'create');
}
