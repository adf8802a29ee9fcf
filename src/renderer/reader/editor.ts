import type { Node } from 'prosemirror-model';
import { EditorState, Plugin, type Transaction } from 'prosemirror-state';
import { EditorView, type DecorationSet } from 'prosemirror-view';
import { t } from '../../core/messages/message';
import { hideEditableFromReact } from './react-focus';
import { refuseChanges } from './read-only';
import { readerSchema } from './schema';
import type { Sections } from './sections';
import styles from './reader.module.css';

interface EditorEvents {
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onMouseDown: (event: MouseEvent) => void;
  /** What is selected, for the clipboard. */
  readonly copied: () => string;
  readonly dispatch: (transaction: Transaction) => void;
}

/** ProseMirror as a reader: a text that can be read, selected and copied, and never changed. */
export function createEditor(
  mount: HTMLElement,
  doc: Node,
  title: string,
  sections: Sections,
  paint: () => DecorationSet,
  events: EditorEvents,
): EditorView {
  hideEditableFromReact(mount);
  return new EditorView(
    { mount },
    {
      state: EditorState.create({ schema: readerSchema, doc }),
      nodeViews: { section: (node) => sections.createView(node) },
      decorations: paint,
      plugins: [new Plugin({ props: { decorations: () => sections.decorations } })],
      dispatchTransaction: events.dispatch,
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-readonly': 'true',
        'aria-label': t('window.reader.label', { title }),
        spellcheck: 'false',
        translate: 'no',
        class: styles['text'] as string,
      },
      handleKeyDown: (_view, event) => events.onKey(event),
      handleDOMEvents: refuseChanges({
        onPointerDown: events.onPointerDown,
        onMouseDown: events.onMouseDown,
        copy: events.copied,
      }),
      handlePaste: () => true,
      handleDrop: () => true,
      scrollMargin: 48,
      scrollThreshold: 48,
    },
  );
}
