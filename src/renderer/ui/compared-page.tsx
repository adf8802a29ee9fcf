import type { ReactNode } from 'react';
import type { SourceDocument } from '../../core/document/source-document';
import type { DocumentId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { Choice } from './choice';
import styles from './compared-page.module.css';

/** More annotations of a document than these are compared between frames. */
export const AT_ONCE = 1_000;

interface HeadProps {
  readonly documents: readonly SourceDocument[];
  readonly current: DocumentId;
  /** How much room its parts take. */
  readonly className: string | undefined;
  readonly onChoose: (id: DocumentId) => void;
  /** Beside the document: what is shown of it, and what is said of all of it. */
  readonly children: ReactNode;
}

/** The head of a page about several coders' work: which document, and more. */
export function ComparedHead({
  documents,
  current,
  className = '',
  onChoose,
  children,
}: HeadProps) {
  return (
    <div className={`${styles['head'] ?? ''} ${className}`}>
      <Choice
        label={t('compare.document')}
        value={current}
        options={documents.map(({ id, title }) => ({ value: id, label: title.value }))}
        onChange={onChoose}
      />
      {children}
    </div>
  );
}

/** Where no document was coded by two: a sentence each. */
export function NothingCompared({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <div className={styles['empty']}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** While passages are found between frames. */
export function Preparing() {
  return (
    <div className={styles['empty']} role="status">
      <p>{t('compare.preparing')}</p>
    </div>
  );
}
