import type { DocumentId } from '../../core/ids';
import { findParagraphs } from '../../core/text/paragraph';
import type { ReadingPlace } from '../../ipc/settings';
import { store } from './app-state';
import { showFault } from './toasts';
import { TEXT_VIEW } from './view';

/** The document that was asked for last; an answer for another comes too late to be shown. */
let asked: DocumentId | undefined;

/** Puts a document on the page, at the place where it was left; what lay over the text goes away. */
export async function openDocument(id: DocumentId): Promise<void> {
  asked = id;
  if (store.getState().document?.id === id) {
    store.setState({ view: TEXT_VIEW });
    return;
  }
  const answer = await window.postil.ask('document.text', id);
  if (asked !== id) return;
  if (!answer.ok) {
    showFault(answer.fault);
    return;
  }
  const text = answer.value;
  store.setState({
    document: { id, text, paragraphs: findParagraphs(text) },
    selectedId: undefined,
    view: TEXT_VIEW,
  });
  void window.postil.ask('document.open', id);
}

/** Remembers where a document was left; the farthest end of the text that was seen only grows. */
export function keepPlace(id: DocumentId, place: ReadingPlace): void {
  const before = store.getState().places[id];
  const furthest = Math.max(before?.furthest ?? 0, place.furthest);
  const isSame =
    before?.offset === place.offset &&
    before.fraction === place.fraction &&
    before.furthest === furthest;
  if (isSame) return;
  const next = { ...place, furthest };
  store.setState(({ places }) => ({ places: { ...places, [id]: next } }));
  void window.postil.ask('document.place', id, next);
}
