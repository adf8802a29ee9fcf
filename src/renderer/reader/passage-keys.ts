import type { Annotation, Part } from '../../core/annotation/annotation';
import { findCode, type PartDefinition } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { spansEqual, type Span } from '../../core/text/span';
import { actionOf } from '../state/actions';
import { mayEdit, selectedAnnotation } from '../state/annotation-actions';
import { store } from '../state/app-state';
import { addPart, addPiece, removePart, removePiece, setPart } from '../state/part-actions';
import { showToast } from '../state/toasts';
import { currentReader } from './current-reader';

/** What is done with the passage that is selected in the text. */
export type PassageAct = (span: Span) => void;

/**
 * What a key does with the passage for the selected annotation: adding and cutting pieces, and 1 to 9 make it a part, with
 * Shift one more of that name, a second time no part. A code whose key is such a digit waits until none is selected.
 */
export function passageAct(event: KeyboardEvent): PassageAct | undefined {
  const annotation = selectedAnnotation();
  if (annotation === undefined || event.ctrlKey || event.metaKey) return undefined;
  const action = actionOf(event, 'text');
  if (action === 'add-piece' || action === 'remove-piece') {
    const act = action === 'add-piece' ? addPiece : removePiece;
    return (span) => {
      act(annotation, span);
    };
  }
  const part = partsToMark(annotation)[digitOf(event) - 1];
  if (part === undefined) return undefined;
  return (span) => {
    markPart(annotation, part.name, span, event.shiftKey);
  };
}

/** The same for an action that was chosen in a menu or the palette; says what is missing for it. */
export function actOnPassage(act: typeof addPiece): void {
  const reader = currentReader();
  const annotation = selectedAnnotation();
  const span = reader?.passage(false);
  if (reader === undefined || annotation === undefined || span === undefined) {
    showToast(t('reader.piece.nothing'));
    return;
  }
  reader.collapse();
  act(annotation, span);
}

/** Makes a passage a part, in place of those of the name or (`isOneMore`) beside them; what is it already, no longer is. */
export function markPart(
  annotation: Annotation,
  name: string,
  span: Span,
  isOneMore: boolean,
): void {
  const already = findPart(annotation, name, span);
  if (already !== undefined) removePart(annotation, already);
  else if (isOneMore) addPart(annotation, name, span);
  else setPart(annotation, name, span);
}

/** The part of that name which is exactly this passage. */
export function findPart({ parts }: Annotation, name: string, span: Span): Part | undefined {
  return parts.find((part) => part.name === name && spansEqual(part.selector, span));
}

/** The parts that a passage can be made of an annotation; none of another coder's. */
export function partsToMark(annotation: Annotation): readonly PartDefinition[] {
  const codebook = store.getState().project?.codebook;
  if (codebook === undefined || !mayEdit(annotation)) return [];
  return findCode(codebook, annotation.codeId)?.parts ?? [];
}

/** With Shift the key gives another character, so its place counts; the number pad's keys may be arrows. NaN: none. */
function digitOf({ key, code }: KeyboardEvent): number {
  const placed = /^Digit([1-9])$/.exec(code)?.[1];
  return Number(placed ?? (/^[1-9]$/.test(key) ? key : Number.NaN));
}
