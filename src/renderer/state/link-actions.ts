import type { Annotation } from '../../core/annotation/annotation';
import { codeName } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { choicesBetween, linkChoices, type LinkChoice } from '../../core/project/link-choice';
import { isGold } from '../../core/verdict/gold-coder';
import { openAnnotations, selectedAnnotation } from './annotation-actions';
import { store, type AppState } from './app-state';
import type { LinkMode } from './link-mode';
import { link } from './relation-actions';
import { focusText } from './text-focus';
import { showToast } from './toasts';

/** Begins to link the selected annotation, or says why it cannot be. */
export function startLink(): void {
  const { project, coderId } = store.getState();
  const annotation = selectedAnnotation();
  if (project === undefined) return;
  if (annotation === undefined) showToast(t('relations.selectFirst'));
  else if (annotation.coderId !== coderId && !isGold(annotation.coderId))
    showToast(t('relations.notYours'));
  else if (linkChoices(project.codebook, annotation.codeId).length === 0) {
    showToast(t('relations.noKinds', { code: codeName(project.codebook, annotation.codeId) }));
  } else store.setState({ link: { step: 'kind', annotationId: annotation.id } });
}

/** Links two annotations that were brought together; asks for the kind where several would fit. */
export function linkDropped(annotation: Annotation, other: Annotation): void {
  const { project } = store.getState();
  if (project === undefined) return;
  if (annotation.coderId !== other.coderId) {
    showToast(t('relations.notYours'));
    return;
  }
  const choices = choicesBetween(project.codebook, annotation.codeId, other.codeId);
  const [first] = choices;
  if (first === undefined) {
    const from = codeName(project.codebook, annotation.codeId);
    showToast(t('relations.noneBetween', { from, to: codeName(project.codebook, other.codeId) }));
  } else if (choices.length === 1) {
    link(annotation, other, first);
    focusText();
  } else {
    store.setState({
      link: { step: 'kind', annotationId: annotation.id, otherId: other.id },
      pointedId: other.id,
    });
  }
}

/** Goes on from the kind to the other end, or makes the link when that is known. */
export function chooseLinkKind(mode: LinkMode, choice: LinkChoice): void {
  const { find } = openAnnotations(store.getState());
  const annotation = find(mode.annotationId);
  const other = mode.step === 'kind' ? find(mode.otherId) : undefined;
  if (annotation === undefined || other === undefined) {
    store.setState({ link: { step: 'end', annotationId: mode.annotationId, choice } });
  } else {
    leaveLink();
    link(annotation, other, choice);
  }
}

/** Back to the text, with the annotation still selected. */
export function leaveLink(): void {
  store.setState({ link: undefined, pointedId: undefined });
  focusText();
}

/** The link that is being made and its annotation; nothing once that is no longer selected on the page. */
export function linkInHand(state: AppState): LinkMode | undefined {
  const { link: mode, selectedId, view } = state;
  return mode?.annotationId === selectedId && view.kind === 'text' ? mode : undefined;
}
