import { StickyNote } from 'lucide-react';
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { extentOf, quoteOf, type Annotation } from '../../core/annotation/annotation';
import { activeCodes, findCode, type Code } from '../../core/codebook/codebook';
import type { SortedAnnotations } from '../../core/annotation/sorted';
import type { CodeId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { findCoder, type Project } from '../../core/project/project';
import { paragraphNumberAt, type Paragraph } from '../../core/text/paragraph';
import { deleteAnnotation, isOwn, selectAnnotation } from '../state/annotation-actions';
import { useApp } from '../state/app-state';
import { countByCode } from '../state/code-counts';
import { focusText } from '../state/text-focus';
import { CodeMark } from '../ui/code-mark';
import styles from './annotations.module.css';

const NO_PARAGRAPHS: readonly Paragraph[] = [];

interface Props {
  readonly annotations: SortedAnnotations;
  readonly project: Project;
}

/** Heights of rows whose quote gets one line or two, in CSS pixels; known beforehand, so that no row is measured. */
const ROW_HEIGHTS = [52, 74] as const;
/** A quote of so many characters gets one line; in UTF-16 code units. */
const SHORT_QUOTE = 28;

/** All annotations of the open document in text order; only the rows on the screen exist. */
export function AnnotationList({ annotations, project }: Props) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const selectedId = useApp((state) => state.selectedId);
  const coderId = useApp((state) => state.coderId);
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useMemo(
    // The selected one is shown whatever is hidden, or what was just made would seem lost.
    () => annotations.filter((one) => !hidden.has(one.codeId) || one.id === selectedId),
    [annotations, hidden, selectedId],
  );
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback((index: number) => heightOf(shown[index]), [shown]),
    getItemKey: useCallback((index: number) => shown[index]?.id ?? index, [shown]),
    overscan: 6,
    useFlushSync: false,
  });
  useEffect(() => {
    const index = shown.findIndex((one) => one.id === selectedId);
    if (index !== -1) rows.scrollToIndex(index, { align: 'auto' });
  }, [selectedId, shown, rows]);

  const codes = activeCodes(project.codebook);
  const counts = countByCode(annotations);
  const used = codes.filter((code) => counts.has(code.id));
  return (
    <section className={styles['list']} aria-label={t('window.list.title')}>
      <header className={styles['listHeader']}>
        <h2 className={styles['heading']}>{t('window.list.title')}</h2>
        <span className={styles['total']}>{t('window.list.total', { n: shown.length })}</span>
      </header>
      {used.length > 1 ? (
        <CodeFilter codes={used} counts={counts} hidden={hidden} onChange={setHidden} />
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
                className={styles['rowPlace']}
                style={{ transform: `translateY(${String(item.start)}px)`, height: item.size }}
                aria-setsize={shown.length}
                aria-posinset={item.index + 1}
              >
                <Row
                  annotation={annotation}
                  code={findCode(project.codebook, annotation.codeId)}
                  coder={
                    annotation.coderId === coderId
                      ? undefined
                      : (findCoder(project, annotation.coderId)?.name ?? annotation.coderId)
                  }
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

interface RowProps {
  readonly annotation: Annotation;
  readonly code: Code | undefined;
  /** Whose it is, when it is another coder's. */
  readonly coder: string | undefined;
  readonly isSelected: boolean;
}

/** Given values that stay the same objects, so that only the rows that changed are made anew. */
const Row = memo(function Row({ annotation, code, coder, isSelected }: RowProps) {
  const n = useApp((state) =>
    paragraphNumberAt(state.document?.paragraphs ?? NO_PARAGRAPHS, extentOf(annotation).start),
  );
  return (
    <button
      type="button"
      className={`${styles['row'] ?? ''} ${isSelected ? (styles['rowSelected'] ?? '') : ''}`}
      aria-current={isSelected ? 'true' : undefined}
      onClick={() => {
        selectAnnotation(annotation.id);
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
        {annotation.memo === '' ? null : (
          <StickyNote size={12} role="img" aria-label={t('window.list.memo')} />
        )}
        <span className={styles['rowPlaceName']}>{t('window.inspector.paragraph', { n })}</span>
      </span>
      <span className={styles['rowQuote']} data-short={isShort(annotation) || undefined} dir="auto">
        {quoteOf(annotation)}
      </span>
    </button>
  );
});

/** Before a row goes, so that the focus does not go with it. */
function focusNeighbour(row: HTMLElement): void {
  const place = row.closest('li');
  const neighbour = place?.nextElementSibling ?? place?.previousElementSibling;
  const button = neighbour?.querySelector('button');
  if (button) button.focus();
  else focusText();
}

function isShort({ pieces }: Annotation): boolean {
  return pieces.length === 1 && pieces[0].exact.length <= SHORT_QUOTE;
}

function heightOf(annotation: Annotation | undefined): number {
  return ROW_HEIGHTS[annotation === undefined || isShort(annotation) ? 0 : 1];
}

interface FilterProps {
  readonly codes: readonly Code[];
  readonly counts: ReadonlyMap<CodeId, number>;
  readonly hidden: ReadonlySet<string>;
  readonly onChange: (hidden: ReadonlySet<string>) => void;
}

function CodeFilter({ codes, counts, hidden, onChange }: FilterProps) {
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
          <span className={styles['total']}>{counts.get(code.id)}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

const either = new Intl.ListFormat('en', { type: 'disjunction' });

function keysOf(codes: readonly Code[]): string {
  return either.format(codes.flatMap((code) => code.key?.toUpperCase() ?? []));
}
