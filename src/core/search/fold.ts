/**
 * A text in the form in which it is compared, with the place in the source of each of its code units. Units `i` with
 * the same `starts[i]` come from one character of the source (`ß` gives two).
 */
export interface FoldedText {
  readonly units: Uint16Array;
  /** Where in the source the character behind a unit begins and ends, in UTF-16 code units. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const SPACE = 0x20;
const SOFT_HYPHEN = 0xad;
const DOT_ABOVE = 0x307;
const ZERO_WIDTH_SPACE = 0x200b;

const SINGLE_QUOTES = /^[‘’‚‛ʼ]$/u;
const DOUBLE_QUOTES = /^[“”„‟]$/u;

/**
 * What is alike afterwards:
 * - white space of any kind and length, line breaks included;
 * - curly, low and straight quotes, single among themselves (apostrophes included) and double among themselves;
 * - a letter and its mark as one character or as two (é); two marks on a letter count in the order they stand in;
 * - text with and without soft hyphens and zero width spaces;
 * - unless `matchCase`: letters that differ in case, one by one and in any language, so that ß is ss, ﬁ is fi, ς is σ,
 *   and the Turkish ı and İ are both i.
 */
export function foldText(text: string, matchCase: boolean): FoldedText {
  const folded = createGrowing(text.length);
  const seen = new Map<number, string>();
  for (let start = 0; start < text.length;) {
    const character = text.codePointAt(start) as number;
    const end = start + (character > 0xffff ? 2 : 1);
    if (character < 0x80) {
      folded.push(foldAscii(character, matchCase), start, end);
    } else if (character !== SOFT_HYPHEN && character !== ZERO_WIDTH_SPACE) {
      const form = seen.get(character) ?? foldCharacter(character, matchCase);
      seen.set(character, form);
      for (let i = 0; i < form.length; i += 1) {
        const unit = form.charCodeAt(i);
        const isDotOfI = unit === DOT_ABOVE && !matchCase && folded.last() === 0x69;
        if (isDotOfI) folded.widen(end);
        else folded.push(unit, start, end);
      }
    }
    start = end;
  }
  return folded.finish();
}

function foldAscii(unit: number, matchCase: boolean): number {
  if (unit >= 0x09 && unit <= 0x0d) return SPACE;
  return !matchCase && unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
}

/** Lower, upper, lower: the way to the folding of Unicode for which JavaScript has no call of its own. */
function foldCharacter(codePoint: number, matchCase: boolean): string {
  const character = String.fromCodePoint(codePoint);
  if (/\s/u.test(character)) return ' ';
  if (SINGLE_QUOTES.test(character)) return "'";
  if (DOUBLE_QUOTES.test(character)) return '"';
  const form = matchCase ? character : character.toLowerCase().toUpperCase().toLowerCase();
  return form.normalize('NFD').replace(/ʼ/gu, "'");
}

/** Columns that grow; runs of spaces become one while they are written. */
function createGrowing(expected: number) {
  let length = 0;
  let units = new Uint16Array(expected);
  let starts = new Uint32Array(expected);
  let ends = new Uint32Array(expected);

  function grow(): void {
    const capacity = length * 2 + 16;
    const [oldUnits, oldStarts, oldEnds] = [units, starts, ends];
    (units = new Uint16Array(capacity)).set(oldUnits);
    (starts = new Uint32Array(capacity)).set(oldStarts);
    (ends = new Uint32Array(capacity)).set(oldEnds);
  }

  return {
    last: (): number | undefined => units[length - 1],
    widen(end: number): void {
      ends[length - 1] = end;
    },
    push(unit: number, start: number, end: number): void {
      if (unit === SPACE && length > 0 && units[length - 1] === SPACE) {
        ends[length - 1] = end;
        return;
      }
      if (length === units.length) grow();
      units[length] = unit;
      starts[length] = start;
      ends[length] = end;
      length += 1;
    },
    finish: (): FoldedText => ({
      units: units.subarray(0, length),
      starts: starts.subarray(0, length),
      ends: ends.subarray(0, length),
    }),
  };
}

/** The same without spaces at its ends. */
export function trimFolded({ units }: FoldedText): Uint16Array {
  const from = units[0] === SPACE ? 1 : 0;
  const to =
    units.length > from && units[units.length - 1] === SPACE ? units.length - 1 : units.length;
  return units.subarray(from, to);
}
