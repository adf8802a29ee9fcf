import { useEffect, useState } from 'react';
import { t } from '../../core/messages/message';
import { saveReport } from '../state/report-actions';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import styles from './settings.module.css';

/** All of a report, before it is saved. */
export function ReportDialog({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState<string>();
  useEffect(() => {
    let isOpen = true;
    void window.postil.ask('report.prepare').then((report) => {
      if (isOpen) setText(report);
    });
    return () => {
      isOpen = false;
    };
  }, []);
  return (
    <DialogFrame
      title={t('report.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('window.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={text === undefined}
            onPress={() => {
              void saveReport().then((isSaved) => {
                if (isSaved) onClose();
              });
            }}
          >
            {t('report.save')}
          </Button>
        </>
      }
    >
      <p>{t('report.lead')}</p>
      <p>{t('report.without')}</p>
      {text === undefined ? (
        <p role="status">{t('report.preparing')}</p>
      ) : (
        <pre
          className={styles['report']}
          tabIndex={0}
          role="region"
          aria-label={t('report.preview')}
        >
          {text}
        </pre>
      )}
    </DialogFrame>
  );
}
