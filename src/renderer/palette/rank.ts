/** How well a name fits what was typed, and which of its UTF-16 units were meant. Less is better. */
export interface Match {
  readonly score: number;
  readonly marks: readonly number[];
}

/** Between two ways of fitting lies more than any place or gap can add. */
const TIER = 10_000;

/**
 * The beginning of the name is best, then the beginnings of its words in the order typed, then the query anywhere in it,
 * then its letters one after the other with gaps. Case and accents do not count. Undefined when it does not fit.
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
  const letters = matchLetters(wanted.replaceAll(' ', ''), text);
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
  while (at > 0 && /[\p{L}\p{N}]/u.test(text.charAt(at - 1))) at = text.indexOf(word, at + 1);
  return at === -1 ? undefined : at;
}

function matchLetters(wanted: string, text: string): readonly number[] | undefined {
  const marks: number[] = [];
  for (const letter of wanted) {
    const at = text.indexOf(letter, (marks.at(-1) ?? -1) + 1);
    if (at === -1) return undefined;
    marks.push(at);
  }
  return marks;
}

function gapsIn(marks: readonly number[]): number {
  const [first = 0] = marks;
  return (marks.at(-1) ?? first) - first - marks.length + first;
}

/** Unit by unit, so that places in it are places in the name. */
function fold(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const unit = text.charAt(at);
    return unit.normalize('NFD').charAt(0).toLowerCase().charAt(0) || unit;
  }).join('');
}

function run(start: number, length: number): number[] {
  return Array.from({ length }, (_, step) => start + step);
}
