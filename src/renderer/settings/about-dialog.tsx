import { t } from '../../core/messages/message';
import { useApp } from '../state/app-state';
import { DialogFrame } from '../ui/dialog-frame';
import styles from './settings.module.css';

export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const version = useApp((state) => state.appVersion);
  const folder = useApp((state) => state.folder);
  return (
    <DialogFrame title={t('window.about.title')} onClose={onClose}>
      <p>{t('window.about.version', { version })}</p>
      <p>{t('window.about.what')}</p>
      {folder === '' ? null : (
        <p>
          <span className={styles['muted']}>{t('window.about.folder')}</span>
          <br />
          <span className={styles['path']}>{folder}</span>
        </p>
      )}
    </DialogFrame>
  );
}
