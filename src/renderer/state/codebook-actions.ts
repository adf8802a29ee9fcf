import { quoteOf, type Annotation } from '../../core/annotation/annotation';
import { findCode } from '../../core/codebook/codebook';
import { revise, withPatch, type Content, type Occasion } from '../../core/codebook/edit';
import type { Timestamp } from '../../core/ids';
import { t } from '../../core/messages/message';
import { planCodebook, type CodebookChange } from '../../core/project/codebook-change';
import type { Renaming } from '../../core/project/refit';
import { store } from './app-state';
import { selectedAnnotation } from './annotation-actions';
import { perform, undo } from './project-actions';
import { dropWaysBack, showFault, showToast } from './toasts';

/** Now, by the coder at this computer. */
export function occasionFor(reason: string): Occasion {
  const { coderId } = store.getState();
  return { at: new Date().toISOString() as Timestamp, coderId, reason };
}

/** Carries out a change of the codebook and says it, with the way back beside it. */
export async function performChange(change: CodebookChange, said: string): Promise<boolean> {
  const done = await perform(change.command);
  if (done) showToast(said, { label: t('window.undo'), run: () => void undo() });
  return done;
}

/** The codebook with other content as a new revision, with what that does to the annotations; nothing if it is the same. */
export async function reviseCodebook(
  content: Partial<Content>,
  reason: string,
  said: string,
  renaming: Renaming = {},
): Promise<boolean> {
  const { project } = store.getState();
  if (project === undefined) return false;
  const occasion = occasionFor(reason);
  const next = revise(project.codebook, content, occasion);
  if (next === project.codebook) return true;
  return performChange(planCodebook(project, next, occasion.at, renaming), said);
}

/** Makes the passage of an annotation an example of its code. */
export function addExample(annotation: Annotation): void {
  const { project } = store.getState();
  const code = project && findCode(project.codebook, annotation.codeId);
  if (project === undefined || code === undefined) return;
  const quote = quoteOf(annotation);
  if (code.examples.some((example) => example.quote === quote)) {
    showToast(t('codebook.examples.there', { code: code.name }));
    return;
  }
  const examples = [...code.examples, { quote, note: '' }];
  void reviseCodebook(
    { codes: withPatch(project.codebook.codes, code.id, { examples }) },
    t('codebook.reason.example', { name: code.name }),
    t('codebook.examples.added', { code: code.name }),
  );
}

export function addSelectedExample(): void {
  const annotation = selectedAnnotation();
  if (annotation === undefined) showToast(t('codebook.examples.select'));
  else addExample(annotation);
}

/** Says that an annotation is right under the definition as it is now. */
export function confirmAnnotation({ documentId, id }: Annotation): Promise<boolean> {
  return perform({
    kind: 'annotation.confirm',
    documentId,
    annotationId: id,
    modifiedAt: new Date().toISOString() as Timestamp,
  });
}

export async function exportCodebook(): Promise<void> {
  const answer = await window.postil.ask('codebook.export');
  if (!answer.ok) showFault(answer.fault);
  else if (answer.value !== undefined) {
    showToast(t('codebook.exported', { file: answer.value }));
  }
}

/** Lets the person choose a file and shows what importing it would do, or why it cannot be. */
export async function chooseCodebook(): Promise<void> {
  const answer = await window.postil.ask('codebook.chooseImport');
  if (!answer.ok) store.setState({ dialog: { kind: 'refused', refusal: answer.fault } });
  else if (answer.value !== undefined) {
    store.setState({ dialog: { kind: 'codebook-import', preview: answer.value } });
  }
}

export async function confirmCodebook(planId: number, retireOthers: boolean): Promise<void> {
  const answer = await window.postil.ask('codebook.confirmImport', planId, retireOthers);
  store.setState({ dialog: undefined });
  if (!answer.ok) {
    showFault(answer.fault);
    return;
  }
  dropWaysBack();
  showToast(t('codebook.done.imported'), {
    label: t('window.undo'),
    run: () => void undo(),
  });
}
