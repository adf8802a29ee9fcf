import type { AnnotationId } from '../ids';
import { compareAnnotations, type Annotation } from './annotation';

/** All annotations on one document in text order (`compareAnnotations`). */
export type SortedAnnotations = readonly Annotation[];

export function sortAnnotations(annotations: Iterable<Annotation>): SortedAnnotations {
  return [...annotations].sort(compareAnnotations);
}

/** A copy with the annotation at its place. */
export function withAnnotation(all: SortedAnnotations, added: Annotation): SortedAnnotations {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareAnnotations(all[middle] as Annotation, added) < 0) low = middle + 1;
    else high = middle;
  }
  const more = all.toSpliced(low, 0, added);
  keepIndex(all, more, added.id, added);
  return more;
}

/** A copy without it; the same array if it was not there. */
export function withoutAnnotation(all: SortedAnnotations, id: AnnotationId): SortedAnnotations {
  const index = all.findIndex((annotation) => annotation.id === id);
  if (index === -1) return all;
  const fewer = all.toSpliced(index, 1);
  keepIndex(all, fewer, id, undefined);
  return fewer;
}

/** Annotations by id: those of a set that was walked over, and what changed in few sets since. */
interface Index {
  readonly base: ReadonlyMap<AnnotationId, Annotation>;
  /** Undefined for one that is gone. */
  readonly changes: ReadonlyMap<AnnotationId, Annotation | undefined>;
}

/** With more changes a new walk costs no more than copying them. */
const MOST_CHANGES = 100;
const NO_CHANGES: Index['changes'] = new Map();
const indexes = new WeakMap<SortedAnnotations, Index>();

/** Hands on what is known of a set to the one that a single change made of it. */
function keepIndex(
  from: SortedAnnotations,
  to: SortedAnnotations,
  id: AnnotationId,
  now: Annotation | undefined,
): void {
  const index = indexes.get(from);
  if (index === undefined || index.changes.size >= MOST_CHANGES) return;
  indexes.set(to, { base: index.base, changes: new Map(index.changes).set(id, now) });
}

/** Walks over a set once; after that each answer for the same set, and for those made of it, is immediate. */
export function findAnnotation(all: SortedAnnotations, id: AnnotationId): Annotation | undefined {
  let index = indexes.get(all);
  if (index === undefined) {
    const base = new Map(all.map((annotation) => [annotation.id, annotation]));
    index = { base, changes: NO_CHANGES };
    indexes.set(all, index);
  }
  return index.changes.has(id) ? index.changes.get(id) : index.base.get(id);
}
