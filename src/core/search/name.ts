/** A name in the form in which type-ahead compares it. */
export interface Name {
  /** Folded words, each with a space before it. */
  readonly words: string;
  /** The first letters of the words. */
  readonly initials: string;
  /** Which letters occur, a bit each; letters of other scripts share bits. */
  readonly letters: number;
  /** Which letters begin a word, likewise. */
  readonly starts: number;
  readonly alias?: string;
}

interface Named {
  readonly label: string;
  readonly aliases?: readonly string[];
}

const known = new WeakMap<Named, readonly Name[]>();

/** The names of something that never changes, the label first; folded once, however many lists it stands in. */
export function namesOf(named: Named): readonly Name[] {
  const before = known.get(named);
  if (before !== undefined) return before;
  const { label, aliases = [] } = named;
  const names = [createName(label), ...aliases.map((alias) => ({ ...createName(alias), alias }))];
  known.set(named, names);
  return names;
}

function createName(text: string): Name {
  const words = foldWords(text);
  const initials = Array.from(words.matchAll(/ (.)/gu), ([, letter]) => letter).join('');
  return { words, initials, letters: lettersOf(words), starts: startsOf(words) };
}

/** Without case, marks and punctuation. */
export function foldWords(text: string): string {
  const letters = text.toLowerCase().toUpperCase().toLowerCase().normalize('NFD');
  const words = letters.replace(/\p{M}+/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => ` ${word}`).join('');
}

export function lettersOf(words: string): number {
  let letters = 0;
  for (let i = 0; i < words.length; i += 1) {
    const unit = words.charCodeAt(i);
    if (unit !== SPACE) letters |= bitOf(unit);
  }
  return letters;
}

function startsOf(words: string): number {
  let starts = 0;
  for (let i = 0; i + 1 < words.length; i += 1) {
    if (words.charCodeAt(i) === SPACE) starts |= bitOf(words.charCodeAt(i + 1));
  }
  return starts;
}

const SPACE = 0x20;

/** The bit of a UTF-16 code unit. */
export function bitOf(unit: number): number {
  return 1 << (unit & 31);
}
