import type { Level, Value } from '../../agreement/rating-table';
import { t } from '../../messages/message';
import { createFault, fail, ok, type Result } from '../../result';
import { createFaultCollector, singleFault, type FaultList } from '../json/fault-list';
import type { RatingsFile } from './ratings-file';
import { readCells, type Line } from './read-cells';

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

/** A row a unit, a column a coder; every cell at fault with its line and column. */
export function parseRatingsCsv(text: string, options: CsvOptions): Result<RatingsFile, FaultList> {
  const cells = readCells(text);
  if (!cells.ok) return fail(singleFault(cells.fault));
  const { lines, separator } = cells.value;
  const hasHeader = options.header ?? looksLikeHeader(lines, options);
  const [first] = lines;
  const heading = hasHeader ? first?.cells : undefined;
  const units = hasHeader ? lines.slice(1) : lines;
  const skipped = heading !== undefined && UNIT_HEADINGS.test(heading[0] ?? '') ? 1 : 0;
  if (first === undefined || units.length === 0) {
    return fail(singleFault(createFault('agreement.file.noRatings')));
  }
  const coders = first.cells.length - skipped;
  if (coders < 2) return fail(singleFault(createFault('agreement.file.oneCoder')));

  const faults = createFaultCollector();
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
      const value = readValue(cell, options, separator);
      if (value === undefined) {
        const column = index + skipped + 1;
        faults.add(
          describeCell(cell, options),
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
  const notes = [
    ...(hasHeader && options.header === undefined ? [t('agreement.note.header')] : []),
    ...(skipped > 0 ? [t('agreement.note.unitColumn', { name: heading?.[0] ?? '' })] : []),
    ...(notAvailable > 0 ? [t('agreement.note.notAvailable', { n: notAvailable })] : []),
  ];
  return ok({
    level: options.level,
    rows,
    categories: options.categories ?? [],
    ...(heading !== undefined && { coders: heading.slice(skipped) }),
    notes,
  });
}

function isMissing(cell: string, { missing = [] }: CsvOptions): boolean {
  return cell === '' || cell === NOT_AVAILABLE || missing.includes(cell);
}

/**
 * Names of coders are no numbers on a scale of numbers; among words they are all different, and none of them is given to
 * a unit. A first line that could be a unit is one.
 */
function looksLikeHeader(lines: readonly Line[], options: CsvOptions): boolean {
  const [first, ...rest] = lines;
  if (first === undefined || rest.length === 0) return false;
  const [heading = '', ...others] = first.cells;
  const names = UNIT_HEADINGS.test(heading) ? others : first.cells;
  if (names.some((name) => name === '') || new Set(names).size < names.length) return false;
  if (isOfNumbers(options)) return names.every((name) => readNumber(name, '') === undefined);
  const given = new Set(rest.flatMap((line) => line.cells));
  return names.every((name) => !given.has(name) && !options.categories?.includes(name));
}

function isOfNumbers({ level, categories = [] }: CsvOptions): boolean {
  return level !== 'nominal' && categories.length === 0;
}

function readValue(cell: string, options: CsvOptions, separator: string): Value | undefined {
  if (isOfNumbers(options)) return readNumber(cell, separator);
  if (options.categories === undefined || options.categories.includes(cell)) return cell;
  return undefined;
}

/** A decimal comma is one where commas do not separate cells. */
function readNumber(cell: string, separator: string): number | undefined {
  const plain = separator === ',' || separator === '' ? cell : cell.replace(',', '.');
  const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/iu.test(plain) ? Number(plain) : NaN;
  return Number.isFinite(number) ? number : undefined;
}

function describeCell(cell: string, options: CsvOptions): ReturnType<typeof createFault> {
  const { level, categories = [] } = options;
  if (categories.length > 0) {
    return createFault('agreement.file.notCategory', { cell, categories: categories.join(', ') });
  }
  return createFault('agreement.file.notNumber', { cell, level });
}
