/**
 * The largest number of pairs that can be made when `neighbours[i]` lists what the i-th may be paired with, each thing in
 * one pair at most (augmenting paths, Kuhn 1955; breadth first, so that long chains need no deep calls).
 */
export function largestMatching(neighbours: readonly (readonly number[])[]): number {
  const left = new Map<number, number>();
  const right = new Map<number, number>();
  for (let root = 0; root < neighbours.length; root += 1) {
    const reachedFrom = new Map<number, number>();
    let free = findFree(root, neighbours, right, reachedFrom);
    // Back along the path: each takes what the next one gave up.
    while (free !== undefined) {
      const holder = reachedFrom.get(free);
      if (holder === undefined) throw new Error('A path of the matching leads nowhere.');
      const givenUp = left.get(holder);
      right.set(free, holder);
      left.set(holder, free);
      free = givenUp;
    }
  }
  return left.size;
}

/** Something free that `root` can get if others on the way move; how each was reached is kept. */
function findFree(
  root: number,
  neighbours: readonly (readonly number[])[],
  right: ReadonlyMap<number, number>,
  reachedFrom: Map<number, number>,
): number | undefined {
  const waiting = [root];
  for (const next of waiting) {
    for (const other of neighbours[next] ?? []) {
      if (reachedFrom.has(other)) continue;
      reachedFrom.set(other, next);
      const holder = right.get(other);
      if (holder === undefined) return other;
      waiting.push(holder);
    }
  }
  return undefined;
}
