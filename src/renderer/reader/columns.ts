/**
 * Annotations that do not overlap in the text may still stand on one line, so what shares a line gets columns of its
 * own: the annotation's lane where that is free, else the first free one. Input in text order.
 */
export function assignColumns(
  bars: readonly { readonly lane: number; readonly top: number; readonly bottom: number }[],
): readonly number[] {
  const ends: number[] = [];
  return bars.map(({ lane, top, bottom }) => {
    const isFree = (column: number): boolean => (ends[column] ?? -Infinity) <= top;
    let column = lane;
    if (!isFree(column)) {
      column = 0;
      while (!isFree(column)) column += 1;
    }
    ends[column] = bottom;
    return column;
  });
}
