import type { FigureLevel, FigureRow } from './figure-rows';

/** Of so many documents the figures of each are read; of more they are looked up in a table. */
const MOST_DOCUMENTS = 100;

/** The rows of a level that are shown to be read, and how many documents are left out. */
export function rowsToRead(
  figures: readonly FigureRow[],
  level: FigureLevel,
): { readonly rows: readonly FigureRow[]; readonly left: number } {
  const rows = figures.filter((row) => row.level === level);
  const measures = new Set(rows.map(({ measure }) => measure)).size;
  const most = MOST_DOCUMENTS * measures;
  if (level !== 'documents' || rows.length <= most) return { rows, left: 0 };
  return { rows: rows.slice(0, most), left: (rows.length - most) / measures };
}
