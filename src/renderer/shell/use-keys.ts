import { useEffect } from 'react';
import { actionOf, runAction } from '../state/actions';
import { store } from '../state/app-state';
import { isInField } from '../state/fields';
import { goBack, goForward } from '../state/view-actions';

/**
 * The keys that work anywhere in the window, and the back and forward buttons of a mouse. What was focused sees a key
 * first; a dialog keeps all of them.
 */
export function useKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (wasTaken(event) || store.getState().dialog !== undefined) return;
      const id = actionOf(event, 'window');
      // A text field has an undo of its own.
      if (id === undefined || ((id === 'undo' || id === 'redo') && isInField())) return;
      event.preventDefault();
      runAction(id);
    };
    const onButton = (event: MouseEvent): void => {
      if (store.getState().dialog !== undefined) return;
      if (event.button === 3) void goBack();
      if (event.button === 4) void goForward();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('mouseup', onButton);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('mouseup', onButton);
    };
  }, []);
}

/** The text keeps the keys of an editor (Ctrl+Z, Ctrl+I) from the browser, but has no use for them: it cannot be changed. */
function wasTaken({ defaultPrevented, target }: KeyboardEvent): boolean {
  return defaultPrevented && !(target instanceof HTMLElement && target.isContentEditable);
}
