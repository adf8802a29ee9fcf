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
  return all.toSpliced(low, 0, added);
}

/** A copy without it; the same array if it was not there. */
export function withoutAnnotation(all: SortedAnnotations, id: AnnotationId): SortedAnnotations {
  const index = all.findIndex((annotation) => annotation.id === id);
  return index === -1 ? all : all.toSpliced(index, 1);
}

const indexes = new WeakMap<SortedAnnotations, ReadonlyMap<AnnotationId, Annotation>>();

/** Walks over a set once; after that each answer for the same set is immediate. */
export function findAnnotation(all: SortedAnnotations, id: AnnotationId): Annotation | undefined {
  let index = indexes.get(all);
  if (index === undefined) {
    index = new Map(all.map((annotation) => [annotation.id, annotation]));
    indexes.set(all, index);
  }
  return index.get(id);
}
