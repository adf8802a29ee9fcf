import { useEffect } from 'react';
import type { Annotation } from '../../core/annotation/annotation';
import type { MemoSubject } from '../../core/memo/memo';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { AnnotationsPanel } from '../annotations/annotations-panel';
import { QuickBar } from '../coding/quick-bar';
import { DocumentsPanel } from '../documents/documents-panel';
import { MemoSection } from '../memos/memo-section';
import { Reader } from '../reader/reader';
import { LinkEnds } from '../relations/link-ends';
import { RelationLayer } from '../relations/relation-layer';
import { RelationsSection } from '../relations/relations-section';
import { useApp } from '../state/app-state';
import { MemoPlaceProvider } from '../ui/memo-slot';
import { setCodeColours } from '../ui/code-sheet';
import { Dialogs } from './dialogs';
import { EmptyPage } from './empty-page';
import { CurrentPage } from './pages';
import { SaveProblem } from './save-status';
import { ToastList } from './toast-list';
import { TitleBar } from './title-bar';
import { useDrop } from './use-drop';
import { useKeys } from './use-keys';
import { usePanels } from './use-panels';
import styles from './shell.module.css';

/** The window: documents, text, annotations, and what floats over them. */
export function App() {
  const document = useApp((state) => state.document);
  const codebook = useApp((state) => state.project?.codebook);
  const reading = useApp((state) => state.settings.reading);
  const isText = useApp((state) => state.view.kind === 'text');
  const panels = usePanels();
  const isDragging = useDrop();
  useKeys();
  useEffect(() => {
    if (codebook !== undefined) setCodeColours(codebook.codes);
  }, [codebook]);

  const page = {
    '--reading-size': `${String(reading.textSize)}px`,
    '--reading-leading': String(reading.lineSpacing),
    '--reading-measure': String(reading.measure),
  } as React.CSSProperties;
  return (
    <MemoPlaceProvider value={showMemos}>
      <div className={styles['window']} style={page}>
        <TitleBar panels={panels} />
        <SaveProblem />
        <div className={styles['panes']} data-narrow={panels.isNarrow || undefined}>
          {panels.closeDrawer === undefined ? null : (
            <div className={styles['scrim']} onClick={panels.closeDrawer} />
          )}
          {panels.documents.isOpen ? (
            <div className={styles['documents']}>
              <DocumentsPanel />
            </div>
          ) : null}
          <main className={styles['middle']} aria-label={t('window.reader.region')}>
            <div
              className={styles['reader']}
              data-covered={!isText || undefined}
              data-pane={isText || undefined}
              tabIndex={-1}
            >
              {document === undefined ? (
                <EmptyPage />
              ) : (
                <Reader key={document.id} document={document} asking={<QuickBar />}>
                  <RelationLayer />
                </Reader>
              )}
              <LinkEnds />
            </div>
            <CurrentPage />
          </main>
          {panels.inspector.isOpen ? (
            <div className={styles['inspector']}>
              <AnnotationsPanel sections={relationsOf} />
            </div>
          ) : null}
        </div>
        {isDragging ? (
          <div className={styles['drop']}>
            <p>{t('window.dropHere')}</p>
          </div>
        ) : null}
        <Dialogs />
        <ToastList />
        <Announcer />
      </div>
    </MemoPlaceProvider>
  );
}

/** What the inspector says of the selected annotation's links. */
function relationsOf(annotation: Annotation, project: Project) {
  return (
    <RelationsSection
      key={`relations ${annotation.id}`}
      annotation={annotation}
      project={project}
    />
  );
}

/** Where a feature leaves a place for memos, the memos feature fills it. */
function showMemos(about: MemoSubject) {
  return <MemoSection about={about} />;
}

/** Says to people who listen what people who look can see. */
function Announcer() {
  const announcement = useApp((state) => state.announcement);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {announcement}
    </div>
  );
}
