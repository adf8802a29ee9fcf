import { bitOf, foldWords, lettersOf, namesOf, type Name } from './name';

/** Something to be picked by typing: a code, an actor with its aliases, a command. It never changes. */
export interface TypeAheadItem {
  readonly label: string;
  readonly aliases?: readonly string[];
  /** How often it was used. */
  readonly frequency: number;
}

export interface TypeAheadHit<Item> {
  readonly item: Item;
  /** The alias that fits better than the label; absent when the label does. */
  readonly alias?: string;
}

/** The best `limit` items for what was typed so far, best first. */
export type TypeAhead<Item> = (query: string, limit: number) => readonly TypeAheadHit<Item>[];

/** How well a name fits, best first. Items that fit equally stand by frequency, then by label. */
const WHOLE = 0;
const PREFIX = 1;
const WORD = 2;
const INSIDE = 3;
const SUBSEQUENCE = 4;
const NOT = 5;

/** Numbers in names count as numbers: 9 before 10. */
export const labelCollator = new Intl.Collator('en', { numeric: true });

/**
 * Prepares items for type-ahead. Case, marks and punctuation do not count ("mér" finds "Mer-Rouge"). A query fits a
 * name that it begins, whose word or words it begins ("no ko", "nk" for North Korea), that holds it, or that holds its
 * letters in this order. Without a query every item fits. A query walks the names once and sorts nothing: the items
 * stand in the order of ties beforehand.
 */
export function createTypeAhead<Item extends TypeAheadItem>(
  items: Iterable<Item>,
): TypeAhead<Item> {
  return createOrderedTypeAhead(
    [...items].sort((a, b) => b.frequency - a.frequency || labelCollator.compare(a.label, b.label)),
  );
}

/** The same for items that stand in the order of ties already. Names are folded when something is typed first. */
export function createOrderedTypeAhead<Item extends Omit<TypeAheadItem, 'frequency'>>(
  items: readonly Item[],
): TypeAhead<Item> {
  let folded: readonly (readonly Name[])[] | undefined;
  return (text, limit) => {
    const query = createQuery(text);
    if (query.bare === '') return items.slice(0, limit).map((item) => ({ item }));
    folded ??= items.map(namesOf);
    const shelves: TypeAheadHit<Item>[][] = Array.from({ length: NOT }, () => []);
    // What fits no better than this would stand behind enough others already.
    let enough = limit > 0 ? NOT : WHOLE;
    for (let at = 0; at < folded.length && enough > WHOLE; at += 1) {
      let best = enough;
      let named: Name | undefined;
      for (const name of folded[at] as readonly Name[]) {
        const fit = fitOf(name, query, best);
        if (fit >= best) continue;
        best = fit;
        named = name;
      }
      if (named === undefined) continue;
      const item = items[at] as Item;
      const { alias } = named;
      (shelves[best] as TypeAheadHit<Item>[]).push(
        alias === undefined ? { item } : { item, alias },
      );
      enough = rankOfPlace(shelves, limit);
    }
    return shelves.flat().slice(0, limit);
  };
}

/** The fit that the hit at place `limit` has; NOT when there are fewer. */
function rankOfPlace(shelves: readonly (readonly unknown[])[], limit: number): number {
  let sum = 0;
  for (let rank = 0; rank < shelves.length; rank += 1) {
    sum += shelves[rank]?.length ?? 0;
    if (sum >= limit) return rank;
  }
  return NOT;
}

interface TypedQuery {
  /** Folded as the names are. */
  readonly words: string;
  readonly bare: string;
  readonly letters: number;
  /** The bit of its first letter. */
  readonly first: number;
  readonly isOneWord: boolean;
}

function createQuery(text: string): TypedQuery {
  const words = foldWords(text);
  return {
    words,
    bare: words.replaceAll(' ', ''),
    letters: lettersOf(words),
    first: bitOf(words.charCodeAt(1)),
    isOneWord: words.lastIndexOf(' ') <= 0,
  };
}

/** How well the name fits; anything from `enough` on when it does not fit better than that. */
function fitOf(name: Name, query: TypedQuery, enough: number): number {
  const { words, bare, letters } = query;
  if ((name.letters & letters) !== letters) return NOT;
  // Most names have no word that begins as the query does, which is known without looking at them.
  const fit = (name.starts & query.first) === 0 ? NOT : fitOfStart(name, query, enough);
  if (fit !== NOT || enough <= INSIDE) return fit;
  if (name.words.includes(words.slice(1))) return INSIDE;
  return enough > SUBSEQUENCE && isSubsequence(name.words, bare) ? SUBSEQUENCE : NOT;
}

/** The same for the ways in which a query begins words. */
function fitOfStart(name: Name, { words, bare, isOneWord }: TypedQuery, enough: number): number {
  if (name.words === words) return WHOLE;
  if (enough <= PREFIX) return NOT;
  if (name.words.startsWith(words)) return PREFIX;
  if (enough <= WORD) return NOT;
  if (name.words.includes(words) || (!isOneWord && beginWords(name.words, words))) return WORD;
  return bare.length > 1 && name.initials.startsWith(bare) ? WORD : NOT;
}

/** True if each word of the query begins a word of the name, in this order. */
function beginWords(words: string, asked: string): boolean {
  let from = 0;
  for (let at = 0; at < asked.length;) {
    const next = asked.indexOf(' ', at + 1);
    const to = next === -1 ? asked.length : next;
    const found = words.indexOf(asked.slice(at, to), from);
    if (found === -1) return false;
    from = found + to - at;
    at = to;
  }
  return true;
}

function isSubsequence(words: string, bare: string): boolean {
  let at = -1;
  for (let i = 0; i < bare.length; i += 1) {
    at = words.indexOf(bare.charAt(i), at + 1);
    if (at === -1) return false;
  }
  return true;
}
