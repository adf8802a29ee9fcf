import type { MergeChoices } from '../../core/merging/unmatched';
import { t } from '../../core/messages/message';
import type { UnmatchedPreview } from '../../ipc/contract';
import { store } from './app-state';
import { undo } from './project-actions';
import { showFault, showToast, showWorking } from './toasts';

/** Looks what does not match in the project, and asks about it. */
export async function lookForUnmatched(): Promise<void> {
  const isLooked = showWorking(t('merging.looking'));
  const found = await window.postil.ask('unmatched.look');
  isLooked();
  if (!found.ok) showFault(found.fault);
  else if (found.value.unmatched.length === 0) showToast(t('merging.allMatches'));
  else store.setState({ dialog: { kind: 'unmatched', preview: found.value } });
}

export async function settleUnmatched(
  { planId }: UnmatchedPreview,
  choices: MergeChoices,
): Promise<void> {
  const done = await window.postil.ask('unmatched.settle', planId, choices);
  if (!done.ok) {
    showFault(done.fault);
    return;
  }
  store.setState({ dialog: undefined });
  const back = { label: t('window.undo'), run: () => void undo() };
  showToast(t('merging.settled'), done.value ? back : undefined);
}
