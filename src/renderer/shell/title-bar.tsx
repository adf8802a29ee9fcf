import { PanelLeft, PanelRight } from 'lucide-react';
import { t } from '../../core/messages/message';
import { findCoder } from '../../core/project/project';
import { store, useApp } from '../state/app-state';
import { ReadingSettingsButton } from '../settings/reading-settings';
import { Button, IconButton } from '../ui/button';
import { SaveStatus } from './save-status';
import { Steps } from './steps';
import type { Panels } from './use-panels';
import { ViewSwitch } from './view-switch';
import styles from './shell.module.css';

/** One quiet line: panels, project, who codes, whether it is saved. */
export function TitleBar({ panels }: { readonly panels: Panels }) {
  const title = useApp((state) => state.project?.title);
  const coder = useApp(
    ({ project, coderId, newcomer }) => project && (findCoder(project, coderId) ?? newcomer)?.name,
  );
  const { documents, inspector } = panels;
  return (
    <header className={styles['bar']} aria-label={t('window.toolbar')}>
      <IconButton
        label={t(documents.isOpen ? 'window.documents.hide' : 'window.documents.show')}
        aria-expanded={documents.isOpen}
        onPress={documents.toggle}
      >
        <PanelLeft size={17} aria-hidden="true" />
      </IconButton>
      <span className={styles['project']}>{title ?? t('window.app')}</span>
      {title === undefined ? null : <SaveStatus />}
      <span className={styles['space']} />
      <Steps />
      <ViewSwitch />
      <span className={styles['space']} />
      {coder === undefined ? null : (
        <Button
          kind="quiet"
          onPress={() => {
            store.setState({ dialog: { kind: 'coder' } });
          }}
        >
          <span className={styles['coder']}>{coder}</span>
        </Button>
      )}
      <ReadingSettingsButton />
      <IconButton
        label={t(inspector.isOpen ? 'window.inspector.hide' : 'window.inspector.show')}
        aria-expanded={inspector.isOpen}
        onPress={inspector.toggle}
      >
        <PanelRight size={17} aria-hidden="true" />
      </IconButton>
    </header>
  );
}
