import { bringsAnything, describeRest } from '../../core/codecs/json/describe-import';
import { t } from '../../core/messages/message';
import type { ImportPreview, ImportRefusal } from '../../ipc/contract';
import { confirmImport } from '../state/transfer-actions';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { FaultList } from '../ui/fault-list';
import styles from './transfer.module.css';

const list = new Intl.ListFormat('en');

/** What an import would do, before it does. */
export function ImportDialog(props: {
  readonly preview: ImportPreview;
  readonly onClose: () => void;
}) {
  const { preview, onClose } = props;
  const lines = previewLines(preview);
  // The coders are said whatever the file brings; they alone change nothing.
  const changesNothing = !bringsAnything(preview);
  return (
    <DialogFrame
      title={t('window.import.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('window.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={changesNothing}
            onPress={() => void confirmImport(preview.planId)}
          >
            {t('window.import.run')}
          </Button>
        </>
      }
    >
      <p className={styles['from']}>
        {t('window.import.from', { file: preview.fileName, project: preview.projectTitle })}
      </p>
      {changesNothing ? <p>{t('window.import.nothing')}</p> : null}
      <ul className={styles['lines']}>
        {[...lines, ...quietLines(preview)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {changesNothing ? null : <p className={styles['from']}>{t('window.import.undoable')}</p>}
    </DialogFrame>
  );
}

function previewLines(preview: ImportPreview): string[] {
  const { added, updated, coders, addedDocuments, addedCodes } = preview;
  return [
    ...(added > 0 ? [t('window.import.added', { n: added })] : []),
    ...(updated > 0 ? [t('window.import.updated', { n: updated })] : []),
    ...(coders.length > 0 ? [t('window.import.coders', { names: list.format(coders) })] : []),
    ...(addedDocuments.length > 0
      ? [t('window.import.documents', { titles: list.format(addedDocuments) })]
      : []),
    ...(addedCodes.length > 0
      ? [t('window.import.codes', { names: list.format(addedCodes) })]
      : []),
    ...describeRest(preview),
  ];
}

function quietLines({ unchanged, kept }: ImportPreview): string[] {
  return [
    ...(unchanged > 0 ? [t('window.import.unchanged', { n: unchanged })] : []),
    ...(kept > 0 ? [t('window.import.kept', { n: kept })] : []),
  ];
}

/** Why a file was not imported: every place that does not fit. */
export function RefusedDialog(props: {
  readonly refusal: ImportRefusal;
  readonly onClose: () => void;
}) {
  const { refusal, onClose } = props;
  const hidden = refusal.total - refusal.faults.length;
  return (
    <DialogFrame
      isAlert
      title={t('window.import.refused')}
      onClose={onClose}
      footer={<Button onPress={onClose}>{t('window.close')}</Button>}
    >
      <p>{t('window.import.refusedLead', { file: refusal.fileName, n: refusal.total })}</p>
      <FaultList faults={refusal.faults} />
      {hidden > 0 ? (
        <p className={styles['from']}>{t('window.import.more', { n: hidden })}</p>
      ) : null}
    </DialogFrame>
  );
}
