import { extentOf } from './annotation';
import type { SortedAnnotations } from './sorted';

/**
 * Gives each annotation a lane so that no two overlapping ones share one: the first free lane in text order (interval
 * colouring, which needs only as many lanes as the deepest overlap). The result has the order of the input. Adding one
 * annotation changes lanes only within the cluster of overlapping annotations it joins.
 */
export function assignLanes(annotations: SortedAnnotations): Uint16Array {
  const lanes = new Uint16Array(annotations.length);
  const ends: number[] = [];
  annotations.forEach((annotation, index) => {
    const { start, end } = extentOf(annotation);
    let lane = ends.findIndex((taken) => taken <= start);
    if (lane === -1) lane = ends.length;
    ends[lane] = end;
    lanes[index] = lane;
  });
  return lanes;
}
