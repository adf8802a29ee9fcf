import type { Value } from '../../agreement/rating-table';
import { t } from '../../messages/message';

type Rows = readonly (readonly (Value | undefined)[])[];

/** A number as a category, such as `1` and `1.0`, but not `01`, whose first digit is there on purpose. */
const PLAIN_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/u;
const ANY_NUMBER = /^[+-]?\d+(\.\d+)?$/u;

/** Words that other programs write where there is no value, in small letters. */
const WORDS_FOR_MISSING = new Set(['', 'nan', 'null', 'n/a', '#n/a', '<na>', 'na', '.', '-', '?']);

/**
 * Nominal ratings in which one number is written in several ways, and what is to be said of it. Programs that keep a
 * column with gaps as decimals write `1.0` there and `1` in the column beside it, so that coders who agree would differ
 * everywhere: where every rating is a plain number, the same number is the same category. Where some are words, or have a
 * zero in front (`01`), they stay apart, and a note says so; another says which categories look like a missing rating.
 */
export function withoutLookAlikes(rows: Rows): {
  readonly rows: Rows;
  readonly notes: readonly string[];
} {
  const given = [...new Set(rows.flat().filter((value) => value !== undefined))].map(String);
  const [first, second] = firstAlike(given) ?? [];
  const notes = wordsForMissing(rows).map((word) => t('agreement.note.looksMissing', { word }));
  if (first === undefined || second === undefined) return { rows, notes };
  if (!given.every((value) => PLAIN_NUMBER.test(value))) {
    return { rows, notes: [...notes, t('agreement.note.twoNumbers', { first, second })] };
  }
  return {
    rows: rows.map((row) =>
      row.map((value) => (value === undefined ? undefined : String(Number(value)))),
    ),
    notes: [...notes, t('agreement.note.oneNumber', { first, second })],
  };
}

/** The categories that look like a missing rating, each once. */
export function wordsForMissing(rows: Rows): readonly string[] {
  return [...new Set(rows.flat())].filter(
    (value) => typeof value === 'string' && WORDS_FOR_MISSING.has(value.trim().toLowerCase()),
  ) as string[];
}

/** The first two writings of one number. */
function firstAlike(values: readonly string[]): readonly [string, string] | undefined {
  const writings = new Map<number, string>();
  for (const value of values) {
    if (!ANY_NUMBER.test(value)) continue;
    const known = writings.get(Number(value));
    if (known !== undefined) return [known, value];
    writings.set(Number(value), value);
  }
  return undefined;
}
