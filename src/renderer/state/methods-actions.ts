import { t } from '../../core/messages/message';
import { announce, showFault, showToast } from './toasts';

/** Lets the person choose a file, and says when the report is in it. */
export async function saveMethodsReport(): Promise<void> {
  announce(t('report.methods.making'));
  const saved = await window.postil.ask('methods.save');
  if (!saved.ok) showFault(saved.fault);
  else if (saved.value !== undefined) showToast(t('report.methods.saved', { file: saved.value }));
}
