import type { Described, SourceDocument } from '../../core/document/source-document';
import { t } from '../../core/messages/message';
import styles from './document-facts.module.css';

/** Date, genre, author and source; what was only inferred says so. */
export function DocumentFacts({
  document,
  className,
}: {
  readonly document: SourceDocument;
  readonly className: string;
}) {
  const facts = [document.date, document.genre, document.author, document.source].filter(
    (fact): fact is Described<string> => fact !== undefined,
  );
  if (facts.length === 0 && !document.title.inferred) return null;
  const isInferred = document.title.inferred || facts.some((fact) => fact.inferred);
  return (
    <p className={className}>
      {facts.map((fact) => (
        <span key={fact.value} className={styles['fact']}>
          {fact.value}
        </span>
      ))}
      {isInferred ? (
        <span className={styles['inferred']}>{t('window.documents.inferred')}</span>
      ) : null}
    </p>
  );
}
