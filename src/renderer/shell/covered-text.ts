import { store } from '../state/app-state';

/**
 * Lets go of the text when a page comes over it, before the page is made: what is covered takes no keys, and a browser looks
 * for the place of what is selected in every frame, which takes half of one where a long text is covered. The text knows
 * what is selected in it, and marks it again when it has the focus.
 */
export function followCovering(): void {
  store.subscribe((now, before) => {
    if (before.view.kind !== 'text' || now.view.kind === 'text') return;
    const text = document.querySelector('main');
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && text?.contains(activeElement) === true) {
      activeElement.blur();
    }
    const selection = getSelection();
    if (text?.contains(selection?.anchorNode ?? null) === true) selection?.removeAllRanges();
  });
}
