import { useState } from 'react';
import type { MergeChoices } from '../../core/merging/unmatched';
import { t } from '../../core/messages/message';
import type { UnmatchedPreview } from '../../ipc/contract';
import { cancelLook } from '../state/looking';
import { settleUnmatched } from '../state/unmatched-actions';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { LookingState } from './looking-state';
import styles from './transfer.module.css';
import { UnmatchedChoices } from './unmatched-list';

interface Props {
  /** Undefined while it is being looked for, which can be stopped. */
  readonly preview: UnmatchedPreview | undefined;
  readonly onClose: () => void;
}

/** What does not match in the project as it stands. Nothing is done until it is chosen: what stands is what is offered. */
export function UnmatchedDialog({ preview, onClose }: Props) {
  const [choices, setChoices] = useState<MergeChoices>({});
  const [isBusy, setBusy] = useState(false);
  const close = preview === undefined ? cancelLook : onClose;
  return (
    <DialogFrame
      title={t('merging.title')}
      onClose={close}
      footer={
        <>
          <Button autoFocus={preview === undefined} onPress={close}>
            {t('window.cancel')}
          </Button>
          {preview === undefined ? null : (
            <Button
              kind="primary"
              isDisabled={isBusy || Object.keys(choices).length === 0}
              onPress={() => {
                setBusy(true);
                void settleUnmatched(preview, choices).finally(() => {
                  setBusy(false);
                });
              }}
            >
              {t('merging.settle')}
            </Button>
          )}
        </>
      }
    >
      {preview === undefined ? (
        <LookingState label={t('merging.looking')} />
      ) : (
        <>
          <p className={styles['from']}>{t('merging.standing')}</p>
          <UnmatchedChoices
            unmatched={preview.unmatched.map((one) => ({
              ...one,
              suggested: one.options[0]?.value ?? '',
            }))}
            choices={choices}
            onChoose={(key, value) => {
              setChoices((before) => ({ ...before, [key]: value }));
            }}
          />
          <p className={styles['from']}>{t('pack.preview.backup')}</p>
        </>
      )}
    </DialogFrame>
  );
}
