import { EyeOff } from 'lucide-react';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { hiddenCoders } from '../../core/teamwork/blind';
import { useApp } from '../state/app-state';
import { showView } from '../state/view-actions';
import { Button } from '../ui/button';
import styles from './annotations.module.css';

/** Says that there may be more than is shown: others code the open document, and it is not finished here. */
export function HiddenNotice({ project }: { readonly project: Project }) {
  const documentId = useApp((state) => state.document?.id);
  const coderId = useApp((state) => state.coderId);
  if (documentId === undefined || hiddenCoders(project, coderId, documentId).size === 0)
    return null;
  return (
    <p className={styles['hidden']}>
      <EyeOff size={14} aria-hidden="true" />
      <span>{t('team.hidden')}</span>
      <Button
        kind="quiet"
        onPress={() => {
          showView({ kind: 'team' });
        }}
      >
        {t('team.hidden.more')}
      </Button>
    </p>
  );
}
