import type { MergeChoices } from '../../core/merging/unmatched';
import { t } from '../../core/messages/message';
import type { UnmatchedPreview } from '../../ipc/contract';
import { store } from './app-state';
import { createLook } from './looking';
import { undo } from './project-actions';
import { showFault, showToast } from './toasts';

/** Looks what does not match in the project, and asks about it. */
export async function lookForUnmatched(): Promise<void> {
  const look = createLook();
  look.begin({ kind: 'unmatched', preview: undefined }, t('merging.looking'));
  const found = await window.postil.ask('unmatched.look');
  const preview = found.ok ? found.value : undefined;
  const matches = preview?.unmatched.length === 0;
  const next =
    preview === undefined || matches ? undefined : ({ kind: 'unmatched', preview } as const);
  if (!look.end(next)) return;
  if (!found.ok) showFault(found.fault);
  else if (matches) showToast(t('merging.allMatches'));
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
