import { StickyNote } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { extentOf, quoteOf, type Annotation } from '../../core/annotation/annotation';
import { activeCodes, findCode, type Code } from '../../core/codebook/codebook';
import type { SortedAnnotations } from '../../core/annotation/sorted';
import { t } from '../../core/messages/message';
import { findCoder, type Project } from '../../core/project/project';
import { paragraphNumberAt } from '../../core/text/paragraph';
import { selectAnnotation } from '../state/annotation-actions';
import { useApp } from '../state/app-state';
import { CodeMark } from '../ui/code-mark';
import styles from './annotations.module.css';

interface Props {
  readonly annotations: SortedAnnotations;
  readonly project: Project;
}

/** Pixels a row is taken to need before it was measured. */
const ROW = 64;

/** All annotations of the open document in text order; only the rows on the screen exist. */
export function AnnotationList({ annotations, project }: Props) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const selectedId = useApp((state) => state.selectedId);
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useMemo(
    // The selected one is shown whatever is hidden, or what was just made would seem lost.
    () => annotations.filter((one) => !hidden.has(one.codeId) || one.id === selectedId),
    [annotations, hidden, selectedId],
  );
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 6,
  });
  useEffect(() => {
    const index = shown.findIndex((one) => one.id === selectedId);
    if (index !== -1) rows.scrollToIndex(index, { align: 'auto' });
  }, [selectedId, shown, rows]);

  const codes = activeCodes(project.codebook);
  const used = codes.filter((code) => annotations.some((one) => one.codeId === code.id));
  return (
    <section className={styles['list']} aria-label={t('window.list.title')}>
      <header className={styles['listHeader']}>
        <h2 className={styles['heading']}>{t('window.list.title')}</h2>
        <span className={styles['total']}>{t('window.list.total', { n: shown.length })}</span>
      </header>
      {used.length > 1 ? (
        <CodeFilter codes={used} annotations={annotations} hidden={hidden} onChange={setHidden} />
      ) : null}
      {annotations.length === 0 ? (
        <div className={styles['empty']}>
          <p>{t('window.list.empty')}</p>
          <p>{t('window.list.emptyHint', { keys: keysOf(codes) })}</p>
        </div>
      ) : null}
      {annotations.length > 0 && shown.length === 0 ? (
        <p className={styles['empty']}>{t('window.list.noneOfCode')}</p>
      ) : null}
      <div ref={scroller} className={styles['rows']}>
        <ol className={styles['rowsInner']} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((item) => {
            const annotation = shown[item.index];
            return annotation === undefined ? null : (
              <li
                key={item.key}
                ref={rows.measureElement}
                data-index={item.index}
                className={styles['rowPlace']}
                style={{ transform: `translateY(${String(item.start)}px)` }}
                aria-setsize={shown.length}
                aria-posinset={item.index + 1}
              >
                <Row
                  annotation={annotation}
                  project={project}
                  isSelected={annotation.id === selectedId}
                />
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}

function Row({
  annotation,
  project,
  isSelected,
}: {
  readonly annotation: Annotation;
  readonly project: Project;
  readonly isSelected: boolean;
}) {
  const paragraphs = useApp((state) => state.document?.paragraphs ?? []);
  const isOwn = useApp((state) => state.coderId === annotation.coderId);
  const code = findCode(project.codebook, annotation.codeId);
  const n = paragraphNumberAt(paragraphs, extentOf(annotation).start);
  return (
    <button
      type="button"
      className={`${styles['row'] ?? ''} ${isSelected ? (styles['rowSelected'] ?? '') : ''}`}
      aria-current={isSelected ? 'true' : undefined}
      onClick={() => {
        selectAnnotation(annotation.id);
      }}
    >
      <span className={styles['rowHead']}>
        {code === undefined ? null : <CodeMark code={code} />}
        <span className={styles['rowCode']}>{code?.name ?? annotation.codeId}</span>
        {isOwn ? null : (
          <span className={styles['rowCoder']}>{findCoder(project, annotation.coderId)?.name}</span>
        )}
        {annotation.memo === '' ? null : (
          <StickyNote size={12} role="img" aria-label={t('window.list.memo')} />
        )}
        <span className={styles['rowPlaceName']}>{t('window.inspector.paragraph', { n })}</span>
      </span>
      <span className={styles['rowQuote']} dir="auto">
        {quoteOf(annotation)}
      </span>
    </button>
  );
}

interface FilterProps {
  readonly codes: readonly Code[];
  readonly annotations: SortedAnnotations;
  readonly hidden: ReadonlySet<string>;
  readonly onChange: (hidden: ReadonlySet<string>) => void;
}

function CodeFilter({ codes, annotations, hidden, onChange }: FilterProps) {
  const shown = codes.filter((code) => !hidden.has(code.id)).map((code) => code.id as string);
  return (
    <ToggleButtonGroup
      aria-label={t('window.list.filter')}
      className={styles['filter'] as string}
      selectionMode="multiple"
      selectedKeys={shown}
      onSelectionChange={(keys) => {
        onChange(new Set(codes.map((code) => code.id as string).filter((id) => !keys.has(id))));
      }}
    >
      {codes.map((code) => (
        <ToggleButton key={code.id} id={code.id} className={styles['filterCode'] as string}>
          <CodeMark code={code} />
          {code.name}
          <span className={styles['total']}>
            {annotations.filter((one) => one.codeId === code.id).length}
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

const either = new Intl.ListFormat('en', { type: 'disjunction' });

function keysOf(codes: readonly Code[]): string {
  return either.format(codes.flatMap((code) => code.key?.toUpperCase() ?? []));
}
