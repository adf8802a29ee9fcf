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
  if (shown === 'failed') {
    return (
      <span className={styles['failed']}>
        <CircleAlert size={14} aria-hidden="true" />
        {t('window.save.failed')}
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

/** Why it is not saved, in full, under the title bar for as long as it lasts. */
export function SaveProblem() {
  const fault = useApp((state) => (state.save.kind === 'failed' ? state.save.fault : undefined));
  if (fault === undefined) return null;
  return (
    <div className={styles['problem']} role="alert">
      <p>{fault.text}</p>
      <Button onPress={() => void window.postil.ask('save.retry')}>{t('window.save.retry')}</Button>
    </div>
  );
}

function shownState({ save, pending, serial, isUnkept }: AppState): Shown {
  if (save.kind === 'failed') return 'failed';
  const isSaved = save.kind === 'saved' && pending === 0 && save.serial >= serial && !isUnkept;
  return isSaved ? 'saved' : 'saving';
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
