import { useMemo } from 'react';
import { unclearPassages } from '../../core/adjudication/unclear';
import { quoteOf } from '../../core/annotation/annotation';
import type { Code } from '../../core/codebook/codebook';
import { shortenTitle } from '../../core/document/title';
import { t } from '../../core/messages/message';
import { findCoder, findDocument, type Project } from '../../core/project/project';
import { goToAnnotation } from '../state/view-actions';
import { Button } from '../ui/button';
import styles from './codebook.module.css';

/** So many passages are told one by one. */
const MOST = 100;

/** Where somebody who settled a difference found that the codebook does not say how to decide. */
export function UnclearSection({
  project,
  code,
}: {
  readonly project: Project;
  readonly code: Code;
}) {
  const found = useMemo(() => unclearPassages(project, code.id), [project, code.id]);
  if (found.length === 0) return null;
  return (
    <section className={styles['stale']} aria-label={t('codebook.unclear.title')}>
      <h3>{t('codebook.unclear.title')}</h3>
      <p>{t('codebook.unclear.lead', { n: found.length })}</p>
      <ul className={styles['unclear']}>
        {found.slice(0, MOST).map(({ verdict, annotation }) => (
          <li key={verdict.id}>
            <p dir="auto" className={styles['unclearQuote']}>
              {shortenTitle(quoteOf(annotation), 160)}
            </p>
            {verdict.reason === undefined && verdict.words === '' ? null : (
              <p dir="auto">{[verdict.reason, verdict.words].filter((one) => one).join(' – ')}</p>
            )}
            <p className={styles['quiet']}>
              {t('codebook.unclear.by', {
                name: findCoder(project, verdict.coderId)?.name ?? verdict.coderId,
                title: findDocument(project, verdict.documentId)?.title.value ?? '',
              })}
            </p>
            <Button
              onPress={() => {
                void goToAnnotation(annotation.documentId, annotation.id);
              }}
            >
              {t('codebook.stale.go')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
