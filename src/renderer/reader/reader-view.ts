import type { Transaction } from 'prosemirror-state';
import { DecorationSet, type EditorView } from 'prosemirror-view';
import type { Code } from '../../core/codebook/codebook';
import type { Progress } from '../../core/document/progress';
import type { ExcludedRegion } from '../../core/document/source-document';
import type { AnnotationId } from '../../core/ids';
import type { Offset, Span } from '../../core/text/span';
import type { ReadingPlace } from '../../ipc/settings';
import type { AnnotationView } from '../state/annotation-view';
import type { TextPage } from '../state/text-page';
import type { CaretStep } from './caret';
import { createDocumentMap, type DocumentMap } from './document-map';
import { createEditor } from './editor';
import { Geometry, type Covered } from './geometry';
import { createPagePort } from './page-port';
import { Painter, type Paint } from './painter';
import { PassageSelection } from './passage-selection';
import { Pointing } from './pointing';
import type { Passage, ReaderDocument, ReaderElements, ReaderEvents } from './reader-contract';
import { createReaderDoc } from './schema';
import { Sections } from './sections';

/** Everything between ProseMirror and the rest of the window: outside this folder there are only UTF-16 offsets. */
export class ReaderView {
  /** For what is drawn over the page by others. */
  readonly port: TextPage;
  private readonly map: DocumentMap;
  private readonly view: EditorView;
  private readonly sections: Sections;
  private readonly geometry: Geometry;
  private readonly selection: PassageSelection;
  private readonly painter: Painter;
  private readonly resizing: ResizeObserver;
  private readonly pointing = new Pointing((exactly) => {
    this.finishPointing(exactly);
  });
  private width = 0;
  private place: ReadingPlace | undefined;
  /** Selected before the first click of a double click, which selects words and nothing else. */
  private selectedBefore: AnnotationId | undefined;

  constructor(
    private readonly elements: ReaderElements,
    private readonly source: ReaderDocument,
    annotations: AnnotationView,
    private readonly events: ReaderEvents,
  ) {
    this.map = createDocumentMap(source.paragraphs);
    const doc = createReaderDoc(source.text, this.map);
    this.sections = new Sections(this.map, doc, elements, () => {
      this.painter.repaint();
    });
    const paint: Paint = { decorations: DecorationSet.empty };
    this.view = createEditor(
      elements.text,
      doc,
      source.title,
      this.sections,
      () => paint.decorations,
      this.editorEvents(),
    );
    this.selection = new PassageSelection(this.view, this.map, source, (offset) => {
      this.fillAt(offset);
    });
    this.geometry = new Geometry(
      this.view,
      this.map,
      elements,
      this.sections.elements,
      source.text.length,
    );
    const canvas = {
      view: this.view,
      paint,
      map: this.map,
      geometry: this.geometry,
      sections: this.sections,
      elements,
      pending: () => (this.pointing.isGoingOn ? undefined : this.selection.preview()),
    };
    this.painter = new Painter(canvas, annotations, source.excluded, source.text, {
      ...events,
      onPick: (id) => {
        events.onActivate(id);
        this.focus();
      },
      onLeaveEnds: () => {
        this.focus();
      },
    });
    this.port = createPagePort({
      geometry: this.geometry,
      margin: this.painter.margin,
      page: elements.page,
      text: elements.text,
      annotations: () => this.painter.annotations,
      reveal: (span, coveredBelow) => {
        this.reveal(span, { bottom: coveredBelow ?? 0 });
      },
    });
    this.resizing = new ResizeObserver(() => {
      if (elements.page.clientWidth === this.width) this.refresh();
      else this.reflow();
    });
    this.resizing.observe(elements.page);
    elements.scroller.addEventListener('scroll', this.onScroll, { passive: true });
    this.width = elements.page.clientWidth;
    this.refresh();
    this.sections.start();
  }

  destroy(): void {
    this.sections.stop();
    this.resizing.disconnect();
    this.pointing.destroy();
    this.elements.scroller.removeEventListener('scroll', this.onScroll);
    this.view.destroy();
    this.painter.destroy();
  }

  /** Takes the excluded regions, and what this coder decided about paragraphs. */
  setRegions(excluded: readonly ExcludedRegion[], decisions: Progress['paragraphs']): void {
    this.painter.setRegions(excluded, decisions);
  }

  setCodes(codes: readonly Code[]): void {
    this.painter.setCodes(codes);
  }

  /** Takes the current annotations and the selected one; paints what changed. */
  setAnnotations(annotations: AnnotationView, selectedId: AnnotationId | undefined): void {
    this.painter.setAnnotations(annotations, selectedId);
  }

  /** Shows which annotation is pointed at from elsewhere in the window. */
  setPointed(id: AnnotationId | undefined): void {
    this.painter.setPointed(id);
  }

  /** Paints what was found in the text, the one that is shown stronger. */
  setHits(hits: readonly Span[], current: Span | undefined): void {
    this.painter.setHits(hits, current);
  }

  focus(): void {
    this.view.focus();
  }

  hasFocus(): boolean {
    return this.view.hasFocus();
  }

