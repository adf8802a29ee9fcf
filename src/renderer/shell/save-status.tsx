import { Check, CircleAlert, HardDrive, LoaderCircle } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '../../core/messages/message';
import { useApp, type AppState } from '../state/app-state';
import { Button } from '../ui/button';
import styles from './shell.module.css';

/** Saving shorter than this is not shown as such, so that the word does not flicker; milliseconds. */
const FLICKER = 400;

type Shown = 'saved' | 'here' | 'saving' | 'failed';

/** "Saved" stands here when, and only when, every change is on disk, on this computer and in the project's folder. */
export function SaveStatus() {
  const shown = useApp(shownState);
  const files = useApp(({ save }) => (save.kind === 'saved' ? (save.files ?? 'made') : undefined));
  if (shown === 'failed') {
    return (
      <span className={styles['failed']}>
        <CircleAlert size={14} aria-hidden="true" />
        {t('window.save.failed')}
      </span>
    );
  }
  if (shown === 'here') {
    return (
      <span className={styles['save']} data-save="here">
        <HardDrive size={14} aria-hidden="true" />
        {t('window.save.here')}
      </span>
    );
  }
  return (
    <span className={styles['save']} data-save={shown} data-files={files}>
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

/** Why it is not saved, or not in the project's folder, under the title bar for as long as it lasts. */
export function SaveProblem() {
  const problem = useApp(problemOf);
  if (problem === undefined) return null;
  return (
    <div className={styles['problem']} role="alert">
      <p>{problem}</p>
      <Button onPress={() => void window.postil.ask('save.retry')}>{t('window.save.retry')}</Button>
    </div>
  );
}

function problemOf({ save }: AppState): string | undefined {
  if (save.kind === 'failed') return save.fault.text;
  if (save.kind === 'saving' || save.folder === undefined) return undefined;
  return t('window.save.behind', { reason: save.folder.text });
}

function shownState({ save, pending, serial, isUnkept }: AppState): Shown {
  if (save.kind === 'failed') return 'failed';
  const isSaved = save.kind === 'saved' && pending === 0 && save.serial >= serial && !isUnkept;
  if (!isSaved) return 'saving';
  return save.folder === undefined ? 'saved' : 'here';
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
