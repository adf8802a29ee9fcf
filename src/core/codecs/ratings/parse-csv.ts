import type { Value } from '../../agreement/rating-table';
import { t } from '../../messages/message';
import { createFault, fail, ok, withPlace, type Result } from '../../result';
import { createFaultCollector, singleFault, type FaultList } from '../json/fault-list';
import {
  findDoubled,
  headsUnits,
  looksLikeHeader,
  mayNameUnits,
  notesOfFirstLine,
} from './csv-heading';
import { isMissing, isOfNumbers, NOT_AVAILABLE, type CsvOptions } from './csv-options';
import { withoutLookAlikes } from './look-alikes';
import type { RatingsFile } from './ratings-file';
import { readCells } from './read-cells';
import { isOfUsualSize, readDeclared, readNumber } from './read-rating';

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
    ...(!hasHeader && options.header === undefined ? notesOfFirstLine(lines) : []),
    ...(skipped === 0 && mayNameUnits(units, options) ? [t('agreement.note.mayNameUnits')] : []),
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