  /** Goes to the end of the selected annotation, to move it by key. */
  focusHandle(): void {
    this.painter.focusHandle();
  }

  /** The passage that a code would be put on now; `exactly` leaves it as it was selected. */
  passage(exactly: boolean): Span | undefined {
    return this.selection.passage(exactly);
  }

  hasSelection(): boolean {
    return !this.selection.isEmpty;
  }

  /** The caret, as a UTF-16 offset. */
  caret(): Offset {
    return this.selection.caret;
  }

  select(span: Span, isBackward: boolean): void {
    this.selection.select(span, isBackward);
  }

  /** Takes the selection away and leaves the caret at its end. */
  collapse(): void {
    this.selection.collapse();
  }

  setCaret(offset: number): void {
    this.selection.setCaret(offset);
  }

  moveCaret(step: CaretStep, extend: boolean): void {
    this.selection.moveCaret(step, extend);
  }

  get text(): string {
    return this.source.text;
  }

  /** The words of a passage. */
  textOf(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  /** Where the bar stands beside a passage. */
  placeBar(passage: Passage, bar: HTMLElement): { readonly left: number; readonly top: number } {
    return this.geometry.placeBeside(passage, bar);
  }

  /** Where what is asked about an annotation stands. Scrolls to it first: a later scroll would take it out of sight. */
  placeBeside(span: Span): ReturnType<Geometry['placeAsking']> {
    this.reveal(span);
    return this.geometry.placeAsking(span);
  }

  /** Brings a passage into view if it is not, a third from the top; what is `covered` does not count as seen. */
  reveal(span: Span, covered: Partial<Covered> = {}): void {
    this.fillAt(span.start);
    this.geometry.reveal(span, { top: 0, bottom: 0, ...covered });
    this.refresh();
  }

  /** Scrolls so that the paragraph at `offset` is at the top, `fraction` of it above the edge. */
  showPlace(offset: number, fraction: number): void {
    this.fillAt(offset);
    this.geometry.scrollTo(offset, fraction);
    this.refresh();
  }

  /** Tells what is at the top edge and how far the text was seen. */
  reportPlace(): void {
    this.place = this.geometry.place();
    if (this.place !== undefined) this.events.onPlace(this.place);
  }

  /** Repaints what is near the viewport: called when the page was scrolled, resized or set differently. */
  refresh(): void {
    if (this.sections.update()) this.painter.repaint();
    else this.painter.scheduleMargin();
  }

  /** After the page was set differently: the same text stays at the top edge, and what floats goes with its passage. */
  reflow(): void {
    this.width = this.elements.page.clientWidth;
    if (this.place !== undefined) this.geometry.scrollTo(this.place.offset, this.place.fraction);
    this.refresh();
    if (this.hasSelection()) this.reportPassage();
  }

  /** Selects the innermost annotation at the caret, or the one around it when that is selected already. */
  activateAt(offset: number): void {
    const here = this.painter.annotations.index.at(offset);
    const position = here.findIndex((one) => one.id === this.painter.selected?.id);
    const next = here[(position + 1) % Math.max(1, here.length)];
    this.events.onActivate(next?.id);
  }

  private editorEvents(): Parameters<typeof createEditor>[5] {
    return {
      dispatch: (transaction) => {
        this.dispatch(transaction);
      },
      onKey: (event) => {
        this.pointing.settle();
        this.selection.read();
        return this.events.onKey(event);
      },
      onPointerDown: (event) => {
        if (!this.pointing.begin(event)) return;
        this.events.onPassage(undefined);
        // Inside a selection the browser would begin to drag its words instead of selecting others.
        const selection = document.getSelection();
        if (!event.shiftKey && selection?.isCollapsed === false) selection.collapseToStart();
      },
      onMouseDown: ({ detail }) => {
        if (detail <= 1) this.selectedBefore = this.painter.selected?.id;
      },
      copied: () => this.selection.words(),
    };
  }

  private dispatch(transaction: Transaction): void {
    if (transaction.docChanged) return;
    const before = this.view.state.selection;
    this.view.updateState(this.view.state.apply(transaction));
    if (!before.eq(this.view.state.selection) && !this.pointing.isGoingOn) this.reportPassage();
  }

  private readonly onScroll = (): void => {
    this.refresh();
    this.reportPlace();
  };

  /** After the mouse: a drag gives a passage; a click selects the annotation under it. */
  private finishPointing(exactly: boolean): void {
    this.selection.read();
    const isClick = this.selection.isEmpty;
    this.selection.settle(exactly);
    if (!isClick && this.painter.selected?.id !== this.selectedBefore) {
      this.events.onActivate(this.selectedBefore);
    }
    this.reportPassage();
    if (isClick) this.activateAt(this.caret());
  }

  private reportPassage(): void {
    const span = this.selection.passage(false);
    if (span === undefined) {
      this.events.onPassage(undefined);
    } else {
      const { left } = this.geometry.caretBox(this.caret(), 1);
      this.events.onPassage({ span, left, ...this.geometry.extent(span.start, span.end) });
    }
    this.painter.repaint();
  }

  private fillAt(offset: number): void {
    if (this.sections.fillAt(offset)) this.painter.repaint();
  }
}
