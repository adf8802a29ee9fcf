import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '../../core/messages/message';
import { useApp } from '../state/app-state';
import { chooseTexts } from '../state/transfer-actions';
import { Button, IconButton } from '../ui/button';
import fieldStyles from '../ui/field.module.css';
import { DocumentList } from './document-list';
import { matchesFilter } from './read-state';
import styles from './documents.module.css';

/** The corpus: every document with its facts, what was coded in it and how far it was read. */
export function DocumentsPanel() {
  const project = useApp((state) => state.project);
  const [filter, setFilter] = useState('');
  const field = useRef<HTMLInputElement>(null);
  if (project === undefined) return null;
  const shown =
    filter.trim() === ''
      ? project.documents
      : project.documents.filter((document) => matchesFilter(document, filter));

  return (
    <nav className={styles['panel']} aria-label={t('window.documents.title')} data-pane tabIndex={-1}>
      <header className={styles['header']}>
        <h2 className={styles['heading']}>{t('window.documents.title')}</h2>
        <IconButton label={t('window.addTexts')} onPress={() => void chooseTexts()}>
          <Plus size={16} aria-hidden="true" />
        </IconButton>
      </header>
      {project.documents.length > 1 ? (
        <input
          ref={field}
          type="search"
          className={`${fieldStyles['input'] ?? ''} ${styles['filter'] ?? ''}`}
          aria-label={t('window.documents.filter')}
          placeholder={t('window.documents.filter')}
          value={filter}
          onChange={(event) => {
            setFilter(event.target.value);
          }}
        />
      ) : null}
      <DocumentList project={project} documents={shown} />
      {shown.length === 0 && filter !== '' ? (
        <div className={styles['empty']}>
          <p>{t('window.documents.none')}</p>
          <Button
            onPress={() => {
              setFilter('');
              field.current?.focus();
            }}
          >
            {t('window.documents.clearFilter')}
          </Button>
        </div>
      ) : null}
    </nav>
  );
}
