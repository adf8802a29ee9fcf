import { memo, useDeferredValue, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { Annotation } from '../../core/annotation/annotation';
import type { SortedAnnotations } from '../../core/annotation/sorted';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { openAnnotations } from '../state/annotation-actions';
import { useApp } from '../state/app-state';
import { setPanelCatchUp } from '../state/panel-catch-up';
import { AnnotationList } from './annotation-list';
import { Inspector } from './inspector';
import styles from './annotations.module.css';

interface Props {
  /** What other features say about the selected annotation, below what the inspector says itself. */
  readonly sections?: (annotation: Annotation, project: Project) => ReactNode;
}

/**
 * What is coded in the open document: the selected annotation above, all of them below. A key that codes a passage must
 * show its highlight within a frame, so the panel follows the text in a moment of its own: all it shows is of one state.
 */
export function AnnotationsPanel({ sections }: Props) {
  const annotations = useApp(openAnnotations);
  const selectedId = useApp((state) => state.selectedId);
  const project = useApp((state) => state.project);
  const now = useMemo(
    () => ({ annotations: annotations.sorted, selected: annotations.find(selectedId), project }),
    [annotations, selectedId, project],
  );
  const later = useDeferredValue(now);
  const [atOnce, setAtOnce] = useState<typeof now>();
  useLayoutEffect(() => {
    setPanelCatchUp(() => {
      flushSync(() => {
        setAtOnce(now);
      });
    });
    return () => {
      setPanelCatchUp(undefined);
    };
  }, [now]);
  const shown = atOnce === now ? now : later;
  if (shown.project === undefined) return null;
  return (
    <aside
      className={styles['panel']}
      aria-label={t('window.list.title')}
      aria-busy={shown !== now}
      data-pane
      tabIndex={-1}
    >
      <Shown {...shown} project={shown.project} sections={sections} />
    </aside>
  );
}

interface ShownProps {
  readonly annotations: SortedAnnotations;
  readonly selected: Annotation | undefined;
  readonly project: Project;
  readonly sections: Props['sections'];
}

const Shown = memo(function Shown({ annotations, selected, project, sections }: ShownProps) {
  return (
    <>
      {selected === undefined ? null : (
        <Inspector annotation={selected} project={project}>
          {sections?.(selected, project)}
        </Inspector>
      )}
      <AnnotationList annotations={annotations} project={project} selectedId={selected?.id} />
    </>
  );
});
