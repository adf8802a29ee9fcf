import type { EditorView } from 'prosemirror-view';

type DomHandlers = Record<string, (view: EditorView, event: Event) => boolean>;

/**
 * Handlers that stop whatever would change the text before ProseMirror sees it. An input method cannot be stopped by
 * preventing its events, so it is made to end by taking the focus away for a moment.
 */
export function refuseChanges(onPointerDown: (event: PointerEvent) => void): DomHandlers {
  const refuse = (_view: EditorView, event: Event): boolean => {
    event.preventDefault();
    return true;
  };
  return {
    beforeinput: refuse,
    cut: refuse,
    paste: refuse,
    dragstart: refuse,
    compositionstart: (view) => {
      view.dom.blur();
      view.focus();
      return true;
    },
    pointerdown: (_view, event) => {
      onPointerDown(event as PointerEvent);
      return false;
    },
  };
}
