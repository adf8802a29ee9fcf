import type { FigureRow } from './figure-rows';

const COLUMNS = [
  'level',
  'variable',
  'measure',
  'value',
  'low',
  'high',
  'n',
  'missing',
  'variant',
  'because',
] as const satisfies readonly (keyof FigureRow)[];

/** Text that a spreadsheet would take for a formula is set off with an apostrophe. */
const FORMULA = /^[=+\-@\t\r]/u;

/**
 * Every figure, one a row, as RFC 4180 has it: UTF-8, comma, CRLF, numbers with all their digits and a point. A figure that
 * is not defined is an empty field, with the reason in the last column.
 */
export function serializeFiguresCsv(rows: readonly FigureRow[]): string {
  const lines = rows.map((row) => COLUMNS.map((column) => field(row[column])).join(','));
  return [COLUMNS.join(','), ...lines, ''].join('\r\n');
}

function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
