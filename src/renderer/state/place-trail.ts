import type { AnnotationId, DocumentId } from '../../core/ids';
import { viewsEqual, type View } from './view';

/** Where one is: what is in the middle, the document below it, the annotation that is selected. */
export interface Place {
  readonly view: View;
  readonly documentId: DocumentId | undefined;
  readonly selectedId: AnnotationId | undefined;
}

/** Where one was, where one is, and where one came back from; the nearest place is the last of `past` and of `future`. */
export interface PlaceTrail {
  readonly past: readonly Place[];
  readonly here: Place;
  readonly future: readonly Place[];
}

/** More steps back than anybody takes; the farthest is forgotten. */
export const MOST_PLACES = 100;

export function startTrail(here: Place): PlaceTrail {
  return { past: [], here, future: [] };
}

/** One went to another place: the one before is the first to go back to. */
export function visit(trail: PlaceTrail, place: Place): PlaceTrail {
  if (placesEqual(trail.here, place)) return trail;
  return { past: [...trail.past, trail.here].slice(-MOST_PLACES), here: place, future: [] };
}

/** Something else was selected where one is: coming back finds that. */
export function amend(trail: PlaceTrail, selectedId: AnnotationId | undefined): PlaceTrail {
  if (trail.here.selectedId === selectedId) return trail;
  return { ...trail, here: { ...trail.here, selectedId } };
}

/** One step back to a place that is still there; undefined when there is none. */
export function stepBack(
  trail: PlaceTrail,
  isThere: (place: Place) => boolean,
): PlaceTrail | undefined {
  const at = trail.past.findLastIndex(isThere);
  const place = trail.past[at];
  if (place === undefined) return undefined;
  return { past: trail.past.slice(0, at), here: place, future: [...trail.future, trail.here] };
}

/** The way that `stepBack` went, once more forward. */
export function stepForward(
  trail: PlaceTrail,
  isThere: (place: Place) => boolean,
): PlaceTrail | undefined {
  const turned = { past: trail.future, here: trail.here, future: trail.past };
  const stepped = stepBack(turned, isThere);
  return stepped && { past: stepped.future, here: stepped.here, future: stepped.past };
}

function placesEqual(one: Place, other: Place): boolean {
  return (
    one.documentId === other.documentId &&
    one.selectedId === other.selectedId &&
    viewsEqual(one.view, other.view)
  );
}
