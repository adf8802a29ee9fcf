import { useEffect } from 'react';
import { store } from '../state/app-state';
import { isInField } from '../state/fields';
import { redo, undo } from '../state/project-actions';
import { togglePanel } from './panel-toggles';

/**
 * F6 goes round the parts of the window, Ctrl+M goes to the memo of the selected annotation. Undo and redo are the
 * menu's too; the window takes their keys first, because only it knows whether a text field means its own.
 */
export function useKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (store.getState().dialog !== undefined) return;
      if (event.key === 'F6') {
        event.preventDefault();
        focusNextPane(event.shiftKey);
      } else if (isUndo(event) || isRedo(event)) {
        if (isInField()) return;
        event.preventDefault();
        void (isUndo(event) ? undo() : redo());
      } else if (event.key.toLowerCase() === 'm' && event.ctrlKey && !event.shiftKey) {
        event.preventDefault();
        focusMemo();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}

function isUndo(event: KeyboardEvent): boolean {
  return hasModifier(event) && !event.shiftKey && event.key.toLowerCase() === 'z';
}

function isRedo(event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  return hasModifier(event) && (event.shiftKey ? key === 'z' : key === 'y' && !event.metaKey);
}

function hasModifier(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey;
}

function focusNextPane(back: boolean): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(current + (back ? panes.length - 1 : 1)) % panes.length];
  const wanted = ['[role=textbox]', '[aria-current]', '[data-memo]', 'button, input'];
  const inside = wanted.map((selector) => next?.querySelector<HTMLElement>(selector));
  (inside.find((element) => element) ?? next)?.focus();
}

/** The memo of the selected annotation, in its panel, which opens for it. */
function focusMemo(): void {
  const find = (): HTMLTextAreaElement | null => document.querySelector('[data-memo]');
  if (find() === null && store.getState().selectedId !== undefined) {
    togglePanel('inspector');
    requestAnimationFrame(() => find()?.focus());
  } else {
    find()?.focus();
  }
}
