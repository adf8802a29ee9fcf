import { t } from '../../core/messages/message';
import { showFault, showToast } from './toasts';

/** Saves the report that is shown; true when there is a file. */
export async function saveReport(): Promise<boolean> {
  const saved = await window.postil.ask('report.save');
  if (!saved.ok) showFault(saved.fault);
  else if (saved.value !== undefined) showToast(t('report.saved', { file: saved.value }));
  return saved.ok && saved.value !== undefined;
}
