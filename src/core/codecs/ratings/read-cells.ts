import { createFault, fail, ok, type Result } from '../../result';

/** One record of a table in text. */
export interface Line {
  /** Where it begins in the file; the first line is 1. A quoted cell may hold line ends. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** Cells of a CSV file with what stood between them. */
export interface Cells {
  readonly separator: string;
  readonly lines: readonly Line[];
}

/** In the order they are tried: a comma may be a decimal sign where something else separates. */
const SEPARATORS = ['\t', ';', ',', '|'] as const;

/**
 * CSV (RFC 4180): quoted cells, `""` for a quote in one, LF, CRLF or CR, a byte order mark. The separator is the first of
 * tab, semicolon, comma and bar that gives every line the same number of cells, two or more; failing that, the one that
 * gives the first line most. Blanks around a cell and lines without a character are left out.
 *
 * Our own, because the libraries at hand do not tell the line of a record (papaparse) or need Node's types (csv-parse),
 * and core has none.
 */
export function readCells(text: string): Result<Cells> {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let best: { readonly cells: Cells; readonly width: number } | undefined;
  // With the wrong separator a quote seems closed too early, so the reading that came farthest tells where it is not.
  let farthest = 1;
  let isBroken = false;
  for (const separator of SEPARATORS) {
    const lines = splitLines(body, separator);
    if (!lines.ok) {
      farthest = Math.max(farthest, lines.fault);
      isBroken = true;
      continue;
    }
    const cells = { separator, lines: lines.value };
    const width = cells.lines[0]?.cells.length ?? 0;
    if (width >= 2 && cells.lines.every((line) => line.cells.length === width)) return ok(cells);
    if (best === undefined || width > best.width) best = { cells, width };
  }
  // One column and an open quote: the separator is most likely the one that the quote hides.
  if (best !== undefined && (best.width >= 2 || !isBroken)) return ok(best.cells);
  return fail(createFault('agreement.file.quote', { line: farthest }));
}

/** The records, or the number of the line with a quote that is not closed. */
function splitLines(text: string, separator: string): Result<readonly Line[], number> {
  const lines: Line[] = [];
  let cells: string[] = [];
  let number = 1;
  let beginning = 1;
  let place = 0;
  const endLine = (): void => {
    if (cells.length > 1 || cells[0] !== '') lines.push({ number: beginning, cells });
    cells = [];
  };
  while (place < text.length) {
    const cell = readCell(text, place, separator);
    if (cell === undefined) return fail(number);
    number += countLineEnds(text.slice(place, cell.end));
    cells.push(cell.value);
    place = cell.end;
    if (text.startsWith(separator, place)) {
      place += 1;
      if (place === text.length) cells.push('');
      else continue;
    }
    if (place < text.length) {
      place += text.startsWith('\r\n', place) ? 2 : 1;
      number += 1;
    }
    endLine();
    beginning = number;
  }
  if (cells.length > 0) endLine();
  return ok(lines);
}

/** The cell that begins at `place` and where it ends; undefined when a quote is not closed, or closed too early. */
function readCell(
  text: string,
  place: number,
  separator: string,
): { readonly value: string; readonly end: number } | undefined {
  let start = place;
  while (text[start] === ' ') start += 1;
  if (text[start] !== '"') {
    let end = place;
    while (end < text.length && !isEnd(text, end, separator)) end += 1;
    return { value: text.slice(place, end).trim(), end };
  }
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return undefined;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      let end = quote + 1;
      while (text[end] === ' ') end += 1;
      return end === text.length || isEnd(text, end, separator)
        ? { value: value.trim(), end }
        : undefined;
    }
    value += '"';
    at = quote + 2;
  }
}

function isEnd(text: string, place: number, separator: string): boolean {
  const character = text[place];
  return character === separator || character === '\n' || character === '\r';
}

function countLineEnds(text: string): number {
  return text.match(/\r\n|\n|\r/gu)?.length ?? 0;
}
