import { t } from '../../core/messages/message';
import { Button } from '../ui/button';
import type { Hits } from './hits';
import { setFields, stopSearch } from './search-actions';
import { useSearch } from './search-state';
import styles from './search.module.css';

/** How much was found, in a line. */
export function Findings({ hits }: { readonly hits: Hits }) {
  const progress = useSearch((state) => state.progress);
  const n = hits.all.length;
  if (progress.kind === 'nothing' || progress.kind === 'refused') return null;
  if (progress.kind === 'running') {
    const { searched, of } = progress;
    return (
      <div className={styles['findings']}>
        <span>{t('search.running', { searched, of, n })}</span>
        <Button kind="quiet" onPress={stopSearch}>
          {t('search.stop')}
        </Button>
      </div>
    );
  }
  const coded = hits.all.filter(({ mark }) => mark !== 'free').length;
  const parts = [
    t('search.found', { n, documents: hits.documents }),
    ...(coded > 0 ? [t('search.found.coded', { n: coded })] : []),
    ...(hits.excluded > 0 ? [t('search.found.excluded', { n: hits.excluded })] : []),
  ];
  return (
    <div className={styles['findings']}>
      <span>{parts.join(' · ')}</span>
      {progress.kind === 'stopped' ? <span>{t('search.stopped', progress)}</span> : null}
      {progress.kind === 'done' && progress.isCut ? <span>{t('search.cut')}</span> : null}
    </div>
  );
}

/** What to do where there is nothing to show. */
export function NoFindings({ excluded }: { readonly excluded: number }) {
  const { wholeWords, scope } = useSearch((state) => state.fields);
  const kind = useSearch((state) => state.progress.kind);
  if (kind === 'running' || kind === 'refused') return <div className={styles['empty']} />;
  if (kind === 'nothing') {
    return (
      <div className={styles['empty']}>
        <h2>{t('search.empty')}</h2>
        <p>{t('search.empty.hint')}</p>
      </div>
    );
  }
  return (
    <div className={styles['empty']}>
      <p>{t(excluded > 0 ? 'search.none.excluded' : 'search.none')}</p>
      {wholeWords ? (
        <Button
          onPress={() => {
            setFields({ wholeWords: false });
          }}
        >
          {t('search.none.words')}
        </Button>
      ) : null}
      {scope === 'document' ? (
        <Button
          onPress={() => {
            setFields({ scope: 'corpus' });
          }}
        >
          {t('search.none.corpus')}
        </Button>
      ) : null}
    </div>
  );
}
