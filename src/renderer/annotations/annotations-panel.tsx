import type { ReactNode } from 'react';
import type { Annotation } from '../../core/annotation/annotation';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { openAnnotations } from '../state/annotation-actions';
import { useApp } from '../state/app-state';
import { AnnotationList } from './annotation-list';
import { Inspector } from './inspector';
import styles from './annotations.module.css';

interface Props {
  /** What other features say about the selected annotation, below what the inspector says itself. */
  readonly sections?: (annotation: Annotation, project: Project) => ReactNode;
}

/** What is coded in the open document: the selected annotation above, all of them below. */
export function AnnotationsPanel({ sections }: Props) {
  const annotations = useApp(openAnnotations);
  const selected = useApp((state) => openAnnotations(state).find(state.selectedId));
  const project = useApp((state) => state.project);
  if (project === undefined) return null;
  return (
    <aside className={styles['panel']} aria-label={t('window.list.title')} data-pane tabIndex={-1}>
      {selected === undefined ? null : (
        <Inspector annotation={selected} project={project}>
          {sections?.(selected, project)}
        </Inspector>
      )}
      <AnnotationList annotations={annotations.sorted} project={project} />
    </aside>
  );
}
