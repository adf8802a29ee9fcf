/** What becomes of the things of one sort that a file holds. */
export interface MergeCounts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Those whose version here is as new or newer and stays. */
  readonly kept: number;
}

type Fate = keyof MergeCounts;

/** Counts what `decide` says of each item. */
export function countFates<Item>(
  items: readonly Item[],
  decide: (item: Item, index: number) => Fate | undefined,
): MergeCounts {
  const counts = { added: 0, updated: 0, unchanged: 0, kept: 0 };
  items.forEach((item, i) => {
    const fate = decide(item, i);
    if (fate !== undefined) counts[fate] += 1;
  });
  return counts;
}
