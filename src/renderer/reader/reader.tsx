import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { ExcludedRegion } from '../../core/document/source-document';
import { progressOf } from '../../core/document/progress';
import { findCoder, findDocument, marksOf } from '../../core/project/project';
import { t } from '../../core/messages/message';
import { announceReady } from '../state/ready';
import {
  mayEdit,
  moveAnnotation,
  openAnnotations,
  selectAnnotation,
} from '../state/annotation-actions';
import { store, useApp, type OpenDocument } from '../state/app-state';
import { keepPlace } from '../state/document-actions';
import { setTextPage, tellPageDrawn } from '../state/text-page';
import { codeName, type Code } from '../../core/codebook/codebook';
import { extentOf, quoteOf } from '../../core/annotation/annotation';
import { setPassageShower } from '../state/passage-focus';
import { DocumentFacts } from '../ui/document-facts';
import { Beside } from './beside';
import type { Layer } from './cover';
import { searchAnew } from './find';
import { FindBar } from './find-bar';
import { createReaderKeys } from './keys';
import type { Passage } from './reader-contract';
import { ReaderView } from './reader-view';
import { SelectionBar } from './selection-bar';
import { setCurrentReader } from './current-reader';
import styles from './reader.module.css';

const NO_REGIONS: readonly ExcludedRegion[] = [];
const NO_CODES: readonly Code[] = [];

/** How long the page must rest before its place is kept, in milliseconds. */
const REST = 150;

/** What lies over a stretch of text, outermost first; another coder's with the name. */
function describeLayers(layers: readonly Layer[]): string {
  const { project, coderId } = store.getState();
  if (project === undefined) return '';
  const names = layers.map((layer) => {
    const code = codeName(project.codebook, layer.codeId);
    if (layer.coderId === coderId) return code;
    const coder = findCoder(project, layer.coderId)?.name ?? layer.coderId;
    return t('reader.layer.other', { code, coder });
  });
  return names.join(', ');
}

interface Props {
  readonly document: OpenDocument;
  /** What asks about the selected annotation, at its passage. */
  readonly asking?: ReactNode;
  /** Drawn over the page by others. */
  readonly children?: ReactNode;
}

/** The document on the page: text, highlights, margin and everything that floats over it. */
export function Reader({ document, asking, children }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const margin = useRef<HTMLDivElement>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const view = useRef<ReaderView>(undefined);
  const [passage, setPassage] = useState<Passage>();
  const [bar, setBar] = useState<ReaderView>();

  const source = useApp((state) => state.project && findDocument(state.project, document.id));
  const annotations = useApp(openAnnotations);
  const codebook = useApp((state) => state.project?.codebook);
  const selectedId = useApp((state) => state.selectedId);
  const pointedId = useApp((state) => state.pointedId);
  const reading = useApp((state) => state.settings.reading);

  useLayoutEffect(() => {
    const elements = {
      scroller: scroller.current as HTMLElement,
      page: page.current as HTMLElement,
      text: text.current as HTMLElement,
      margin: margin.current as HTMLElement,
      overlay: overlay.current as HTMLElement,
    };
    const { project, places } = store.getState();
    const known = project && findDocument(project, document.id);
    let resting: ReturnType<typeof setTimeout> | undefined;
    const created = new ReaderView(
      elements,
      {
        text: document.text,
        paragraphs: document.paragraphs,
        title: known?.title.value ?? '',
        excluded: known?.excluded ?? [],
      },
      openAnnotations(store.getState()),
      {
        onPassage: setPassage,
        onActivate: selectAnnotation,
        onMove: (id, span) => {
          const annotation = openAnnotations(store.getState()).find(id);
          if (annotation !== undefined) moveAnnotation(annotation, span);
        },
        onKey: (event) => view.current !== undefined && keys(event, view.current),
        onDrawn: tellPageDrawn,
        onPlace: (here) => {
          clearTimeout(resting);
          resting = setTimeout(keepPlace, REST, document.id, here);
        },
        mayMove: mayEdit,
        describe: describeLayers,
        labelOf: (annotation) => {
          const now = store.getState().project;
          return t('window.reader.lane', {
            code: now === undefined ? '' : codeName(now.codebook, annotation.codeId),
            coder: (now && findCoder(now, annotation.coderId)?.name) ?? '',
            quote: quoteOf(annotation).slice(0, 160),
          });
        },
      },
    );
    const keys = createReaderKeys(() => overlay.current);
    view.current = created;
    setBar(created);
    setCurrentReader(created);
    setTextPage(created.port);
    created.setCodes(project?.codebook.codes ?? NO_CODES);
    const place = places[document.id];
    if (place !== undefined) {
      created.showPlace(place.offset, place.fraction);
      created.setCaret(place.offset);
    }
    searchAnew();
    created.focus();
    created.reportPlace();
    setPassageShower({
      documentId: document.id,
      show: (span) => {
        created.select(span, false);
        created.reveal(span);
      },
    });
    void announceReady();
    return () => {
      clearTimeout(resting);
      setPassageShower(undefined);
      setCurrentReader(undefined);
      setTextPage(undefined);
      created.destroy();
      view.current = undefined;
      setPassage(undefined);
    };
  }, [document]);

  const marks = useApp((state) => state.project && marksOf(state.project, document.id));
  const coderId = useApp((state) => state.coderId);
  useLayoutEffect(() => {
    const decisions = progressOf(marks ?? [], coderId).paragraphs;
    view.current?.setRegions(source?.excluded ?? [], decisions);
  }, [source?.excluded, marks, coderId, document]);

  // A page over the text hides it: what changes meanwhile is painted in one go before it is seen again.
  const isCovered = useApp((state) => state.view.kind !== 'text');
  useLayoutEffect(() => {
    if (!isCovered) view.current?.setCodes(codebook?.codes ?? NO_CODES);
  }, [codebook, isCovered]);

  useLayoutEffect(() => {
    if (!isCovered) view.current?.setAnnotations(annotations, selectedId);
  }, [annotations, selectedId, document, isCovered]);

  useEffect(() => {
    const annotation = openAnnotations(store.getState()).find(selectedId);
    if (annotation !== undefined) view.current?.reveal(extentOf(annotation));
  }, [selectedId]);

  useLayoutEffect(() => {
    view.current?.setPointed(pointedId);
  }, [pointedId, document]);

  useLayoutEffect(() => {
    view.current?.reflow();
  }, [reading]);

  return (
    <div className={styles['frame']}>
      <FindBar excluded={source?.excluded ?? NO_REGIONS} />
      <div ref={scroller} className={styles['scroller']} data-testid="reader">
        <div ref={page} className={styles['page']}>
          {source === undefined ? null : (
            <header className={styles['heading']}>
              <h1
                dir="auto"
                className={styles['title']}
                data-inferred={source.title.inferred || undefined}
              >
                {source.title.value}
              </h1>
              <DocumentFacts document={source} className={styles['facts'] ?? ''} />
            </header>
          )}
          <div ref={text} />
          <div ref={margin} className={styles['margin']} />
          <div ref={overlay} className={styles['overlay']}>
            {children}
            {passage === undefined ? null : <SelectionBar passage={passage} view={bar} />}
            <Beside view={bar}>{asking}</Beside>
          </div>
        </div>
      </div>
    </div>
  );
}
