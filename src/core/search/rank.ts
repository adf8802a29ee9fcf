/** Something to be picked by typing: a code, an actor with its aliases, a command. */
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

interface Name {
  /** Folded words, each with a space before it. */
  readonly words: string;
  /** The first letters of the words. */
  readonly initials: string;
  /** Which letters occur, a bit each; letters of other scripts share bits. */
  readonly letters: number;
  readonly alias?: string;
}

/**
 * Prepares items for type-ahead. Case, marks and punctuation do not count ("mér" finds "Mer-Rouge"). A query fits a
 * name that it begins, whose word or words it begins ("no ko", "nk" for North Korea), that holds it, or that holds its
 * letters in this order. Without a query every item fits. A query walks the names once and sorts nothing: the items
 * stand in the order of ties beforehand.
 */
export function createTypeAhead<Item extends TypeAheadItem>(
  items: Iterable<Item>,
): TypeAhead<Item> {
  const collator = new Intl.Collator('en', { numeric: true });
  const prepared = Array.from(items, (item) => ({ item, names: namesOf(item) })).sort(
    (a, b) => b.item.frequency - a.item.frequency || collator.compare(a.item.label, b.item.label),
  );
  return (text, limit) => {
    const query = createQuery(text);
    const shelves: TypeAheadHit<Item>[][] = Array.from({ length: NOT }, () => []);
    // What fits no better than this would stand behind enough others already.
    let enough = limit > 0 ? NOT : WHOLE;
    for (const { item, names } of prepared) {
      let best = enough;
      let named: Name | undefined;
      for (const name of names) {
        const fit = fitOf(name, query, best);
        if (fit >= best) continue;
        best = fit;
        named = name;
      }
      if (named === undefined) continue;
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

function namesOf({ label, aliases = [] }: TypeAheadItem): readonly Name[] {
  return [createName(label), ...aliases.map((alias) => ({ ...createName(alias), alias }))];
}

function createName(text: string): Name {
  const words = fold(text);
  const initials = Array.from(words.matchAll(/ (.)/gu), ([, letter]) => letter).join('');
  return { words, initials, letters: lettersOf(words) };
}

interface TypedQuery {
  /** Folded as the names are. */
  readonly words: string;
  readonly bare: string;
  readonly letters: number;
}

function createQuery(text: string): TypedQuery {
  const words = fold(text);
  return { words, bare: words.replaceAll(' ', ''), letters: lettersOf(words) };
}

/** How well the name fits; anything from `enough` on when it does not fit better than that. */
function fitOf(name: Name, { words, bare, letters }: TypedQuery, enough: number): number {
  if ((name.letters & letters) !== letters) return NOT;
  if (bare === '' || name.words === words) return WHOLE;
  if (enough <= PREFIX) return NOT;
  if (name.words.startsWith(words)) return PREFIX;
  if (enough <= WORD) return NOT;
  if (name.words.includes(words) || beginWords(name.words, words)) return WORD;
  if (bare.length > 1 && name.initials.startsWith(bare)) return WORD;
  if (enough <= INSIDE) return NOT;
  if (name.words.includes(words.slice(1))) return INSIDE;
  return enough > SUBSEQUENCE && isSubsequence(name.words, bare) ? SUBSEQUENCE : NOT;
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

function fold(text: string): string {
  const letters = text.toLowerCase().toUpperCase().toLowerCase().normalize('NFD');
  const words = letters.replace(/\p{M}+/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => ` ${word}`).join('');
}

function lettersOf(words: string): number {
  let letters = 0;
  for (let i = 0; i < words.length; i += 1) {
    const unit = words.charCodeAt(i);
    if (unit !== 0x20) letters |= 1 << (unit & 31);
  }
  return letters;
}
