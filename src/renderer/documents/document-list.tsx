import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import type { DocumentId } from '../../core/ids';
import type { WorkState } from '../../core/teamwork/work-state';
import type { SourceDocument } from '../../core/document/source-document';
import { annotationsOf, marksOf, type Project } from '../../core/project/project';
import { useApp } from '../state/app-state';
import { DocumentRow } from './document-row';
import { rowsToMake } from './rows-to-make';
import styles from './documents.module.css';

/** Height of a row of two lines before it is measured, in CSS pixels. */
const USUAL = 72;
/** Rows beyond both ends of what is seen: a corpus of a few dozen texts is there whole. */
const BEYOND = 20;

interface Props {
  readonly project: Project;
  readonly documents: readonly SourceDocument[];
  /** How far the coder at this computer is with what is assigned to them. */
  readonly work: ReadonlyMap<DocumentId, WorkState>;
}

/** The rows near what is seen, and that of the open document, to which the focus comes from elsewhere. */
export function DocumentList({ project, documents, work }: Props) {
  const openId = useApp((state) => state.document?.id);
  const places = useApp((state) => state.places);
  const scroller = useRef<HTMLDivElement>(null);
  const openAt = documents.findIndex(({ id }) => id === openId);
  const virtual = useVirtualizer({
    count: documents.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL,
    getItemKey: useCallback((index: number) => documents[index]?.id ?? index, [documents]),
    rangeExtractor: useCallback(
      (range: Range) => rowsToMake(defaultRangeExtractor(range), openAt),
      [openAt],
    ),
    overscan: BEYOND,
    useFlushSync: false,
  });
  useEffect(() => {
    if (openAt !== -1) virtual.scrollToIndex(openAt, { align: 'auto' });
  }, [openAt, virtual]);
  return (
    <div ref={scroller} className={styles['list']}>
      <ul className={styles['rows']} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const document = documents[index];
          return document === undefined ? null : (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={styles['place']}
              style={{ transform: `translateY(${String(start)}px)` }}
              aria-setsize={documents.length}
              aria-posinset={index + 1}
            >
              <DocumentRow
                codes={project.codebook.codes}
                annotations={annotationsOf(project, document.id)}
                marks={marksOf(project, document.id)}
                document={document}
                work={work.get(document.id)}
                isOpen={index === openAt}
                place={places[document.id]}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
