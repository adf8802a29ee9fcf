import { useState } from 'react';
import { t } from '../../core/messages/message';
import type { CodebookPreview } from '../../ipc/contract';
import { confirmCodebook } from '../state/codebook-actions';
import { Button } from '../ui/button';
import { CheckBox } from '../ui/check-box';
import { DialogFrame } from '../ui/dialog-frame';
import { FaultList } from '../ui/fault-list';
import styles from './codebook.module.css';

const list = new Intl.ListFormat('en');

/** What importing a codebook would do, before it does. */
export function CodebookImportDialog(props: {
  readonly preview: CodebookPreview;
  readonly onClose: () => void;
}) {
  const { preview, onClose } = props;
  const [retireOthers, setRetireOthers] = useState(false);
  const lines = linesOf(preview);
  const changesNothing = lines.length === 0 && !retireOthers;
  return (
    <DialogFrame
      title={t('codebook.preview.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('window.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={changesNothing}
            onPress={() => void confirmCodebook(preview.planId, retireOthers)}
          >
            {t('codebook.preview.run')}
          </Button>
        </>
      }
    >
      <p className={styles['quiet']}>{preview.fileName}</p>
      {changesNothing ? <p>{t('codebook.preview.nothing')}</p> : null}
      <ul className={styles['previewLines']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {preview.unchanged > 0 ? (
          <li>{t('codebook.preview.unchanged', { n: preview.unchanged })}</li>
        ) : null}
        {preview.others.length > 0 && !retireOthers ? (
          <li>{t('codebook.preview.others', { names: list.format(preview.others) })}</li>
        ) : null}
      </ul>
      {preview.others.length > 0 ? (
        <CheckBox
          label={t('codebook.preview.retire')}
          hint={t('codebook.preview.retireHint')}
          isSelected={retireOthers}
          onChange={setRetireOthers}
        />
      ) : null}
      {preview.conflicts.length > 0 ? (
        <section aria-label={t('codebook.preview.conflicts')}>
          <h3>{t('codebook.preview.conflicts')}</h3>
          <FaultList faults={preview.conflicts} />
        </section>
      ) : null}
      {changesNothing ? null : <p className={styles['quiet']}>{t('codebook.preview.undoable')}</p>}
    </DialogFrame>
  );
}

function linesOf({ added, changed, kinds, lists, touches, lost, relations }: CodebookPreview) {
  return [
    ...(added.length > 0 ? [t('codebook.preview.added', { names: list.format(added) })] : []),
    ...(changed.length > 0 ? [t('codebook.preview.changed', { names: list.format(changed) })] : []),
    ...(kinds.length > 0 ? [t('codebook.preview.kinds', { names: list.format(kinds) })] : []),
    ...(lists.length > 0 ? [t('codebook.preview.lists', { names: list.format(lists) })] : []),
    ...(touches > 0 ? [t('codebook.save.touches', { n: touches, lost })] : []),
    ...(relations > 0 ? [t('codebook.save.relations', { n: relations })] : []),
  ];
}
