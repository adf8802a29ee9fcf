import type { Annotation } from '../../core/annotation/annotation';
import { codeName } from '../../core/codebook/codebook';
import type { CodeId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { missingAttributes } from '../../core/project/effective';
import { neighbourQuestion, nextQuestion, questionsOf } from '../../core/project/questions';
import { annotate, mayChange, selectedAnnotation } from './annotation-actions';
import type { Span } from '../../core/text/span';
import { store } from './app-state';
import { focusText } from './text-focus';
import { announce, showToast } from './toasts';

/** Codes a passage of the open document at once, and asks for what the annotation still needs. */
export function codeAndAsk(span: Span, codeId: CodeId): void {
  annotate(span, codeId);
  const annotation = selectedAnnotation();
  if (annotation !== undefined) askMissing(annotation);
}

function askMissing(annotation: Annotation): void {
  const { project } = store.getState();
  const attributeId = project && nextQuestion(project, annotation);
  if (attributeId !== undefined) ask(annotation, attributeId);
}

/** Asks an annotation again: for what is missing, or from its first attribute on when nothing is. */
export function askAgain(annotation: Annotation): void {
  const { project } = store.getState();
  if (project === undefined || !mayChange(annotation)) return;
  const attributeId = nextQuestion(project, annotation) ?? questionsOf(project, annotation)[0]?.id;
  if (attributeId !== undefined) ask(annotation, attributeId);
  else showToast(t('coding.bar.nothing', { code: codeName(project.codebook, annotation.codeId) }));
}

function ask(annotation: Annotation, attributeId: string): void {
  store.setState({ asking: { annotationId: annotation.id, attributeId } });
}

/** On to the next required attribute without a value; after the last one back to the text. */
export function askNext(): void {
  const { project, asking } = store.getState();
  const annotation = selectedAnnotation();
  if (project === undefined || asking === undefined || annotation === undefined) return;
  const next = nextQuestion(project, annotation, asking.attributeId);
  if (next === undefined) leaveAsking();
  else ask(annotation, next);
}

/** To the attribute before or after this one, whether it has a value or not; past the last one back to the text. */
export function askNeighbour(by: 1 | -1): void {
  const { project, asking } = store.getState();
  const annotation = selectedAnnotation();
  if (project === undefined || asking === undefined || annotation === undefined) return;
  const wanted = neighbourQuestion(project, annotation, asking.attributeId, by);
  if (wanted !== undefined) ask(annotation, wanted);
  else if (by === 1) leaveAsking();
}

/** Back to the text; what was not answered stays for later. */
export function leaveAsking(): void {
  stopAsking();
  focusText();
}

/** The same without moving the focus, for when it has gone elsewhere. */
export function stopAsking(): void {
  const { project, asking } = store.getState();
  if (asking === undefined) return;
  store.setState({ asking: undefined });
  const annotation = selectedAnnotation();
  if (project === undefined || annotation?.id !== asking.annotationId) return;
  const n = missingAttributes(project, annotation).length;
  const code = codeName(project.codebook, annotation.codeId);
  announce(n === 0 ? t('coding.bar.done', { code }) : t('coding.bar.left', { code, n }));
}
