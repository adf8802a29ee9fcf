import type { CoderId } from '../../core/ids';
import type { MergeChoices } from '../../core/merging/unmatched';
import { t } from '../../core/messages/message';
import type { PackPreview } from '../../ipc/contract';
import { store } from './app-state';
import { createLook } from './looking';
import { showFault, showToast } from './toasts';

export async function writePack(kind: 'coder' | 'return', coderId: CoderId): Promise<void> {
  const written = await window.postil.ask('pack.write', kind, coderId);
  if (!written.ok) showFault(written.fault);
  else if (written.value !== undefined) showToast(t('pack.written', { file: written.value }));
}

export async function choosePack(): Promise<void> {
  const look = createLook();
  const stop = window.postil.on('pack.reading', (file) => {
    look.begin({ kind: 'pack', file, preview: undefined }, t('pack.looking', { file }));
  });
  const found = await window.postil.ask('pack.choose');
  stop();
  const preview = found.ok ? found.value : undefined;
  const isWanted = look.end(preview && { kind: 'pack', file: preview.fileName, preview });
  if (isWanted && !found.ok) showFault(found.fault);
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
