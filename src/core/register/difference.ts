/** What has to be done to a list to get another one. */
interface Difference<Item> {
  readonly gone: readonly Item[];
  readonly added: readonly Item[];
}

/**
 * What stands between the equal beginning and the equal end of two lists of the same objects: next to nothing where one
 * entry was added, replaced or taken out. What merely stands between two changes is in both.
 */
export function differenceOf<Item>(
  before: readonly Item[],
  after: readonly Item[],
): Difference<Item> {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return {
    gone: before.slice(start, before.length - end),
    added: after.slice(start, after.length - end),
  };
}
