import { t } from '../../core/messages/message';
import { announce, showFault, showToast } from './toasts';

/** Lets the person choose a file, and says when the report is in it; `source` is a snapshot's hash, or empty for now. */
export async function saveMethodsReport(source = '', withGamma = false): Promise<void> {
  announce(t('report.methods.making'));
  const saved = await window.postil.ask('methods.save', source, { withGamma });
  if (!saved.ok) showFault(saved.fault);
  else if (saved.value !== undefined) showToast(t('report.methods.saved', { file: saved.value }));
}
