/** Rows near what is seen, in order, with the one that must be there wherever it is; -1 when there is none. */
export function rowsToMake(near: readonly number[], always: number): number[] {
  const all = always === -1 ? near : [...near, always];
  return [...new Set(all)].sort((a, b) => a - b);
}
