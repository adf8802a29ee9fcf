import { useState } from 'react';
import { codeName, type Codebook } from '../../core/codebook/codebook';
import type { CodeId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { Field } from '../ui/field';
import { addCode } from './code-acts';
import { setClosed, showCode } from './page-state';

interface Props {
  readonly codebook: Codebook;
  readonly parentId: CodeId | undefined;
  readonly onClose: () => void;
}

/** A code begins with its name; all else is said in its editor, which opens after. */
export function NewCodeDialog({ codebook, parentId, onClose }: Props) {
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<string>();
  const add = (): void => {
    const added = addCode(codebook, name, parentId);
    if (typeof added !== 'string') {
      setWrong(added.text);
      return;
    }
    if (parentId !== undefined) setClosed(parentId, false);
    showCode(added);
    onClose();
  };
  return (
    <DialogFrame
      title={
        parentId === undefined
          ? t('codebook.new.title')
          : t('codebook.new.below', { name: codeName(codebook, parentId) })
      }
      onClose={onClose}
      onSubmit={add}
      footer={
        <>
          <Button onPress={onClose}>{t('window.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('codebook.new.run')}
          </Button>
        </>
      }
    >
      <Field
        autoFocus
        label={t('codebook.new.name')}
        value={name}
        onChange={setName}
        wrong={wrong}
      />
    </DialogFrame>
  );
}
