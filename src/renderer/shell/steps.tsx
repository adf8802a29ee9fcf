import { ChevronLeft, ChevronRight } from 'lucide-react';
import { t } from '../../core/messages/message';
import { useApp } from '../state/app-state';
import { canGoBack, canGoForward, goBack, goForward } from '../state/view-actions';
import { IconButton } from '../ui/button';
import styles from './shell.module.css';

/** Back to the place before and forward again, as in a browser. */
export function Steps() {
  const isBack = useApp(canGoBack);
  const isForward = useApp(canGoForward);
  return (
    <span className={styles['steps']}>
      <IconButton label={t('page.back')} isDisabled={!isBack} onPress={() => void goBack()}>
        <ChevronLeft size={17} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('page.forward')}
        isDisabled={!isForward}
        onPress={() => void goForward()}
      >
        <ChevronRight size={17} aria-hidden="true" />
      </IconButton>
    </span>
  );
}
