import { UserRound } from 'lucide-react';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { peopleAmong } from '../../core/verdict/gold-coder';
import { store, useApp } from '../state/app-state';
import { Button } from '../ui/button';
import styles from './annotations.module.css';

/**
 * Says who one would code as, where others are in the project and who works here is none of them yet: a coder whom the lead
 * has entered would else begin under a second name, which no figure can put right.
 */
export function NewcomerNotice({ project }: { readonly project: Project }) {
  const newcomer = useApp((state) => state.newcomer);
  if (newcomer === undefined || peopleAmong(project.coders).length === 0) return null;
  return (
    <p className={styles['hidden']}>
      <UserRound size={14} aria-hidden="true" />
      <span>{t('window.coder.newHere', { name: newcomer.name })}</span>
      <Button
        kind="quiet"
        onPress={() => {
          store.setState({ dialog: { kind: 'coder' } });
        }}
      >
        {t('window.coder.choose')}
      </Button>
    </p>
  );
}
