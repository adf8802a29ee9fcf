import type { Annotation } from '../../core/annotation/annotation';
import { createIntervalIndex, type IntervalIndex } from '../../core/annotation/interval-index';
import { assignLanes } from '../../core/annotation/lanes';
import type { SortedAnnotations } from '../../core/annotation/sorted';
import type { AnnotationId } from '../../core/ids';

/** The annotations of the open document, ready to be asked: made once a change, in the time of one walk over them. */
export interface AnnotationView {
  readonly sorted: SortedAnnotations;
  readonly index: IntervalIndex;
  readonly laneOf: (id: AnnotationId) => number;
  readonly find: (id: AnnotationId | undefined) => Annotation | undefined;
}

function createAnnotationView(sorted: SortedAnnotations): AnnotationView {
  const lanes = assignLanes(sorted);
  const places = new Map(sorted.map((annotation, place) => [annotation.id, place]));
  return {
    sorted,
    index: createIntervalIndex(sorted),
    laneOf: (id) => lanes[places.get(id) ?? 0] ?? 0,
    find: (id) => (id === undefined ? undefined : sorted[places.get(id) ?? -1]),
  };
}

let last: AnnotationView | undefined;

/** The view of a set; the last one is kept, because every part of the window asks for the same. */
export function annotationViewOf(sorted: SortedAnnotations): AnnotationView {
  if (last?.sorted !== sorted) last = createAnnotationView(sorted);
  return last;
}
