import { t } from '../../core/messages/message';
import type { PastId } from '../../ipc/contract';
import { announce, showFault, showToast } from './toasts';

export async function backUpNow(): Promise<void> {
  const made = await window.postil.ask('backups.make');
  if (!made.ok) showFault(made.fault);
  else showToast(t(made.value ? 'backups.made' : 'backups.unchanged'));
}

/** Lets the person choose a folder; the answer is where the copy is now, if one was made. */
export async function restoreCopy(id: PastId): Promise<string | undefined> {
  const restored = await window.postil.ask('past.restore', id);
  if (!restored.ok) {
    showFault(restored.fault);
    return undefined;
  }
  if (restored.value !== undefined) announce(t('past.restored', { folder: restored.value }));
  return restored.value;
}

/** Opens the copy that was made last, in place of the project. */
export async function openCopy(): Promise<void> {
  const opened = await window.postil.ask('past.openCopy');
  if (!opened.ok) showFault(opened.fault);
}
