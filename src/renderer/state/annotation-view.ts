import type { Annotation } from '../../core/annotation/annotation';
import { createIntervalIndex, type IntervalIndex } from '../../core/annotation/interval-index';
import { assignLanes } from '../../core/annotation/lanes';
import { findAnnotation, type SortedAnnotations } from '../../core/annotation/sorted';
import type { AnnotationId } from '../../core/ids';

/** The annotations of the open document, to be asked: what takes a walk over them is made when it is asked for first. */
export interface AnnotationView {
  readonly sorted: SortedAnnotations;
  readonly index: IntervalIndex;
  readonly laneOf: (id: AnnotationId) => number;
  readonly find: (id: AnnotationId | undefined) => Annotation | undefined;
}

function createAnnotationView(sorted: SortedAnnotations): AnnotationView {
  let index: IntervalIndex | undefined;
  let lanes: ReadonlyMap<AnnotationId, number> | undefined;
  return {
    sorted,
    get index() {
      index ??= createIntervalIndex(sorted);
      return index;
    },
    laneOf: (id) => {
      lanes ??= lanesById(sorted);
      return lanes.get(id) ?? 0;
    },
    find: (id) => (id === undefined ? undefined : findAnnotation(sorted, id)),
  };
}

function lanesById(sorted: SortedAnnotations): ReadonlyMap<AnnotationId, number> {
  const lanes = assignLanes(sorted);
  return new Map(sorted.map(({ id }, place) => [id, lanes[place] ?? 0]));
}

let last: AnnotationView | undefined;

/** The view of a set; the last one is kept, because every part of the window asks for the same. */
export function annotationViewOf(sorted: SortedAnnotations): AnnotationView {
  if (last?.sorted !== sorted) last = createAnnotationView(sorted);
  return last;
}
