import type { AnnotationId, DocumentId } from '../../core/ids';
import { findDocument } from '../../core/project/project';
import { store, type AppState } from './app-state';
import { openDocument } from './document-actions';
import {
  amend,
  startTrail,
  stepBack,
  stepForward,
  visit,
  type Place,
  type PlaceTrail,
} from './place-trail';
import { TEXT_VIEW, viewsEqual, type View } from './view';

/** Lays a page over the text, or shows the text. */
export function showView(view: View): void {
  if (!viewsEqual(store.getState().view, view)) store.setState({ view });
}

export function backToText(): void {
  showView(TEXT_VIEW);
}

/**
 * Shows an annotation in its text, from wherever one is, and makes that a step one can go back from. Selecting alone
 * (`selectAnnotation`) is no such step.
 */
export async function goToAnnotation(
  documentId: DocumentId,
  annotationId: AnnotationId | undefined,
): Promise<void> {
  const place: Place = { view: TEXT_VIEW, documentId, selectedId: annotationId };
  await inTurn(() => travelTo(place, (trail) => visit(trail, placeOf(store.getState()))));
}

export function canGoBack(state: AppState): boolean {
  return stepBack(state.trail, isThere(state)) !== undefined;
}

export function canGoForward(state: AppState): boolean {
  return stepForward(state.trail, isThere(state)) !== undefined;
}

/** To the place before this one, as in a browser. */
export async function goBack(): Promise<void> {
  await inTurn(() => step(stepBack));
}

export async function goForward(): Promise<void> {
  await inTurn(() => step(stepForward));
}

async function step(take: typeof stepBack): Promise<void> {
  const state = store.getState();
  const stepped = take(state.trail, isThere(state));
  if (stepped !== undefined) await travelTo(stepped.here, () => stepped);
}

let journey: Promise<void> = Promise.resolve();

/** A step pressed while the one before is still on its way starts from where that one arrives. */
function inTurn(travel: () => Promise<void>): Promise<void> {
  journey = journey.then(travel, travel);
  return journey;
}

/** While we travel, what changes on the way is not a place of its own. */
let isTravelling = false;

async function travelTo(place: Place, arrive: (trail: PlaceTrail) => PlaceTrail): Promise<void> {
  isTravelling = true;
  try {
    if (place.documentId !== undefined) await openDocument(place.documentId);
    if (store.getState().document?.id !== place.documentId) return;
    store.setState({ selectedId: place.selectedId, view: place.view });
    store.setState(({ trail }) => ({ trail: arrive(trail) }));
  } finally {
    isTravelling = false;
  }
}

function isThere(state: AppState): (place: Place) => boolean {
  return ({ documentId }) =>
    documentId === undefined
      ? state.document === undefined
      : state.project !== undefined && findDocument(state.project, documentId) !== undefined;
}

function placeOf({ view, document, selectedId }: AppState): Place {
  return { view, documentId: document?.id, selectedId };
}

/** From now on the trail is kept as one goes. */
export function followPlaces(): void {
  store.subscribe((now, before) => {
    if (now.project?.id !== before.project?.id) {
      store.setState({ trail: startTrail(placeOf(now)) });
      return;
    }
    if (isTravelling) return;
    const isElsewhere = now.document !== before.document || now.view !== before.view;
    if (isElsewhere) {
      const isStart = before.document === undefined && before.view.kind === 'text';
      const place = placeOf(now);
      store.setState(({ trail }) => ({ trail: isStart ? startTrail(place) : visit(trail, place) }));
    } else if (now.selectedId !== before.selectedId) {
      store.setState(({ trail }) => ({ trail: amend(trail, now.selectedId) }));
    }
  });
}
