import type { EditorView } from 'prosemirror-view';

type DomHandlers = Record<string, (view: EditorView, event: Event) => boolean>;

/**
 * Handlers that stop whatever would change the text before ProseMirror sees it. An input method cannot be stopped by
 * preventing its events, so it is made to end by taking the focus away for a moment.
 */
export function refuseChanges(events: {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onMouseDown: (event: MouseEvent) => void;
  /** The selected words, which the clipboard gets as they are, without markup. */
  readonly copy: () => string;
}): DomHandlers {
  const refuse = (_view: EditorView, event: Event): boolean => {
    event.preventDefault();
    return true;
  };
  return {
    beforeinput: refuse,
    cut: refuse,
    copy: (_view, event) => {
      const words = events.copy();
      if (words !== '') (event as ClipboardEvent).clipboardData?.setData('text/plain', words);
      event.preventDefault();
      return true;
    },
    paste: refuse,
    dragstart: refuse,
    compositionstart: (view) => {
      view.dom.blur();
      view.focus();
      return true;
    },
    mousedown: (_view, event) => {
      events.onMouseDown(event as MouseEvent);
      return false;
    },
    pointerdown: (_view, event) => {
      events.onPointerDown(event as PointerEvent);
      return false;
    },
  };
}
