import { activeCodes, type Code } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { actionOf, runAction } from '../state/actions';
import { recode, selectAnnotation, selectedAnnotation } from '../state/annotation-actions';
import { store } from '../state/app-state';
import { codeAndAsk } from '../state/asking';
import { shownAnnotations } from '../state/list-filter';
import { showToast } from '../state/toasts';
import { extentOf } from '../../core/annotation/annotation';
import {
  endOfText,
  nextParagraph,
  nextSentence,
  previousParagraph,
  previousSentence,
  startOfText,
  type CaretStep,
} from './caret';
import { closeFind, findStore } from './find';
import { passageAct } from './passage-keys';
import type { ReaderView } from './reader-view';

/** What a key does while the text has the focus; true when it was for the reader. */
export type ReaderKeys = (event: KeyboardEvent, view: ReaderView) => boolean;

export function createReaderKeys(overlay: () => HTMLElement | null): ReaderKeys {
  return (event, view) => {
    if (event.isComposing) return false;
    const handled = onKey(event, view, overlay);
    if (handled) event.preventDefault();
    return handled;
  };
}

function onKey(event: KeyboardEvent, view: ReaderView, overlay: () => HTMLElement | null): boolean {
  const step = caretStep(event);
  if (step !== undefined) {
    view.moveCaret(step, event.shiftKey);
    return true;
  }
  if (event.key === 'Escape') return leave(view);
  if (isPlainTab(event) && view.passage(true) !== undefined && focusBar(overlay)) return true;
  const act = passageAct(event);
  const passage = act && view.passage(event.altKey);
  if (act !== undefined && passage !== undefined) {
    view.collapse();
    act(passage);
    return true;
  }
  if (codeKey(event, view)) return true;
  const action = actionOf(event, 'text');
  if (action !== undefined) return runAction(action) || !isTab(event);
  return isTyping(event);
}

function caretStep(event: KeyboardEvent): CaretStep | undefined {
  const isMac = store.getState().platform === 'mac';
  const sentence = isMac ? event.ctrlKey && event.altKey : event.altKey && !event.ctrlKey;
  const paragraph = isMac ? event.altKey && !event.ctrlKey : event.ctrlKey && !event.altKey;
  if (event.key === 'ArrowRight' && sentence) return nextSentence;
  if (event.key === 'ArrowLeft' && sentence) return previousSentence;
  if (event.key === 'ArrowDown' && paragraph) return nextParagraph;
  if (event.key === 'ArrowUp' && paragraph) return previousParagraph;
  // The browser's own step would be taken back by ProseMirror, which restores the selection a moment after the focus.
  if (event.key === 'Home' && event.ctrlKey && !isMac) return startOfText;
  if (event.key === 'End' && event.ctrlKey && !isMac) return endOfText;
  return undefined;
}

function leave(view: ReaderView): boolean {
  if (findStore.getState().isOpen) closeFind();
  else if (view.passage(true) !== undefined) view.collapse();
  else selectAnnotation(undefined);
  return true;
}

/** When a passage is selected, Tab goes to the bar beside it. */
function focusBar(overlay: () => HTMLElement | null): boolean {
  const button = overlay()?.querySelector<HTMLElement>('[role=toolbar] button');
  button?.focus();
  return button !== null && button !== undefined;
}

function isTab(event: KeyboardEvent): boolean {
  return event.key === 'Tab';
}

function isPlainTab(event: KeyboardEvent): boolean {
  return isTab(event) && !event.shiftKey && !event.ctrlKey && !event.altKey;
}

/** What would change the text, were it not read-only. */
function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  const isEditing = ['Enter', 'Delete', 'Backspace'].includes(event.key);
  return isEditing || (event.key.length === 1 && !event.altKey);
}

/**
 * Selects the next (or previous) annotation after the selected one, or after the caret, in text order, of those that the list
 * shows, the stacked ones one after the other; false at the end, where Tab goes on to the next part of the window, so that it never traps.
 */
export function walkAnnotations(view: ReaderView, back: boolean): boolean {
  const state = store.getState();
  const sorted = shownAnnotations(state);
  const selected = sorted.findIndex((one) => one.id === state.selectedId);
  const caret = view.caret();
  const fromCaret = back
    ? sorted.findLastIndex((one) => extentOf(one).start < caret)
    : sorted.findIndex((one) => extentOf(one).start >= caret);
  const wanted = selected === -1 ? fromCaret : selected + (back ? -1 : 1);
  const next = sorted[wanted];
  if (next === undefined || wanted < 0) return false;
  selectAnnotation(next.id);
  view.setCaret(extentOf(next).start);
  return true;
}

/** The key of a code codes the selection; without one it recodes the selected annotation. Alt: exactly as selected. */
function codeKey(event: KeyboardEvent, view: ReaderView): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  const code = codeOf(event);
  if (code === undefined) return false;
  const span = view.passage(event.altKey);
  if (span !== undefined) {
    view.collapse();
    codeAndAsk(span, code.id);
    return true;
  }
  const annotation = selectedAnnotation();
  if (annotation !== undefined) {
    recode(annotation, code.id);
  } else {
    showToast(
      t(view.hasSelection() ? 'window.reader.onlyBlanks' : 'window.reader.nothingSelected'),
    );
  }
  return true;
}

/** With Alt the system may give another character, so the key's place counts then. */
function codeOf(event: KeyboardEvent): Code | undefined {
  const { project } = store.getState();
  if (project === undefined) return undefined;
  const typed = event.key.toLowerCase();
  const placed = event.code.replace(/^(?:Key|Digit)/, '').toLowerCase();
  return activeCodes(project.codebook).find(
    (code) =>
      code.key !== undefined && (code.key === typed || (event.altKey && code.key === placed)),
  );
}
