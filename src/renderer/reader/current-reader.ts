import { setTextFocus } from '../state/text-focus';
import type { ReaderView } from './reader-view';

let current: ReaderView | undefined;

/** The reader on the screen, for menus and keys of the window; there is never more than one. */
export function currentReader(): ReaderView | undefined {
  return current;
}

export function setCurrentReader(view: ReaderView | undefined): void {
  current = view;
  setTextFocus(
    view === undefined
      ? undefined
      : {
          focus: () => {
            view.focus();
          },
          reveal: (span) => {
            view.reveal(span);
          },
        },
  );
}
