import { t } from '../../core/messages/message';
import type { AddedTexts, ExportChoice } from '../../ipc/contract';
import type { Result } from '../../core/result';
import { store } from './app-state';
import { openDocument } from './document-actions';
import { undo } from './project-actions';
import { dropWaysBack, showFault, showToast } from './toasts';

export async function exportSets(choice: ExportChoice): Promise<void> {
  const answer = await window.postil.ask('sets.export', choice);
  if (!answer.ok) showFault(answer.fault);
  else if (answer.value !== undefined) {
    store.setState({ dialog: undefined });
    showToast(t('window.exported', { n: answer.value.annotations, file: answer.value.fileName }));
  }
}

/** Lets the person choose a file and shows what importing it would do, or why it cannot be. */
export async function chooseImport(): Promise<void> {
  const answer = await window.postil.ask('sets.chooseImport');
  if (!answer.ok) store.setState({ dialog: { kind: 'refused', refusal: answer.fault } });
  else if (answer.value !== undefined)
    store.setState({ dialog: { kind: 'import', preview: answer.value } });
}

export async function confirmImport(planId: number): Promise<void> {
  const answer = await window.postil.ask('sets.confirmImport', planId);
  store.setState({ dialog: undefined });
  if (!answer.ok) {
    showFault(answer.fault);
    return;
  }
  dropWaysBack();
  showToast(t('window.done', { name: answer.value.name }), {
    label: t('window.undo'),
    run: () => void undo(),
  });
  const { project, document } = store.getState();
  const first = project?.documents[0]?.id;
  if (document === undefined && first !== undefined) await openDocument(first);
}

export async function chooseTexts(): Promise<void> {
  const answer = await window.postil.ask('texts.choose');
  showAdded(answer);
}

export async function dropTexts(files: readonly File[]): Promise<void> {
  showAdded(await window.postil.dropTexts(files));
}

/** After texts were added: what was noticed, and the first of them on the page. */
function showAdded(answer: Result<AddedTexts | undefined>): void {
  if (!answer.ok) {
    showFault(answer.fault);
    return;
  }
  if (answer.value === undefined) return;
  const { documentIds, notices } = answer.value;
  if (notices.length > 0) store.setState({ dialog: { kind: 'notices', notices } });
  const first = documentIds[0];
  if (first === undefined) return;
  dropWaysBack();
  showToast(t('window.addedTexts', { n: documentIds.length }), {
    label: t('window.undo'),
    run: () => void undo(),
  });
  void openDocument(first);
}
