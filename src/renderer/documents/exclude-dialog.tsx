import { useState } from 'react';
import { t } from '../../core/messages/message';
import { checkLabel } from '../../core/text/label';
import type { Span } from '../../core/text/span';
import { excludePassage } from '../state/excluded-actions';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { Field } from '../ui/field';

interface Props {
  readonly span: Span;
  readonly onClose: () => void;
}

/** Why a passage is not part of the text: said above it, and in exports. */
export function ExcludeDialog({ span, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string>();
  const exclude = (): void => {
    const fault = checkLabel(reason.trim());
    setWrong(fault?.text);
    if (fault !== undefined) return;
    excludePassage(span, reason.trim());
    onClose();
  };
  return (
    <DialogFrame
      title={t('excluded.title')}
      onClose={onClose}
      onSubmit={exclude}
      footer={
        <>
          <Button onPress={onClose}>{t('window.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('excluded.run')}
          </Button>
        </>
      }
    >
      <p>{t('excluded.lead')}</p>
      <Field
        autoFocus
        label={t('excluded.reason')}
        placeholder={t('excluded.example')}
        value={reason}
        wrong={wrong}
        onChange={setReason}
      />
    </DialogFrame>
  );
}
