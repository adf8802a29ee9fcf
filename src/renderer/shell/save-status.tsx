import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '../../core/messages/message';
import { useApp, type AppState } from '../state/app-state';
import { Button } from '../ui/button';
import styles from './shell.module.css';

/** Saving shorter than this is not shown as such, so that the word does not flicker; milliseconds. */
const FLICKER = 400;

type Shown = 'saved' | 'saving' | 'failed';

/** "Saved" stands here when, and only when, every change is on disk. */
export function SaveStatus() {
  const shown = useApp(shownState);
  const fault = useApp((state) => (state.save.kind === 'failed' ? state.save.fault : undefined));
  if (shown === 'failed') {
    return (
      <span className={styles['failed']} role="alert" title={fault?.text}>
        <CircleAlert size={14} aria-hidden="true" />
        {t('window.save.failed')}
        <span className={styles['failedWhy']}>{fault?.text}</span>
        <Button onPress={() => void window.postil.ask('save.retry')}>
          {t('window.save.retry')}
        </Button>
      </span>
    );
  }
  return (
    <span className={styles['save']} data-save={shown}>
      {shown === 'saved' ? (
        <>
          <Check size={14} aria-hidden="true" />
          {t('window.save.saved')}
        </>
      ) : (
        <Saving />
      )}
    </span>
  );
}

function shownState({ save, pending, serial }: AppState): Shown {
  if (save.kind === 'failed') return 'failed';
  return save.kind === 'saved' && pending === 0 && save.serial >= serial ? 'saved' : 'saving';
}

/** Appears only when saving lasts. */
function Saving() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setLong, FLICKER, true);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (!isLong) return null;
  return (
    <>
      <LoaderCircle size={14} aria-hidden="true" />
      {t('window.save.saving')}
    </>
  );
}
