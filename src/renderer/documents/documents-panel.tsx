import { Plus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { t } from '../../core/messages/message';
import { useApp } from '../state/app-state';
import { chooseTexts } from '../state/transfer-actions';
import { Button, IconButton } from '../ui/button';
import { Choice } from '../ui/choice';
import fieldStyles from '../ui/field.module.css';
import { DocumentList } from './document-list';
import { assignedWork, chooseMine, isListed, MINE_CHOICES, useMineChoice } from './mine';
import { matchesFilter } from './read-state';
import styles from './documents.module.css';

/** The corpus: every document with its facts, what was coded in it and how far it was read. */
export function DocumentsPanel() {
  const project = useApp((state) => state.project);
  const me = useApp((state) => state.coderId);
  const [filter, setFilter] = useState('');
  const chosen = useMineChoice();
  const field = useRef<HTMLInputElement>(null);
  const work = useMemo(() => project && assignedWork(project, me), [project, me]);
  if (project === undefined || work === undefined) return null;
  // Where nothing is assigned any more there is no choice that could be taken back.
  const show = work.size === 0 ? 'all' : chosen;
  const isFiltered = filter.trim() !== '';
  const shown =
    !isFiltered && show === 'all'
      ? project.documents
      : project.documents.filter(
          (document) =>
            isListed(work.get(document.id), show) &&
            (!isFiltered || matchesFilter(document, filter)),
        );

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
      {work.size === 0 ? null : (
        <div className={styles['mine']}>
          <Choice
            label={t('window.documents.mine')}
            value={show}
            options={MINE_CHOICES.map((value) => ({
              value,
              label: t(`window.documents.mine.${value}`, {
                n: project.documents.filter(({ id }) => isListed(work.get(id), value)).length,
              }),
            }))}
            onChange={chooseMine}
          />
        </div>
      )}
      <DocumentList project={project} documents={shown} work={work} />
      {shown.length === 0 && (filter !== '' || show !== 'all') ? (
        <div className={styles['empty']}>
          <p>{t(filter === '' ? 'window.documents.noneOfMine' : 'window.documents.none')}</p>
          <Button
            onPress={() => {
              setFilter('');
              chooseMine('all');
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
