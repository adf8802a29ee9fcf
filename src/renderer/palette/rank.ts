/** How well a name fits what was typed, and which of its UTF-16 units were meant. Less is better. */
export interface Match {
  readonly score: number;
  readonly marks: readonly number[];
}

/** Between two ways of fitting lies more than any place or gap can add. */
const TIER = 10_000;
/** How far into a name letters are looked for one by one, which takes the square of it. */
const REACH = 300;

/**
 * The beginning of the name is best, then the beginnings of its words in the order typed, then the query anywhere in it,
 * then beginnings of words run together. Case and accents do not count. Undefined when it does not fit.
 */
export function matchName(query: string, name: string): Match | undefined {
  const wanted = fold(query.trim());
  const text = fold(name);
  if (wanted === '') return { score: 0, marks: [] };
  if (text.startsWith(wanted)) return { score: 0, marks: run(0, wanted.length) };
  const words = matchWords(wanted, text);
  if (words !== undefined) return { score: TIER + (words[0] ?? 0), marks: words };
  const at = text.indexOf(wanted);
  if (at !== -1) return { score: 2 * TIER + at, marks: run(at, wanted.length) };
  const letters = matchLetters(wanted.replaceAll(' ', ''), text.slice(0, REACH));
  return letters && { score: 3 * TIER + gapsIn(letters), marks: letters };
}

/** Each word typed begins a word of the name. */
function matchWords(wanted: string, text: string): readonly number[] | undefined {
  const marks: number[] = [];
  let from = 0;
  for (const word of wanted.split(/\s+/)) {
    const at = wordStart(text, word, from);
    if (at === undefined) return undefined;
    marks.push(...run(at, word.length));
    from = at + word.length;
  }
  return marks;
}

function wordStart(text: string, word: string, from: number): number | undefined {
  let at = text.indexOf(word, from);
  while (at !== -1 && !beginsWord(text, at)) at = text.indexOf(word, at + 1);
  return at === -1 ? undefined : at;
}

/**
 * Letter by letter: each follows the one before, or begins a word. Letters anywhere would find nearly every name for a
 * short query.
 */
function matchLetters(wanted: string, text: string): readonly number[] | undefined {
  const failed = new Set<number>();
  const from = (letter: number, after: number): readonly number[] | undefined => {
    if (letter === wanted.length) return [];
    const key = letter * (text.length + 1) + after;
    if (failed.has(key)) return undefined;
    const wantedLetter = wanted.charAt(letter);
    for (let at = after; at < text.length; at += 1) {
      const isNext = letter > 0 && at === after;
      if (text.charAt(at) !== wantedLetter || !(isNext || beginsWord(text, at))) continue;
      const rest = from(letter + 1, at + 1);
      if (rest !== undefined) return [at, ...rest];
    }
    failed.add(key);
    return undefined;
  };
  return from(0, 0);
}

function beginsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
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
