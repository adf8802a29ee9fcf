import { t } from '../../core/messages/message';
import { CodebookImportDialog } from '../codebook/import-dialog';
import { MergeDialog } from '../actors/merge-dialog';
import { DetailsDialog } from '../documents/details-dialog';
import { Palette } from '../palette/palette';
import { ExcludeDialog } from '../documents/exclude-dialog';
import { AboutDialog } from '../settings/about-dialog';
import { ReportDialog } from '../settings/report-dialog';
import { CoderDialog } from '../settings/coder-dialog';
import { store, useApp } from '../state/app-state';
import { ExportDialog } from '../transfer/export-dialog';
import { ImportDialog, RefusedDialog } from '../transfer/import-dialog';
import { PackDialog } from '../transfer/pack-dialog';
import { UnmatchedDialog } from '../transfer/unmatched-dialog';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { FaultList } from '../ui/fault-list';

function close(): void {
  store.setState({ dialog: undefined });
}

/** The one dialog that is open, if any. The page settings hang on their own button. */
export function Dialogs() {
  const dialog = useApp((state) => state.dialog);
  switch (dialog?.kind) {
    case undefined:
    case 'reading':
      return null;
    case 'export':
      return <ExportDialog onClose={close} />;
    case 'import':
      return <ImportDialog preview={dialog.preview} onClose={close} />;
    case 'codebook-import':
      return <CodebookImportDialog preview={dialog.preview} onClose={close} />;
    case 'refused':
      return <RefusedDialog refusal={dialog.refusal} onClose={close} />;
    case 'notices':
      return (
        <DialogFrame
          title={t('window.notices.title')}
          onClose={close}
          footer={<Button onPress={close}>{t('window.close')}</Button>}
        >
          <FaultList faults={dialog.notices} />
        </DialogFrame>
      );
    case 'coder':
      return <CoderDialog onClose={close} />;
    case 'details':
      return (
        <DetailsDialog key={dialog.documentId} documentId={dialog.documentId} onClose={close} />
      );
    case 'palette':
      return <Palette onClose={close} />;
    case 'exclude':
      return <ExcludeDialog span={dialog.span} onClose={close} />;
    case 'merge-actor':
      return <MergeDialog key={dialog.actorId} actorId={dialog.actorId} onClose={close} />;
    case 'pack':
      return <PackDialog file={dialog.file} preview={dialog.preview} onClose={close} />;
    case 'unmatched':
      return <UnmatchedDialog preview={dialog.preview} onClose={close} />;
    case 'report':
      return <ReportDialog onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
  }
}
