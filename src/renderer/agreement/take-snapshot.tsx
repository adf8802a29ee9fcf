import { Camera } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../core/messages/message';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { takeSnapshot } from './agreement-state';
import styles from './agreement.module.css';

/** Keeps the state of the project, with a reason for the record. */
export function TakeSnapshot() {
  const [reason, setReason] = useState('');
  const [isTaking, setTaking] = useState(false);
  const take = async (): Promise<void> => {
    setTaking(true);
    if (await takeSnapshot(reason.trim())) setReason('');
    setTaking(false);
  };
  return (
    <form
      className={styles['line']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isTaking) void take();
      }}
    >
      <div className={styles['source']}>
        <Field
          label={t('agreementPage.reason')}
          placeholder={t('agreementPage.reasonHint')}
          value={reason}
          maxLength={10_000}
          onChange={setReason}
        />
      </div>
      <Button type="submit" isDisabled={isTaking}>
        <Camera size={14} aria-hidden="true" />
        {t('agreementPage.take')}
      </Button>
    </form>
  );
}
