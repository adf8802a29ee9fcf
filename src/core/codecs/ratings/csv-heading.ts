import { t } from '../../messages/message';
import { isMissing, isOfNumbers, type CsvOptions } from './csv-options';
import type { Line } from './read-cells';
import { readNumber } from './read-rating';

/** Headings of a first column that names the units and is no coder's. R writes an empty one. */
const UNIT_HEADINGS = /^(|#|no\.?|nr\.?|id|case|document|item|row|segment|subject|text|unit)s?$/iu;

/**
 * Names of coders are no numbers on a scale of numbers; among words they are all different, and none of them is given to
 * a unit. A first line that could be a unit is one, unless it begins with a heading for the units: then names may be given
 * to units as well (coders 1 and 2, categories 1 and 2), if the first column tells the units apart.
 */
export function looksLikeHeader(lines: readonly Line[], options: CsvOptions): boolean {
  const [first, ...rest] = lines;
  if (first === undefined) return false;
  const [heading = '', ...others] = first.cells;
  const isHeaded =
    headsUnits(lines) && (heading === '' || !rest.some(({ cells }) => cells.includes(heading)));
  const given = new Set(rest.flatMap(({ cells }) => (isHeaded ? cells.slice(1) : cells)));
  const names = isHeaded ? others : first.cells;
  if (rest.length === 0) return (isHeaded && heading !== '') || areOnlyNames(names, options);
  if (names.some((name) => isMissing(name, options))) return false;
  if (isHeaded && tellsUnitsApart(rest, { heading, names, options })) return true;
  if (isOfNumbers(options)) return names.every((name) => !isNumber(name));
  if (findDoubled(names) !== undefined && !(isHeaded && heading !== '')) return false;
  return names.every((name) => !given.has(name) && !options.categories?.includes(name));
}

/**
 * Whether the first column can be nothing but names of units, so that its heading is one. A word for a heading is no number
 * on a scale of numbers, and no rating where no two lines begin alike; under an empty one (pandas’ `,0,1`) lines and
 * columns are counted.
 */
function tellsUnitsApart(
  rest: readonly Line[],
  {
    heading,
    names,
    options,
  }: {
    readonly heading: string;
    readonly names: readonly string[];
    readonly options: CsvOptions;
  },
): boolean {
  const column = rest.map(({ cells }) => cells[0] ?? '');
  if (heading === '') return countsUp(names) && countsUp(column);
  if (isOfNumbers(options)) return true;
  return names.length >= 2 && findDoubled(names) === undefined && areDifferent(column);
}

/** With a decimal comma too, whatever separates: nobody is called 1,5. */
function isNumber(name: string): boolean {
  return readNumber(name, ';') !== undefined;
}

/** Whether the cells are 0, 1, 2 … or 1, 2, 3 …, two or more. */
function countsUp(cells: readonly string[]): boolean {
  const from = cells[0] === '0' ? 0 : 1;
  return cells.length >= 2 && cells.every((cell, index) => cell === String(from + index));
}

function areDifferent(cells: readonly string[]): boolean {
  return !cells.includes('') && new Set(cells).size === cells.length;
}

/** Of a line that stands alone: several words, all different, none a number or a category that was declared. */
function areOnlyNames(names: readonly string[], { categories = [] }: CsvOptions): boolean {
  return (
    names.length >= 2 &&
    new Set(names).size === names.length &&
    names.every((name) => name !== '' && !isNumber(name) && !categories.includes(name))
  );
}

/**
 * Whether the first line, taken as a heading, says that the first column names the units. “No” heads numbers, and is an
 * answer otherwise. Nothing is a heading of names that are all there, with coders beside them (as R and pandas write it),
 * and a missing rating otherwise.
 */
export function headsUnits([first, ...rest]: readonly Line[]): boolean {
  const [heading = '', ...others] = first?.cells ?? [];
  if (!UNIT_HEADINGS.test(heading)) return false;
  if (heading === '') return others.length >= 2 && rest.every(({ cells }) => cells[0] !== '');
  return !/^no$/iu.test(heading) || rest.every(({ cells }) => /^\d+$/u.test(cells[0] ?? ''));
}

/** What is said of a first line that was taken as a unit and may be none. */
export function notesOfFirstLine(lines: readonly Line[]): readonly string[] {
  if (mayBeNames(lines)) return [t('agreement.note.noHeader')];
  const [first, ...rest] = lines;
  if (first === undefined || rest.length === 0 || !countsUp(first.cells)) return [];
  return [t('agreement.note.numberedLine', { line: first.cells.join(', ') })];
}

/**
 * Whether a first column that was taken as a coder's may name the units: no two of three or more units have the same
 * there, and it counts them, or has words that no other column has.
 */
export function mayNameUnits(units: readonly Line[], { level }: CsvOptions): boolean {
  const column = units.map(({ cells }) => cells[0] ?? '');
  const others = new Set(units.flatMap(({ cells }) => cells.slice(1)));
  if (units.length < 3 || (units[0]?.cells.length ?? 0) < 3 || !areDifferent(column)) return false;
  return countsUp(column) || (level === 'nominal' && column.every((cell) => !others.has(cell)));
}

/** Whether the first line, taken as a unit, holds only words that no other line has, some of them twice. */
function mayBeNames([first, ...rest]: readonly Line[]): boolean {
  if (first === undefined || rest.length === 0 || findDoubled(first.cells) === undefined) {
    return false;
  }
  const given = new Set(rest.flatMap((line) => line.cells));
  return first.cells.every((cell) => cell !== '' && !isNumber(cell) && !given.has(cell));
}

/** The first name that is there twice; names left empty are no names. */
export function findDoubled(names: readonly string[]): string | undefined {
  return names.find((name, index) => name !== '' && names.indexOf(name) < index);
}
