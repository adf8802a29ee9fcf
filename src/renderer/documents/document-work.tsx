import { progressOf, type Progress } from '../../core/document/progress';
import type { SourceDocument } from '../../core/document/source-document';
import { t } from '../../core/messages/message';
import { marksOf, type Project } from '../../core/project/project';
import { peopleAmong } from '../../core/verdict/gold-coder';
import { includeRegion } from '../state/excluded-actions';
import { useApp } from '../state/app-state';
import { Button } from '../ui/button';
import { MemoSlot } from '../ui/memo-slot';
import styles from './details.module.css';

interface Props {
  readonly project: Project;
  readonly document: SourceDocument;
}

/** What was done with a document: how far each coder got, what is excluded from it, the memos on it. */
export function DocumentWork({ project, document }: Props) {
  return (
    <>
      <section className={styles['section']} aria-label={t('marks.section')}>
        <h3 className={styles['heading']}>{t('marks.section')}</h3>
        <dl className={styles['facts']}>
          {peopleAmong(project.coders).map((coder) => (
            <div key={coder.id} className={styles['fact']}>
              <dt>{coder.name}</dt>
              <dd>
                <ProgressWords
                  progress={progressOf(marksOf(project, document.id), coder.id)}
                  document={document}
                />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section className={styles['section']} aria-label={t('excluded.section')}>
        <h3 className={styles['heading']}>{t('excluded.section')}</h3>
        {document.excluded.length === 0 ? <p>{t('excluded.none')}</p> : null}
        <ul>
          {document.excluded.map((region) => (
            <li key={region.start} className={styles['region']}>
              <span dir="auto">
                {region.reason} ({region.start}–{region.end})
              </span>
              <Button
                onPress={() => {
                  includeRegion(document.id, document.excluded, region);
                }}
              >
                {t('excluded.include')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <MemoSlot about={{ kind: 'document', id: document.id }} />
    </>
  );
}

/** How many paragraphs there are is known of the document on the page. */
function ProgressWords({
  progress,
  document,
}: {
  readonly progress: Progress;
  readonly document: SourceDocument;
}) {
  const total = useApp((state) =>
    state.document?.id === document.id ? state.document.paragraphs.length : undefined,
  );
  if (progress.document !== undefined) return t(`marks.${progress.document}`);
  const n = progress.paragraphs.size;
  if (n === 0) return t('marks.none');
  return total === undefined ? t('marks.decided', { n }) : t('marks.decidedOf', { n, of: total });
}
