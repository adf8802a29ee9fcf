import type { Level, Value } from '../../agreement/rating-table';
import { t } from '../../messages/message';
import { createFault, fail, ok, withPlace, type Result } from '../../result';
import { createFaultCollector, singleFault, type FaultList } from '../json/fault-list';
import { withoutLookAlikes } from './look-alikes';
import type { RatingsFile } from './ratings-file';
import { readCells, type Line } from './read-cells';
import { isOfUsualSize, readDeclared, readNumber } from './read-rating';

export interface CsvOptions {
  readonly level: Level;
  /** Words that stand for a missing rating, beside nothing at all and `NA`. */
  readonly missing?: readonly string[];
  /** Whether the first line names the coders; undefined to decide by looking. */
  readonly header?: boolean;
  /** The categories in their order; at the level ordinal, words need it. */
  readonly categories?: readonly string[];
}

/** Headings of a first column that names the units and is no coder's. R writes an empty one. */
const UNIT_HEADINGS = /^(|#|no\.?|nr\.?|id|case|document|item|row|segment|subject|text|unit)s?$/iu;

/** Written by R and others where there is no value. */
const NOT_AVAILABLE = 'NA';

/**
 * A row a unit, a column a coder; every cell at fault with its line and column. A letter and its mark are one character,
 * however they were written (Unicode NFC): macOS and Windows write the same word in two ways.
 */
export function parseRatingsCsv(text: string, given: CsvOptions): Result<RatingsFile, FaultList> {
  const composed = (words: readonly string[]): readonly string[] =>
    words.map((word) => word.normalize('NFC'));
  const options: CsvOptions = {
    ...given,
    ...(given.missing && { missing: composed(given.missing) }),
    ...(given.categories && { categories: composed(given.categories) }),
  };
  const cells = readCells(text.normalize('NFC'));
  if (!cells.ok) return fail(singleFault(cells.fault));
  const { lines, separator } = cells.value;
  const hasHeader = options.header ?? looksLikeHeader(lines, options);
  const [first] = lines;
  const heading = hasHeader ? first?.cells : undefined;
  const units = hasHeader ? lines.slice(1) : lines;
  const skipped = hasHeader && headsUnits(lines) ? 1 : 0;
  if (first === undefined || units.length === 0) {
    const isAsked = first === undefined || options.header === true || skipped > 0;
    const code = isAsked ? 'agreement.file.noRatings' : 'agreement.file.headerOnly';
    return fail(singleFault(createFault(code)));
  }
  const coders = first.cells.length - skipped;
  if (coders < 2) return fail(singleFault(createFault('agreement.file.oneCoder')));
  const doubled = findDoubled(heading?.slice(skipped) ?? []);
  if (doubled !== undefined) {
    const where = t('agreement.place.line', { line: first.number });
    const fault = createFault('agreement.file.sameCoder', { name: doubled });
    return fail(singleFault(withPlace(fault, where)));
  }

  const faults = createFaultCollector();
  const declared = (options.categories ?? []).map((word): Value => {
    if (!isOfNumbers(options)) return word;
    const number = readDeclared(word, options.level, separator);
    if (!number.ok) faults.add(number.fault, '');
    return number.ok ? number.value : word;
  });
  const undeclarable = faults.list();
  if (undeclarable !== undefined) return fail(undeclarable);
  const known = options.categories === undefined ? undefined : new Set(declared);
  let notAvailable = 0;
  const rows = units.map((line) => {
    if (line.cells.length !== first.cells.length) {
      const sizes = { found: line.cells.length, expected: first.cells.length };
      faults.add(
        createFault('agreement.file.raggedLine', sizes),
        t('agreement.place.line', { line: line.number }),
      );
    }
    return line.cells.slice(skipped).map((cell, index) => {
      if (isMissing(cell, options)) {
        notAvailable += Number(cell === NOT_AVAILABLE);
        return undefined;
      }
      const value = readValue(cell, options, separator, known);
      if (value === undefined) {
        const column = index + skipped + 1;
        faults.add(
          describeCell(cell, options, separator),
          t('agreement.place.cell', {
            line: line.number,
            column,
            name: heading?.[column - 1] ?? '',
          }),
        );
      }
      return value;
    });
  });
  const list = faults.list();
  if (list !== undefined) return fail(list);
  const { rows: told, notes: ofLookAlikes } =
    options.level === 'nominal' && options.categories === undefined
      ? withoutLookAlikes(rows)
      : { rows, notes: [] };
  const notes = [
    ...(hasHeader && options.header === undefined ? [t('agreement.note.header')] : []),
    ...(skipped > 0 ? [t('agreement.note.unitColumn', { name: heading?.[0] ?? '' })] : []),
    ...(!hasHeader && options.header === undefined && mayBeNames(lines)
      ? [t('agreement.note.noHeader')]
      : []),
    ...(notAvailable > 0 ? [t('agreement.note.notAvailable', { n: notAvailable })] : []),
    ...ofLookAlikes,
  ];
  return ok({
    level: options.level,
    rows: told,
    categories: declared,
    ...(heading !== undefined && { coders: heading.slice(skipped) }),
    notes,
  });
}

function isMissing(cell: string, { missing = [] }: CsvOptions): boolean {
  return cell === '' || cell === NOT_AVAILABLE || missing.includes(cell);
}

/**
 * Names of coders are no numbers on a scale of numbers; among words they are all different, and none of them is given to
 * a unit. A first line that could be a unit is one, unless it begins with a heading for the units.
 */
function looksLikeHeader(lines: readonly Line[], options: CsvOptions): boolean {
  const [first, ...rest] = lines;
  if (first === undefined) return false;
  const [heading = '', ...others] = first.cells;
  const isHeaded =
    headsUnits(lines) && (heading === '' || !rest.some(({ cells }) => cells.includes(heading)));
  const given = new Set(rest.flatMap(({ cells }) => (isHeaded ? cells.slice(1) : cells)));
  const names = isHeaded ? others : first.cells;
  if (rest.length === 0) return (isHeaded && heading !== '') || areOnlyNames(names, options);
  if (names.some((name) => name === '')) return false;
  if (isOfNumbers(options)) return names.every((name) => readNumber(name, '') === undefined);
  if (findDoubled(names) !== undefined && !(isHeaded && heading !== '')) return false;
  return names.every((name) => !given.has(name) && !options.categories?.includes(name));
}

/** Of a line that stands alone: several words, all different, none a number or a category that was declared. */
function areOnlyNames(names: readonly string[], { categories = [] }: CsvOptions): boolean {
  return (
    names.length >= 2 &&
    new Set(names).size === names.length &&
    names.every(
      (name) => name !== '' && readNumber(name, '') === undefined && !categories.includes(name),
    )
  );
}

/**
 * Whether the first line, taken as a heading, says that the first column names the units. “No” heads numbers, and is an
 * answer otherwise. Nothing is a heading of names that are all there, with coders beside them (as R and pandas write it),
 * and a missing rating otherwise.
 */
function headsUnits([first, ...rest]: readonly Line[]): boolean {
  const [heading = '', ...others] = first?.cells ?? [];
  if (!UNIT_HEADINGS.test(heading)) return false;
  if (heading === '') return others.length >= 2 && rest.every(({ cells }) => cells[0] !== '');
  return !/^no$/iu.test(heading) || rest.every(({ cells }) => /^\d+$/u.test(cells[0] ?? ''));
}

/** Whether the first line, taken as a unit, holds only words that no other line has, some of them twice. */
function mayBeNames([first, ...rest]: readonly Line[]): boolean {
  if (first === undefined || rest.length === 0 || findDoubled(first.cells) === undefined) {
    return false;
  }
  const given = new Set(rest.flatMap((line) => line.cells));
  return first.cells.every((cell) => cell !== '' && !given.has(cell));
}

/** The first name that is there twice; names left empty are no names. */
function findDoubled(names: readonly string[]): string | undefined {
  return names.find((name, index) => name !== '' && names.indexOf(name) < index);
}

/** At the level ordinal words in an order that was declared will do. */
function isOfNumbers({ level, categories = [] }: CsvOptions): boolean {
  return level === 'interval' || level === 'ratio' || (level === 'ordinal' && !categories.length);
}

function readValue(
  cell: string,
  options: CsvOptions,
  separator: string,
  known: ReadonlySet<Value> | undefined,
): Value | undefined {
  const number = isOfNumbers(options) ? readNumber(cell, separator) : undefined;
  if (isOfNumbers(options) && (number === undefined || !isOfUsualSize(number))) return undefined;
  const value = number ?? cell;
  return known === undefined || known.has(value) ? value : undefined;
}

function describeCell(
  cell: string,
  options: CsvOptions,
  separator: string,
): ReturnType<typeof createFault> {
  const { level, categories = [] } = options;
  const number = readNumber(cell, separator);
  if (isOfNumbers(options) && number === undefined) {
    return createFault('agreement.file.notNumber', { cell, level });
  }
  if (isOfNumbers(options) && number !== undefined && !isOfUsualSize(number)) {
    return createFault('agreement.file.size', { cell });
  }
  return createFault('agreement.file.notCategory', { cell, categories: categories.join(', ') });
}
