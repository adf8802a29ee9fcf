import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Annotation } from '../../core/annotation/annotation';
import type { SortedAnnotations } from '../../core/annotation/sorted';
import { activeCodes, findCode, type Code } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { missingAttributes } from '../../core/project/effective';
import { findCoder, type Project } from '../../core/project/project';
import { useApp } from '../state/app-state';
import { listTest, setListScope } from '../state/list-filter';
import { AnnotationRow } from './annotation-row';
import { FilterBar } from './filter-bar';
import { HiddenNotice } from './hidden-notice';
import { NewcomerNotice } from './newcomer-notice';
import { annotationRows, heightOf, projectRows, type ListRow } from './list-rows';
import styles from './annotations.module.css';

interface Props {
  readonly annotations: SortedAnnotations;
  readonly project: Project;
  readonly selectedId: Annotation['id'] | undefined;
}

/** The annotations that fit the filter, of the open document or of all; only the rows on the screen exist. */
export function AnnotationList({ annotations, project, selectedId }: Props) {
  const { filter, scope } = useApp((state) => state.list);
  const isShown = useApp(listTest);
  const isProject = scope === 'project';
  const of = isProject ? countAll(project) : annotations.length;
  const rows = useMemo(
    () =>
      // The selected one is shown whatever is looked for, or what was just made would seem lost.
      isProject
        ? projectRows(project, (one) => isShown(one) || one.id === selectedId)
        : annotationRows(annotations.filter((one) => isShown(one) || one.id === selectedId)),
    [isProject, project, annotations, isShown, selectedId],
  );
  const n = isProject
    ? rows.reduce((sum, row) => sum + (row.kind === 'document' ? row.n : 0), 0)
    : rows.length;
  return (
    <section className={styles['list']} aria-label={t('window.list.title')}>
      <header className={styles['listHeader']}>
        <h2 className={styles['heading']}>{t('window.list.title')}</h2>
        <span className={styles['total']} role="status">
          {filter.length === 0
            ? t('window.list.total', { n })
            : t('coding.filter.count', { n, of })}
        </span>
      </header>
      {of === 0 && !isProject && filter.length === 0 ? null : <FilterBar project={project} />}
      {project.documents.length > 1 ? <Scope scope={scope} /> : null}
      <NewcomerNotice project={project} />
      <HiddenNotice project={project} />
      {of === 0 ? (
        <div className={styles['empty']}>
          <p>{t('window.list.empty')}</p>
          <p>{t('window.list.emptyHint', { keys: keysOf(activeCodes(project.codebook)) })}</p>
        </div>
      ) : null}
      {of > 0 && n === 0 ? <p className={styles['empty']}>{t('coding.filter.none')}</p> : null}
      <Rows rows={rows} project={project} selectedId={selectedId} />
    </section>
  );
}

function Scope({ scope }: { readonly scope: 'document' | 'project' }) {
  return (
    <ToggleButtonGroup
      aria-label={t('coding.filter.scope')}
      className={styles['filter'] as string}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[scope]}
      onSelectionChange={(keys) => {
        setListScope(keys.has('project') ? 'project' : 'document');
      }}
    >
      {(['document', 'project'] as const).map((one) => (
        <ToggleButton key={one} id={one} className={styles['filterCode'] as string}>
          {t(`coding.filter.${one}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

interface RowsProps {
  readonly rows: readonly ListRow[];
  readonly project: Project;
  readonly selectedId: Annotation['id'] | undefined;
}

function Rows({ rows, project, selectedId }: RowsProps) {
  const coderId = useApp((state) => state.coderId);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback((index: number) => heightOf(rows[index]), [rows]),
    getItemKey: useCallback((index: number) => keyOf(rows[index]) ?? index, [rows]),
    overscan: 6,
    useFlushSync: false,
  });
  const height = virtual.scrollRect?.height ?? 0;
  useEffect(() => {
    const index = rows.findIndex((row) => keyOf(row) === selectedId);
    const row = virtual.measurementsCache[index];
    const top = virtual.scrollOffset ?? 0;
    // Asking the list to scroll has the whole page laid out first.
    if (row === undefined || (row.start >= top && row.end <= top + height)) return;
    virtual.scrollToIndex(index, { align: 'auto' });
  }, [selectedId, rows, virtual, height]);
  return (
    <div ref={scroller} className={styles['rows']}>
      <ol className={styles['rowsInner']} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row === undefined ? null : (
            <li
              key={item.key}
              className={styles['rowPlace']}
              style={{ transform: `translateY(${String(item.start)}px)`, height: item.size }}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
            >
              {row.kind === 'document' ? (
                <h3 className={styles['group']}>
                  <span className={styles['groupTitle']} dir="auto">
                    {row.document.title.value}
                  </span>
                  <span className={styles['total']}>{row.n.toLocaleString('en')}</span>
                </h3>
              ) : (
                <AnnotationRow
                  annotation={row.annotation}
                  code={findCode(project.codebook, row.annotation.codeId)}
                  coder={
                    row.annotation.coderId === coderId
                      ? undefined
                      : (findCoder(project, row.annotation.coderId)?.name ?? row.annotation.coderId)
                  }
                  isSelected={row.annotation.id === selectedId}
                  isIncomplete={missingAttributes(project, row.annotation).length > 0}
                />
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function keyOf(row: ListRow | undefined): string | undefined {
  return row?.kind === 'document' ? `document ${row.document.id}` : row?.annotation.id;
}

function countAll(project: Project): number {
  let n = 0;
  for (const set of project.annotations.values()) n += set.length;
  return n;
}

const either = new Intl.ListFormat('en', { type: 'disjunction' });

function keysOf(codes: readonly Code[]): string {
  return either.format(codes.flatMap((code) => code.key?.toUpperCase() ?? []));
}
