import { flushSync } from 'react-dom';
import { store } from '../state/app-state';
import { letPanelCatchUp } from '../state/panel-catch-up';
import { focusText } from '../state/text-focus';
import { togglePanel } from './panel-toggles';

/** Goes to the next part of the window (or the one before), to what is most likely wanted in it. */
export function focusNextPane(back: boolean): void {
  letPanelCatchUp();
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(current + (back ? panes.length - 1 : 1)) % panes.length];
  const wanted = ['[role=textbox]', '[aria-current]', '[data-memo]', 'button, input'];
  const inside = wanted.map((selector) => next?.querySelector<HTMLElement>(selector));
  (inside.find((element) => element) ?? next)?.focus();
}

/** The text, or the page over it. */
export function focusMiddle(): void {
  if (store.getState().view.kind === 'text') focusText();
  else document.querySelector<HTMLElement>('main section[data-pane]')?.focus();
}

/** The memo of the selected annotation, in its panel, which opens for it. */
export function focusMemo(): void {
  focusInInspector('[data-memo]');
}

/** The first attribute that is missing, or else the first one, in the panel, which opens for it. */
export function focusAttributes(): void {
  focusInInspector('[data-attribute][data-missing]', '[data-attribute]');
}

function focusInInspector(...selectors: readonly string[]): void {
  const find = (): HTMLElement | undefined =>
    selectors
      .map((selector) => document.querySelector<HTMLElement>(selector))
      .find((element) => element !== null) ?? undefined;
  letPanelCatchUp();
  if (find() === undefined && store.getState().selectedId !== undefined) {
    // In the same moment: the next key is for what is in the panel, however soon it comes.
    flushSync(() => {
      togglePanel('inspector');
    });
  }
  find()?.focus();
}
