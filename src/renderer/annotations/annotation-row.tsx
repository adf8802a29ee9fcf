import { CircleDashed, StickyNote } from 'lucide-react';
import { memo } from 'react';
import { extentOf, quoteOf, type Annotation } from '../../core/annotation/annotation';
import type { Code } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { paragraphNumberAt } from '../../core/text/paragraph';
import { deleteAnnotation, isOwn, selectAnnotation } from '../state/annotation-actions';
import { store, useApp } from '../state/app-state';
import { focusText } from '../state/text-focus';
import { goToAnnotation } from '../state/view-actions';
import { CodeMark } from '../ui/code-mark';
import { isShort } from './list-rows';
import styles from './annotations.module.css';

interface Props {
  readonly annotation: Annotation;
  readonly code: Code | undefined;
  /** Whose it is, when it is another coder's. */
  readonly coder: string | undefined;
  readonly isSelected: boolean;
  readonly isIncomplete: boolean;
}

/** Given values that stay the same objects, so that only the rows that changed are made anew. */
export const AnnotationRow = memo(function AnnotationRow({
  annotation,
  code,
  coder,
  isSelected,
  isIncomplete,
}: Props) {
  // Paragraphs are known of the open document alone.
  const n = useApp(({ document }) =>
    document?.id === annotation.documentId
      ? paragraphNumberAt(document.paragraphs, extentOf(annotation).start)
      : undefined,
  );
  return (
    <button
      type="button"
      className={`${styles['row'] ?? ''} ${isSelected ? (styles['rowSelected'] ?? '') : ''}`}
      aria-current={isSelected ? 'true' : undefined}
      onClick={() => {
        go(annotation);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Delete' && event.key !== 'Backspace') return;
        if (isOwn(annotation)) focusNeighbour(event.currentTarget);
        deleteAnnotation(annotation);
      }}
    >
      <span className={styles['rowHead']}>
        {code === undefined ? null : <CodeMark code={code} />}
        <span className={styles['rowCode']}>{code?.name ?? annotation.codeId}</span>
        {coder === undefined ? null : <span className={styles['rowCoder']}>{coder}</span>}
        {isIncomplete ? (
          <CircleDashed size={12} role="img" aria-label={t('coding.list.incomplete')} />
        ) : null}
        {annotation.memo === '' ? null : (
          <StickyNote size={12} role="img" aria-label={t('window.list.memo')} />
        )}
        {n === undefined ? null : (
          <span className={styles['rowPlaceName']}>{t('window.inspector.paragraph', { n })}</span>
        )}
      </span>
      <span className={styles['rowQuote']} data-short={isShort(annotation) || undefined} dir="auto">
        {quoteOf(annotation)}
      </span>
    </button>
  );
});

function go({ documentId, id }: Annotation): void {
  if (store.getState().document?.id === documentId) selectAnnotation(id);
  else void goToAnnotation(documentId, id);
}

/** Before a row goes, so that the focus does not go with it. */
function focusNeighbour(row: HTMLElement): void {
  const place = row.closest('li');
  const near = [place?.nextElementSibling, place?.previousElementSibling];
  const button = near
    .map((neighbour) => neighbour?.querySelector('button'))
    .find((found) => found instanceof HTMLElement);
  if (button) button.focus();
  else focusText();
}
