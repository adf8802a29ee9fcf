import type { Annotation, Part } from '../../core/annotation/annotation';
import { withoutPiece, withPiece, type Pieces } from '../../core/annotation/pieces';
import { t } from '../../core/messages/message';
import { createSelector } from '../../core/text/quote';
import { spansEqual, spansOverlap, type Span } from '../../core/text/span';
import { mayChange, now } from './annotation-actions';
import { store } from './app-state';
import { perform } from './project-actions';
import { announce, showToast } from './toasts';

/** Makes the passage the part of that name, in place of those that had the name. */
export function setPart(annotation: Annotation, name: string, span: Span): void {
  const others = annotation.parts.filter((part) => part.name !== name);
  addPart({ ...annotation, parts: others }, name, span);
}

/** Makes the passage one more part of that name. */
export function addPart(annotation: Annotation, name: string, span: Span): void {
  const text = textOf(annotation);
  if (text === undefined || !mayChange(annotation)) return;
  const { parts } = annotation;
  if (parts.some((part) => part.name === name && spansEqual(part.selector, span))) return;
  const selector = createSelector(text, span);
  announce(t('reader.part.set', { part: name, quote: selector.exact }));
  changeParts(annotation, [...parts, { name, selector }]);
}

/** `part` is one of the annotation's own. */
export function removePart(annotation: Annotation, part: Part): void {
  if (!mayChange(annotation)) return;
  announce(t('reader.part.removed', { part: part.name }));
  changeParts(
    annotation,
    annotation.parts.filter((one) => one !== part),
  );
}

/** Makes the passage part of what the annotation covers. */
export function addPiece(annotation: Annotation, span: Span): void {
  const { pieces } = annotation;
  if (pieces.some((piece) => piece.start <= span.start && span.end <= piece.end)) {
    showToast(t('reader.piece.inside'));
    return;
  }
  changePieces(annotation, withPiece(pieces, span), 'reader.piece.added');
}

/** Takes the passage out of what the annotation covers; never all of it. */
export function removePiece(annotation: Annotation, span: Span): void {
  const text = textOf(annotation);
  if (text === undefined) return;
  if (!annotation.pieces.some((piece) => spansOverlap(piece, span))) {
    showToast(t('reader.piece.outside'));
    return;
  }
  const left = withoutPiece(text, annotation.pieces, span);
  if (left === undefined) showToast(t('reader.piece.all'));
  else changePieces(annotation, left, 'reader.piece.removed');
}

function changeParts({ documentId, id }: Annotation, parts: readonly Part[]): void {
  void perform({
    kind: 'annotation.parts',
    documentId,
    annotationId: id,
    parts,
    modifiedAt: now(),
  });
}

function changePieces(
  annotation: Annotation,
  [first, ...rest]: Pieces,
  said: 'reader.piece.added' | 'reader.piece.removed',
): void {
  const text = textOf(annotation);
  if (text === undefined || !mayChange(annotation)) return;
  announce(t(said, { n: rest.length + 1 }));
  void perform({
    kind: 'annotation.move',
    documentId: annotation.documentId,
    annotationId: annotation.id,
    pieces: [createSelector(text, first), ...rest.map((piece) => createSelector(text, piece))],
    modifiedAt: now(),
  });
}

/** The text it lies in, which is the one on the page. */
function textOf(annotation: Annotation): string | undefined {
  const { document } = store.getState();
  return document?.id === annotation.documentId ? document.text : undefined;
}
