import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useMediaQuery } from './use-media-query';
import { useApp } from '../state/app-state';
import { changeSettings } from '../state/settings-actions';
import { focusMiddle } from './pane-focus';
import { onPanelToggle } from './panel-toggles';

/** Below this width there is no room for the text's measure and both panels; CSS pixels. */
const NARROW = '(max-width: 1239px)';

type PanelName = 'documents' | 'inspector';

export interface Panel {
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

export interface Panels {
  /** In a narrow window panels lie over the page, one at a time, and close when a document was chosen or by Escape. */
  readonly isNarrow: boolean;
  /** Closes what lies over the page; undefined when nothing does. */
  readonly closeDrawer: (() => void) | undefined;
  readonly documents: Panel;
  readonly inspector: Panel;
}

export function usePanels(): Panels {
  const { documentsOpen, inspectorOpen } = useApp((state) => state.settings);
  const isNarrow = useMediaQuery(NARROW);
  const documentId = useApp((state) => state.document?.id);
  const [opened, setOpened] = useState<{ name: PanelName; over: typeof documentId }>();
  // Choosing another document closes what lies over it.
  const drawer = isNarrow && opened?.over === documentId ? opened?.name : undefined;
  useEffect(() => {
    if (drawer === undefined) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setOpened(undefined);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [drawer]);

  const last = useRef(drawer);
  useLayoutEffect(() => {
    const wasOpen = last.current !== undefined;
    last.current = drawer;
    // Whoever was in it goes on with what it lay over.
    if (wasOpen && drawer === undefined && document.activeElement === document.body) focusMiddle();
  }, [drawer]);

  const panel = (name: PanelName, isOpen: boolean): Panel => ({
    isOpen: isNarrow ? drawer === name : isOpen,
    toggle: () => {
      if (isNarrow) setOpened(drawer === name ? undefined : { name, over: documentId });
      else
        changeSettings(
          name === 'documents' ? { documentsOpen: !isOpen } : { inspectorOpen: !isOpen },
        );
    },
  });
  const panels = {
    isNarrow,
    closeDrawer:
      drawer !== undefined
        ? () => {
            setOpened(undefined);
          }
        : undefined,
    documents: panel('documents', documentsOpen),
    inspector: panel('inspector', inspectorOpen),
  };
  useEffect(() =>
    onPanelToggle((name) => {
      panels[name].toggle();
    }),
  );
  return panels;
}
