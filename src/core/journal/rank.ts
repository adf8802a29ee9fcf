/**
 * Places in an order that several people change at once: each item has a number, and a new one gets a number between
 * its neighbours', so that nobody else's number changes. The answer has the items that need another number than they
 * have (`rankOf`), which is all of them when there is no number left between two.
 */
export function rankItems(
  ids: readonly string[],
  rankOf: (id: string) => number | undefined,
): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  let last = -Infinity;
  for (const [i, id] of ids.entries()) {
    const own = rankOf(id);
    if (own !== undefined && own > last && !jumps(ids, i, own, rankOf)) {
      last = own;
      continue;
    }
    const next = between(last, nextAbove(ids, i, last, rankOf));
    if (next === undefined) return new Map(ids.map((one, k) => [one, k]));
    ranks.set(id, next);
    last = next;
  }
  return ranks;
}

/** True of an item that was moved down to the front: the one behind it is smaller and was where it is before. */
function jumps(
  ids: readonly string[],
  at: number,
  own: number,
  rankOf: (id: string) => number | undefined,
): boolean {
  const [next, after] = [ids[at + 1], ids[at + 2]].map((id) =>
    id === undefined ? undefined : rankOf(id),
  );
  return next !== undefined && next < own && after !== undefined && after < own;
}

/** The number of the next item that can keep it. */
function nextAbove(
  ids: readonly string[],
  at: number,
  low: number,
  rankOf: (id: string) => number | undefined,
): number {
  for (let i = at + 1; i < ids.length; i += 1) {
    const rank = rankOf(ids[i] as string);
    if (rank !== undefined && rank > low) return rank;
  }
  return Infinity;
}

/** A number between the two; undefined when there is none. */
function between(low: number, high: number): number | undefined {
  if (low === -Infinity && high === Infinity) return 0;
  if (high === Infinity) return Math.floor(low) + 1;
  if (low === -Infinity) return Math.ceil(high) - 1;
  const middle = low + (high - low) / 2;
  return middle > low && middle < high ? middle : undefined;
}
