import { useEffect, useLayoutEffect, useMemo } from 'react';
import { t } from '../../core/messages/message';
import { useApp } from '../state/app-state';
import { backToText } from '../state/view-actions';
import { PageFrame } from '../ui/page-frame';
import { AnnotateForm } from './annotate-form';
import { Findings, NoFindings } from './findings';
import { markHits } from './hits';
import { OccurrenceList } from './occurrence-list';
import { openSearch } from './open-search';
import { QueryBar } from './query-bar';
import { dropTexts } from './search-actions';
import { useSearch } from './search-state';
import styles from './search.module.css';

/** Every place where words stand, in context, to be annotated in one step. */
export function OccurrencesPage() {
  const view = useApp((state) => state.view);
  const project = useApp((state) => state.project);
  const coderId = useApp((state) => state.coderId);
  const results = useSearch((state) => state.results);
  const codeId = useSearch((state) => state.codeId);
  // Before its parts choose which of them takes the focus.
  useLayoutEffect(() => {
    openSearch(view);
  }, [view]);
  useEffect(() => dropTexts, []);
  const hits = useMemo(
    () => (project === undefined ? undefined : markHits(results, project, coderId, codeId)),
    [results, project, coderId, codeId],
  );
  if (hits === undefined) return null;
  return (
    <PageFrame
      title={t('search.title')}
      onClose={backToText}
      ownLayout
      head={
        <>
          <QueryBar />
          <Findings hits={hits} />
        </>
      }
    >
      <div className={styles['page']}>
        {hits.all.length === 0 ? (
          <NoFindings excluded={hits.excluded} />
        ) : (
          <>
            <OccurrenceList hits={hits} />
            <AnnotateForm hits={hits} />
          </>
        )}
      </div>
    </PageFrame>
  );
}
