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
const FITS = ['whole', 'prefix', 'word', 'inside', 'subsequence'] as const;
type Fit = (typeof FITS)[number];

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
  return (query, limit) => {
    const asked = fold(query);
    const shelves: TypeAheadHit<Item>[][] = FITS.map(() => []);
    for (const { item, names } of prepared) {
      const best = bestFit(names, asked);
      if (best === undefined) continue;
      const shelf = shelves[best.rank] as TypeAheadHit<Item>[];
      if (shelf.length === limit) continue;
      const { alias } = best.name;
      shelf.push(alias === undefined ? { item } : { item, alias });
    }
    return shelves.flat().slice(0, limit);
  };
}

function namesOf({ label, aliases = [] }: TypeAheadItem): readonly Name[] {
  return [createName(label), ...aliases.map((alias) => ({ ...createName(alias), alias }))];
}

function createName(text: string): Name {
  const words = fold(text);
  const initials = Array.from(words.matchAll(/ (.)/gu), ([, letter]) => letter).join('');
  return { words, initials, letters: lettersOf(words) };
}

function bestFit(
  names: readonly Name[],
  asked: string,
): { readonly rank: number; readonly name: Name } | undefined {
  const query = { asked, bare: asked.replaceAll(' ', ''), letters: lettersOf(asked) };
  let best: { rank: number; name: Name } | undefined;
  for (const name of names) {
    if ((name.letters & query.letters) !== query.letters) continue;
    const fit = fitOf(name, query);
    if (fit === undefined) continue;
    const rank = FITS.indexOf(fit);
    if (best === undefined || rank < best.rank) best = { rank, name };
    if (rank === 0) break;
  }
  return best;
}

function fitOf(name: Name, { asked, bare }: { asked: string; bare: string }): Fit | undefined {
  if (bare === '') return 'whole';
  if (name.words === asked) return 'whole';
  if (name.words.startsWith(asked)) return 'prefix';
  if (name.words.includes(asked) || beginWords(name.words, asked)) return 'word';
  if (bare.length > 1 && name.initials.startsWith(bare)) return 'word';
  if (name.words.includes(asked.slice(1))) return 'inside';
  return isSubsequence(name.words, bare) ? 'subsequence' : undefined;
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
