import type { Annotation } from './annotation';
import type { SortedAnnotations } from './sorted';

/** Answers "what is here" for the pieces of a document's annotations without walking all of them. */
export interface IntervalIndex {
  /** The annotations with a piece that shares a code unit with `[from, to)`, in text order, each once. */
  overlapping(from: number, to: number): readonly Annotation[];
  /**
   * The annotations with a piece around the caret at `offset`, its ends included, innermost (shortest piece) first.
   * At an end, those that contain the following character come before those that only end here.
   */
  at(offset: number): readonly Annotation[];
}

interface Entry {
  readonly start: number;
  readonly end: number;
  readonly owner: number;
}

/**
 * An implicit balanced tree over the pieces sorted by start: node = middle of its range, `reach` = the farthest end in
 * that range. Built in O(n log n) (O(n) when there is one piece an annotation), asked in O(log n + found).
 */
export function createIntervalIndex(annotations: SortedAnnotations): IntervalIndex {
  const entries = annotations.flatMap((annotation, owner) =>
    annotation.pieces.map((piece): Entry => ({ start: piece.start, end: piece.end, owner })),
  );
  if (entries.length !== annotations.length) entries.sort((a, b) => a.start - b.start);
  const reach = new Float64Array(entries.length);
  fill(0, entries.length);

  function fill(low: number, high: number): number {
    if (low >= high) return -1;
    const middle = (low + high) >>> 1;
    const own = (entries[middle] as Entry).end;
    const farthest = Math.max(own, fill(low, middle), fill(middle + 1, high));
    reach[middle] = farthest;
    return farthest;
  }

  function collect(low: number, high: number, from: number, to: number, found: Entry[]): void {
    if (low >= high) return;
    const middle = (low + high) >>> 1;
    if ((reach[middle] as number) <= from) return;
    collect(low, middle, from, to, found);
    const entry = entries[middle] as Entry;
    if (entry.start >= to) return;
    if (entry.end > from) found.push(entry);
    collect(middle + 1, high, from, to, found);
  }

  function find(from: number, to: number): Entry[] {
    const found: Entry[] = [];
    collect(0, entries.length, from, to, found);
    return found;
  }

  return {
    overlapping(from, to) {
      const owners = new Set(find(from, to).map((entry) => entry.owner));
      return [...owners].sort((a, b) => a - b).map((owner) => annotations[owner] as Annotation);
    },
    at(offset) {
      const touching = find(offset - 1, offset + 1)
        .filter((entry) => entry.start <= offset && offset <= entry.end)
        .sort(
          (a, b) =>
            Number(a.end === offset) - Number(b.end === offset) ||
            a.end - a.start - (b.end - b.start) ||
            a.owner - b.owner,
        );
      return [...new Set(touching.map((entry) => entry.owner))].map(
        (owner) => annotations[owner] as Annotation,
      );
    },
  };
}
