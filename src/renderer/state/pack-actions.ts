import type { CoderId } from '../../core/ids';
import type { MergeChoices } from '../../core/merging/unmatched';
import { t } from '../../core/messages/message';
import type { PackPreview } from '../../ipc/contract';
import { store } from './app-state';
import { showFault, showToast, showWorking } from './toasts';

export async function writePack(kind: 'coder' | 'return', coderId: CoderId): Promise<void> {
  const written = await window.postil.ask('pack.write', kind, coderId);
  if (!written.ok) showFault(written.fault);
  else if (written.value !== undefined) showToast(t('pack.written', { file: written.value }));
}

export async function choosePack(): Promise<void> {
  let isLooked = (): void => undefined;
  const stop = window.postil.on('pack.reading', (file) => {
    isLooked = showWorking(t('pack.looking', { file }));
  });
  const preview = await window.postil.ask('pack.choose');
  stop();
  isLooked();
  if (!preview.ok) showFault(preview.fault);
  else if (preview.value !== undefined)
    store.setState({ dialog: { kind: 'pack', preview: preview.value } });
}

export async function confirmPack(
  { planId, coder, brings }: PackPreview,
  choices: MergeChoices,
): Promise<void> {
  const done = await window.postil.ask('pack.confirm', planId, choices);
  if (!done.ok) showFault(done.fault);
  else if (done.value && brings === undefined) showToast(t('pack.madeProject', { coder }));
  else if (done.value)
    showToast(t('pack.merged', { coder }), {
      label: t('pack.undo'),
      run: () => void takeBackMerge(),
    });
  if (!done.ok || done.value) store.setState({ dialog: undefined });
}

export async function takeBackMerge(): Promise<void> {
  const done = await window.postil.ask('pack.takeBack');
  if (done.ok) showToast(t('pack.takenBack'));
  else showFault(done.fault);
}
