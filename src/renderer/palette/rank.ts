/** How well a name fits what was typed, and which of its UTF-16 units were meant. Less is better. */
export interface Match {
  readonly score: number;
  readonly marks: readonly number[];
}

/** Between two ways of fitting lies more than any place or gap can add. */
const TIER = 10_000;
/** How far into a name letters are looked for one by one, which takes the square of it. */
const REACH = 300;

/** A name as it is compared, unit by unit with what people read. */
export interface FoldedName {
  readonly text: string;
  /** 1 where a word begins. */
  readonly starts: Uint8Array;
  /** Which letters occur and which begin words, a bit each; other characters share bits. */
  readonly letters: number;
  readonly first: number;
}

export function foldName(name: string): FoldedName {
  const text = fold(name);
  const starts = new Uint8Array(text.length);
  let first = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at += 1) {
    if (!isInWord) {
      starts[at] = 1;
      first |= bitAt(text, at);
    }
    isInWord = IN_WORD.test(text.charAt(at));
  }
  return { text, starts, letters: lettersOf(text), first };
}

function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= bitAt(text, at);
  return letters;
}

function bitAt(text: string, at: number): number {
  return 1 << (text.charCodeAt(at) & 31);
}

const IN_WORD = /[\p{L}\p{N}]/u;

/**
 * Compares names with what was typed. The beginning of the name is best, then the beginnings of its words in the order
 * typed, then the query anywhere in it, then beginnings of words run together. Case and accents do not count. Undefined
 * when it does not fit.
 */
export function createMatcher(query: string): (name: FoldedName) => Match | undefined {
  const wanted = fold(query.trim());
  if (wanted === '') return () => ({ score: 0, marks: [] });
  const bare = wanted.replaceAll(' ', '');
  const words = wanted.split(/\s+/);
  const all = lettersOf(words.join(''));
  const first = bitAt(wanted, 0);
  return (name) => {
    const { text } = name;
    if ((name.letters & all) !== all) return undefined;
    if (text.startsWith(wanted)) return { score: 0, marks: run(0, wanted.length) };
    const isBegun = (name.first & first) !== 0;
    const begun = isBegun ? matchWords(words, name) : undefined;
    if (begun !== undefined) return { score: TIER + (begun[0] ?? 0), marks: begun };
    const at = text.indexOf(wanted);
    if (at !== -1) return { score: 2 * TIER + at, marks: run(at, wanted.length) };
    const found = isBegun ? matchLetters(bare, name) : undefined;
    return found && { score: 3 * TIER + gapsIn(found), marks: found };
  };
}

/** Each word typed begins a word of the name. */
function matchWords(words: readonly string[], name: FoldedName): readonly number[] | undefined {
  const marks: number[] = [];
  let from = 0;
  for (const word of words) {
    const at = wordStart(name, word, from);
    if (at === undefined) return undefined;
    marks.push(...run(at, word.length));
    from = at + word.length;
  }
  return marks;
}

function wordStart({ text, starts }: FoldedName, word: string, from: number): number | undefined {
  let at = text.indexOf(word, from);
  while (at !== -1 && starts[at] !== 1) at = text.indexOf(word, at + 1);
  return at === -1 ? undefined : at;
}

/**
 * Letter by letter: each follows the one before, or begins a word. Letters anywhere would find nearly every name for a
 * short query.
 */
function matchLetters(wanted: string, name: FoldedName): readonly number[] | undefined {
  const text = name.text.slice(0, REACH);
  const failed = new Set<number>();
  const from = (letter: number, after: number): readonly number[] | undefined => {
    if (letter === wanted.length) return [];
    const key = letter * (text.length + 1) + after;
    if (failed.has(key)) return undefined;
    const wantedLetter = wanted.charAt(letter);
    for (let at = after; at < text.length; at += 1) {
      const isNext = letter > 0 && at === after;
      if (text.charAt(at) !== wantedLetter || !(isNext || name.starts[at] === 1)) continue;
      const rest = from(letter + 1, at + 1);
      if (rest !== undefined) return [at, ...rest];
    }
    failed.add(key);
    return undefined;
  };
  return from(0, 0);
}

function gapsIn(marks: readonly number[]): number {
  const [first = 0] = marks;
  return (marks.at(-1) ?? first) - first - marks.length + first;
}

/** Unit by unit, so that places in it are places in the name. */
function fold(text: string): string {
  return text.replace(/[^ -~]/g, withoutAccents).toLowerCase();
}

/** Only marks fall away: a Korean syllable comes apart too, into letters that all count. */
function withoutAccents(unit: string): string {
  const parts = unit.normalize('NFD');
  return /^.\p{M}+$/u.test(parts) ? parts.charAt(0) : unit;
}

function run(start: number, length: number): number[] {
  return Array.from({ length }, (_, step) => start + step);
}
