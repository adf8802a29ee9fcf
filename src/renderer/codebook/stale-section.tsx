import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { quoteOf } from '../../core/annotation/annotation';
import { activeCodes, type Code } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { isStale } from '../../core/project/effective';
import { findDocument, type Project } from '../../core/project/project';
import { allAnnotations } from '../../core/project/uses';
import { recode } from '../state/annotation-actions';
import { useApp } from '../state/app-state';
import { confirmAnnotation } from '../state/codebook-actions';
import { announce } from '../state/toasts';
import { goToAnnotation } from '../state/view-actions';
import { Button, IconButton } from '../ui/button';
import { Choice } from '../ui/choice';
import { CodeMark } from '../ui/code-mark';
import styles from './codebook.module.css';

/** The coder's own annotations that were made before the code meant what it means now, one after the other. */
export function StaleSection({
  project,
  code,
}: {
  readonly project: Project;
  readonly code: Code;
}) {
  const coderId = useApp((state) => state.coderId);
  const stale = useMemo(
    () => allAnnotations(project).filter((one) => one.codeId === code.id && isStale(project, one)),
    [project, code.id],
  );
  const own = stale.filter((one) => one.coderId === coderId);
  const [wanted, setWanted] = useState(0);
  const at = Math.min(wanted, own.length - 1);
  const annotation = own[at];
  const others = stale.length - own.length;
  if (stale.length === 0) return null;
  return (
    <section className={styles['stale']} aria-label={t('codebook.stale.title')}>
      <h3>{t('codebook.stale.title')}</h3>
      {annotation === undefined ? null : (
        <>
          <p>{t('codebook.stale.lead', { n: own.length })}</p>
          <div className={styles['staleHead']}>
            <IconButton
              label={t('codebook.stale.previous')}
              isDisabled={at === 0}
              onPress={() => {
                setWanted(at - 1);
              }}
            >
              <ChevronLeft size={15} aria-hidden="true" />
            </IconButton>
            <IconButton
              label={t('codebook.stale.next')}
              isDisabled={at === own.length - 1}
              onPress={() => {
                setWanted(at + 1);
              }}
            >
              <ChevronRight size={15} aria-hidden="true" />
            </IconButton>
            <span className={styles['quiet']} aria-live="polite">
              {t('codebook.stale.place', {
                at: at + 1,
                of: own.length,
                title: findDocument(project, annotation.documentId)?.title.value ?? '',
              })}
            </span>
          </div>
          <blockquote dir="auto">{quoteOf(annotation)}</blockquote>
          <div className={styles['staleActs']}>
            <Button
              kind="primary"
              onPress={() => {
                void confirmAnnotation(annotation);
                announce(t('codebook.stale.confirmed'));
              }}
            >
              {t('codebook.stale.confirm')}
            </Button>
            <Button
              onPress={() => {
                void goToAnnotation(annotation.documentId, annotation.id);
              }}
            >
              {t('codebook.stale.go')}
            </Button>
            <Choice
              label={t('codebook.stale.recode')}
              value={code.id}
              options={activeCodes(project.codebook).map((one) => ({
                value: one.id,
                label: one.name,
                mark: <CodeMark code={one} />,
              }))}
              onChange={(codeId) => {
                recode(annotation, codeId);
              }}
            />
          </div>
        </>
      )}
      {others === 0 ? null : (
        <p className={styles['quiet']}>{t('codebook.stale.others', { n: others })}</p>
      )}
    </section>
  );
}
