import { t } from '../../core/messages/message';
import { openAnnotations } from '../state/annotation-actions';
import { useApp } from '../state/app-state';
import { AnnotationList } from './annotation-list';
import { Inspector } from './inspector';
import styles from './annotations.module.css';

/** What is coded in the open document: the selected annotation above, all of them below. */
export function AnnotationsPanel() {
  const annotations = useApp(openAnnotations);
  const selected = useApp((state) => openAnnotations(state).find(state.selectedId));
  const project = useApp((state) => state.project);
  if (project === undefined) return null;
  return (
    <aside className={styles['panel']} aria-label={t('window.list.title')} data-pane tabIndex={-1}>
      {selected === undefined ? null : <Inspector annotation={selected} project={project} />}
      <AnnotationList annotations={annotations.sorted} project={project} />
    </aside>
  );
}
