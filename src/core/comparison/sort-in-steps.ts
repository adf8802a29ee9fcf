import type { Steps } from './steps';

/** So many things are sorted, or put in order from two lists, in one step. */
const AT_ONCE = 500;

/** What `toSorted` gives, in steps where there are many: short runs are sorted, then two at a time become one. */
export function* sortInSteps<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Steps<Item[]> {
  if (items.length <= AT_ONCE) return items.toSorted(compare);
  let runs: Item[][] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    runs.push(items.slice(from, from + AT_ONCE).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: Item[][] = [];
    for (let index = 0; index < runs.length; index += 2) {
      longer.push(yield* mergeInSteps(runs[index] ?? [], runs[index + 1] ?? [], compare));
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

/** Of two that are equal the first list's goes first, as sorting keeps their order. */
function* mergeInSteps<Item>(
  first: readonly Item[],
  second: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Steps<Item[]> {
  const merged: Item[] = [];
  let [left, right] = [0, 0];
  while (left < first.length && right < second.length) {
    const [one, other] = [first[left] as Item, second[right] as Item];
    if (compare(one, other) <= 0) {
      merged.push(one);
      left += 1;
    } else {
      merged.push(other);
      right += 1;
    }
    if (merged.length % AT_ONCE === 0) yield;
  }
  for (; left < first.length; left += 1) merged.push(first[left] as Item);
  for (; right < second.length; right += 1) merged.push(second[right] as Item);
  return merged;
}
