import { useState } from 'react';
import type { CoderId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { useApp } from '../state/app-state';
import { exportSets } from '../state/transfer-actions';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { CheckBox } from '../ui/check-box';
import { DialogFrame } from '../ui/dialog-frame';

const ALL = 'all';

/** What goes into the file: this document or all, one coder or all, with the texts or without. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const project = useApp((state) => state.project);
  const documentId = useApp((state) => state.document?.id);
  const [scope, setScope] = useState<'all' | 'this'>(ALL);
  const [coder, setCoder] = useState<string>(ALL);
  const [includeTexts, setIncludeTexts] = useState(true);
  if (project === undefined) return null;
  const run = (): void => {
    void exportSets({
      ...(scope === 'this' && documentId !== undefined && { documentId }),
      ...(coder !== ALL && { coderId: coder as CoderId }),
      includeTexts,
    });
  };
  return (
    <DialogFrame
      title={t('window.export.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('window.cancel')}</Button>
          <Button kind="primary" onPress={run}>
            {t('window.export.run')}
          </Button>
        </>
      }
    >
      <Choice
        label={t('window.export.what')}
        value={scope}
        options={[
          { value: 'all', label: t('window.export.allDocuments') },
          { value: 'this', label: t('window.export.thisDocument') },
        ]}
        onChange={setScope}
      />
      <Choice
        label={t('window.export.who')}
        value={coder}
        options={[
          { value: ALL, label: t('window.export.allCoders') },
          ...project.coders.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onChange={setCoder}
      />
      <CheckBox
        label={t('window.export.texts')}
        hint={t('window.export.textsHint')}
        isSelected={includeTexts}
        onChange={setIncludeTexts}
      />
      <p>{t('window.export.format')}</p>
    </DialogFrame>
  );
}
