import { t } from '../../core/messages/message';
import { useApp } from '../state/app-state';
import { showFault } from '../state/toasts';
import { chooseTexts } from '../state/transfer-actions';
import { showView } from '../state/view-actions';
import { Button } from '../ui/button';
import styles from './shell.module.css';

/** What stands in the middle when there is no text to read: why, and one thing to do. */
export function EmptyPage() {
  const isStarted = useApp((state) => state.isStarted);
  const fault = useApp((state) => state.fault);
  const project = useApp((state) => state.project);
  if (!isStarted) return <div className={styles['empty']}>{t('window.loading')}</div>;
  if (project === undefined) {
    return (
      <div className={styles['empty']}>
        <h1>{t('window.noProject')}</h1>
        <p role={fault === undefined ? undefined : 'alert'}>
          {fault?.text ?? t('window.noProject.hint')}
        </p>
        <div className={styles['verbs']}>
          <Button kind="primary" onPress={() => void openProject('project.open')}>
            {t('window.openProject')}
          </Button>
          <Button onPress={() => void openProject('project.create')}>
            {t('window.newProject')}
          </Button>
          <Button
            onPress={() => {
              showView({ kind: 'backups' });
            }}
          >
            {t('window.fromBackup')}
          </Button>
        </div>
      </div>
    );
  }
  if (project.documents.length > 0)
    return <div className={styles['empty']}>{t('window.loading')}</div>;
  return (
    <div className={styles['empty']}>
      <h1>{t('window.noDocuments')}</h1>
      <p>{t('window.noDocuments.hint')}</p>
      <Button kind="primary" onPress={() => void chooseTexts()}>
        {t('window.addTexts')}
      </Button>
    </div>
  );
}

async function openProject(request: 'project.open' | 'project.create'): Promise<void> {
  const answer = await window.postil.ask(request);
  if (!answer.ok) showFault(answer.fault);
}
