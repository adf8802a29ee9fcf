import { EditorState, Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView, DecorationSet } from 'prosemirror-view';
import { extentOf, type Annotation } from '../../core/annotation/annotation';
import type { AnnotationView } from '../state/annotation-view';
import type { Code } from '../../core/codebook/codebook';
import type { Progress } from '../../core/document/progress';
import type { ExcludedRegion } from '../../core/document/source-document';
import type { AnnotationId } from '../../core/ids';
import { t } from '../../core/messages/message';
import type { Paragraph } from '../../core/text/paragraph';
import { snapToGraphemes, snapToWords } from '../../core/text/snap';
import type { Offset, Span } from '../../core/text/span';
import type { ReadingPlace } from '../../ipc/settings';
import type { TextPage } from '../state/text-page';
import type { CaretStep } from './caret';
import { CoverStyles } from './cover-styles';
import type { Layer } from './cover';
import { createDocumentMap, type DocumentMap, type Section } from './document-map';
import { estimateHeight, Geometry, type Covered } from './geometry';
import { Handles } from './handles';
import { createDecorations } from './highlights';
import { Hydration } from './hydration';
import { HydrationMarks } from './hydration-marks';
import { Margin } from './margin';
import { createPagePort } from './page-port';
import { paintParts, type PaintedPart } from './painted-parts';
import { PartMarks } from './part-marks';
import { hideEditableFromReact } from './react-focus';
import { Pointing } from './pointing';
import { refuseChanges } from './read-only';
import { createReaderDoc, readerSchema } from './schema';
import { setNear, SectionView, type SectionContext } from './section-view';
import { sectionsNear } from './viewport';
import styles from './reader.module.css';

/** How far beyond the visible part the margin is drawn, in CSS pixels. */
const MARGIN_REACH = 240;

/** The elements the reader lives in, all inside `page`, whose top left corner is the origin of its coordinates. */
export interface ReaderElements {
  readonly scroller: HTMLElement;
  readonly page: HTMLElement;
  readonly text: HTMLElement;
  readonly margin: HTMLElement;
  readonly overlay: HTMLElement;
}

export interface ReaderDocument {
  readonly text: string;
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
  readonly excluded: readonly ExcludedRegion[];
}

/** A passage ready to be coded, and where a bar can stand beside it; CSS pixels in the page. */
export interface Passage {
  readonly span: Span;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ReaderEvents {
  readonly onPassage: (passage: Passage | undefined) => void;
  readonly onActivate: (id: AnnotationId | undefined) => void;
  readonly onMove: (id: AnnotationId, span: Span) => void;
  readonly onKey: (event: KeyboardEvent) => boolean;
  /** The margin was drawn anew. */
  readonly onDrawn: () => void;
  /** Another text is at the top edge of the page. */
  readonly onPlace: (place: ReadingPlace) => void;
  readonly labelOf: (annotation: Annotation) => string;
  /** What lies over a stretch of text, in words. */
  readonly describe: (layers: readonly Layer[]) => string;
  /** Whether its boundaries are this coder's to move. */
  readonly mayMove: (annotation: Annotation) => boolean;
}

/** Everything between ProseMirror and the rest of the window: outside this folder there are only UTF-16 offsets. */
export class ReaderView {
  private readonly map: DocumentMap;
  private readonly view: EditorView;
  private readonly coverStyles = new CoverStyles();
  private readonly hydration: Hydration;
  private readonly sectionElements = new Map<number, HTMLElement>();
  private readonly margin: Margin;
  private readonly handles: Handles;
  private readonly partMarks: PartMarks;
  private readonly resizing: ResizeObserver;
  private decorations = DecorationSet.empty;
  private width = 0;
  private place: ReadingPlace | undefined;
  private near: readonly Section[] = [];
  private annotations: AnnotationView;
  private codes: ReadonlyMap<string, Code> = new Map();
  private selected: Annotation | undefined;
  private excluded: readonly ExcludedRegion[];
  private decisions: Progress['paragraphs'] = new Map();
  private hovered: Annotation | undefined;
  private pointed: Annotation | undefined;
  private exact: Span | undefined;
  private hits: readonly Span[] = [];
  private currentHit: Span | undefined;
  private readonly pointing = new Pointing((exactly) => {
    this.finishPointing(exactly);
  });
  /** Selected before the first click of a double click, which selects words and nothing else. */
  private selectedBefore: AnnotationId | undefined;
  private marginFrame = 0;
  private readonly geometry: Geometry;
  /** For what is drawn over the page by others. */
  readonly port: TextPage;

  constructor(
    private readonly elements: ReaderElements,
    private readonly source: ReaderDocument,
    annotations: AnnotationView,
    private readonly events: ReaderEvents,
  ) {
    this.annotations = annotations;
    this.excluded = source.excluded;
    this.map = createDocumentMap(source.paragraphs);
    this.hydration = new Hydration(this.map.sections.length, () => {
      this.repaint();
    });
    this.hydration.add([0]);
    this.margin = new Margin(elements.margin, {
      onClick: (id) => {
        events.onActivate(id);
        this.focus();
      },
      onHover: (id) => {
        this.hovered = this.annotations.find(id);
        this.repaint();
      },
    });
    this.handles = new Handles(elements.overlay, {
      offsetAt: (x, y) => this.geometry.offsetAt(x, y),
      isRtl: (offset) => this.geometry.isRtl(offset),
      scrollNear: (y) => {
        this.geometry.scrollNear(y);
      },
      onPreview: (span) => {
        this.previewMove(span);
      },
      onCommit: (span) => {
        if (this.selected !== undefined) events.onMove(this.selected.id, span);
      },
      onCancel: () => {
        this.refreshSelected();
        this.repaint();
        this.focus();
      },
    });
    this.partMarks = new PartMarks(elements.overlay);
    this.view = this.createView();
    this.geometry = new Geometry(
      this.view,
      this.map,
      this.elements,
      this.sectionElements,
      source.text.length,
    );
    this.port = createPagePort({
      geometry: this.geometry,
      margin: this.margin,
      page: elements.page,
      text: elements.text,
      annotations: () => this.annotations,
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
    this.hydration.start();
  }

  destroy(): void {
    this.hydration.stop();
    this.resizing.disconnect();
    cancelAnimationFrame(this.marginFrame);
    this.pointing.destroy();
    this.elements.scroller.removeEventListener('scroll', this.onScroll);
    this.view.destroy();
    this.coverStyles.dispose();
    this.partMarks.destroy();
    this.elements.margin.replaceChildren();
    this.elements.overlay.querySelectorAll('[role=slider]').forEach((element) => {
      element.remove();
    });
  }

  /** Takes the excluded regions, and what this coder decided about paragraphs. */
  setRegions(excluded: readonly ExcludedRegion[], decisions: Progress['paragraphs']): void {
    if (excluded === this.excluded && decisions === this.decisions) return;
    this.excluded = excluded;
    this.decisions = decisions;
    this.repaint();
  }

  setCodes(codes: readonly Code[]): void {
    this.codes = new Map(codes.map((code) => [code.id, code]));
    this.coverStyles.setCodes(codes);
    this.repaint();
  }

  /** Takes the current annotations and the selected one; paints what changed. */
  setAnnotations(annotations: AnnotationView, selectedId: AnnotationId | undefined): void {
    const before = this.selected?.id;
    this.annotations = annotations;
    this.selected = annotations.find(selectedId);
    this.hovered = annotations.find(this.hovered?.id);
    this.pointed = annotations.find(this.pointed?.id);
    if (before !== selectedId || this.handles.current === undefined || !this.isMoving()) {
      this.refreshSelected();
    }
    this.repaint();
  }

  /** Shows which annotation is pointed at from elsewhere in the window. */
  setPointed(id: AnnotationId | undefined): void {
    this.pointed = this.annotations.find(id);
    this.repaint();
  }

  focus(): void {
    this.view.focus();
  }

  hasFocus(): boolean {
    return this.view.hasFocus();
  }

  focusHandle(): void {
    if (this.handles.current !== undefined) this.handles.focus('end');
  }

  /** The passage that a code would be put on now; `exactly` leaves it as it was selected. */
  passage(exactly: boolean): Span | undefined {
    const { from, to, empty } = this.view.state.selection;
    if (empty) return undefined;
    const start = this.map.toOffset(from);
    const end = this.map.toOffset(to);
    const isExact = exactly || (this.exact?.start === start && this.exact.end === end);
    const snap = isExact ? snapToGraphemes : snapToWords;
    return snap(this.source.text, start, end);
  }

  /** Exactly what is selected, as it stands in the text. */
  private selectedText(): string {
    this.readSelection();
    const { from, to } = this.view.state.selection;
    return this.source.text.slice(this.map.toOffset(from), this.map.toOffset(to));
  }

  hasSelection(): boolean {
    return !this.view.state.selection.empty;
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

  /** The caret, as a UTF-16 offset. */
  caret(): Offset {
    return this.map.toOffset(this.view.state.selection.head);
  }

  /** Takes the selection away and leaves the caret at its end. */
  collapse(): void {
    this.setCaret(this.map.toOffset(this.view.state.selection.to));
  }

  /** Puts the caret before the first character of a passage, so that reading by key goes on from there. */
  setCaret(offset: number): void {
    this.ensureHydrated(offset);
    const position = this.map.toPosition(offset);
    const { state } = this.view;
    this.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, position)));
  }

  /** The words of a passage. */
  textOf(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  get text(): string {
    return this.source.text;
  }

  /** Paints what was found in the text, the one that is shown stronger. */
  setHits(hits: readonly Span[], current: Span | undefined): void {
    this.hits = hits;
    this.currentHit = current;
    this.repaint();
  }

  select(span: Span, isBackward: boolean): void {
    this.ensureHydrated(span.start);
    const { state } = this.view;
    const [from, to] = [this.map.toPosition(span.start), this.map.toPosition(span.end)];
    const [anchor, head] = isBackward ? [to, from] : [from, to];
    this.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, anchor, head)));
  }

  moveCaret(step: CaretStep, extend: boolean): void {
    const { state } = this.view;
    const { anchor, head } = state.selection;
    const target = step(this.source.text, this.map.paragraphs, this.map.toOffset(head));
    this.ensureHydrated(target);
    const position = this.map.toPosition(target);
    const selection = TextSelection.create(state.doc, extend ? anchor : position, position);
    this.view.dispatch(state.tr.setSelection(selection).scrollIntoView());
  }

  /** Brings a passage into view if it is not, a third from the top; what is `covered` does not count as seen. */
  reveal(span: Span, covered: Partial<Covered> = {}): void {
    this.ensureHydrated(span.start);
    this.geometry.reveal(span, { top: 0, bottom: 0, ...covered });
    this.refresh();
  }

  /** Scrolls so that the paragraph at `offset` is at the top, `fraction` of it above the edge. */
  showPlace(offset: number, fraction: number): void {
    this.ensureHydrated(offset);
    this.geometry.scrollTo(offset, fraction);
    this.refresh();
  }

  /** Repaints what is near the viewport: called when the page was scrolled, resized or set differently. */
  refresh(): void {
    const { scroller } = this.elements;
    const near = sectionsNear(this.map, this.sectionElements, scroller, scroller.clientHeight);
    const isNew =
      near.length !== this.near.length || near.some((section, i) => section !== this.near[i]);
    if (isNew) this.layOut(near);
    const hydrated = this.hydration.add(near.map((section) => section.index));
    if (isNew || hydrated) this.repaint();
    else this.scheduleMargin();
  }

  private layOut(near: readonly Section[]): void {
    const before = this.near;
    this.near = near;
    for (const [sections, isNear] of [
      [before, false],
      [near, true],
    ] as const) {
      for (const { index } of sections) {
        const element = this.sectionElements.get(index);
        if (element !== undefined) setNear(element, isNear);
      }
    }
  }

  private createView(): EditorView {
    hideEditableFromReact(this.elements.text);
    const context: SectionContext = {
      isHydrated: (index) => this.hydration.has(index),
      isNear: (index) => this.near.some((section) => section.index === index),
      estimateHeight: (index) => estimateHeight(this.map, index, this.elements.page),
      elements: this.sectionElements,
    };
    const doc = createReaderDoc(this.source.text, this.map);
    const marks = new HydrationMarks(doc, this.map);
    return new EditorView(
      { mount: this.elements.text },
      {
        state: EditorState.create({ schema: readerSchema, doc }),
        nodeViews: { section: (node) => new SectionView(node, context) },
        decorations: () => this.decorations,
        plugins: [new Plugin({ props: { decorations: () => marks.of(this.hydration.done) } })],
        dispatchTransaction: (transaction) => {
          this.dispatch(transaction);
        },
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-readonly': 'true',
          'aria-label': t('window.reader.label', { title: this.source.title }),
          spellcheck: 'false',
          translate: 'no',
          class: styles['text'] as string,
        },
        handleKeyDown: (_view, event) => {
          this.pointing.settle();
          this.readSelection();
          return this.events.onKey(event);
        },
        handleDOMEvents: refuseChanges({
          onPointerDown: (event) => {
            if (!this.pointing.begin(event)) return;
            this.events.onPassage(undefined);
            // Inside a selection the browser would begin to drag its words instead of selecting others.
            const selection = document.getSelection();
            if (!event.shiftKey && selection?.isCollapsed === false) selection.collapseToStart();
          },
          onMouseDown: ({ detail }) => {
            if (detail <= 1) this.selectedBefore = this.selected?.id;
          },
          copy: () => this.selectedText(),
        }),
        handlePaste: () => true,
        handleDrop: () => true,
        scrollMargin: 48,
        scrollThreshold: 48,
      },
    );
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

  /** Tells what is at the top edge and how far the text was seen. */
  reportPlace(): void {
    this.place = this.geometry.place();
    if (this.place !== undefined) this.events.onPlace(this.place);
  }

  /** After the page was set differently: the same text stays at the top edge, and what floats goes with its passage. */
  reflow(): void {
    this.width = this.elements.page.clientWidth;
    if (this.place !== undefined) this.geometry.scrollTo(this.place.offset, this.place.fraction);
    this.refresh();
    if (this.hasSelection()) this.reportPassage();
  }

  /**
   * The browser tells of a new selection only some time after it made it; what acts on the selection must not act on
   * the one before.
   */
  private readSelection(): void {
    const selection = document.getSelection();
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
    if (!anchorNode || !focusNode || anchorOffset === undefined || focusOffset === undefined)
      return;
    const { dom, state } = this.view;
    if (!dom.contains(anchorNode) || !dom.contains(focusNode)) return;
    const anchor = this.view.posAtDOM(anchorNode, anchorOffset);
    const head = this.view.posAtDOM(focusNode, focusOffset);
    if (anchor === state.selection.anchor && head === state.selection.head) return;
    const read = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head));
    if (!read.eq(state.selection)) this.view.dispatch(state.tr.setSelection(read));
  }

  /** After the mouse: a drag gives a passage, snapped and shown so; a click selects the annotation under it. */
  private finishPointing(exactly: boolean): void {
    this.readSelection();
    const { selection } = this.view.state;
    if (selection.empty) {
      this.exact = undefined;
      this.reportPassage();
      this.activateAt(this.caret());
      return;
    }
    const isBackward = selection.head < selection.anchor;
    const passage = this.passage(exactly);
    this.exact = passage;
    if (passage === undefined) this.collapse();
    else this.select(passage, isBackward);
    if (this.selected?.id !== this.selectedBefore) this.events.onActivate(this.selectedBefore);
    this.reportPassage();
  }

  /** Selects the innermost annotation at the caret, or the one around it when that is selected already. */
  activateAt(offset: number): void {
    const here = this.annotations.index.at(offset);
    const position = here.findIndex((one) => one.id === this.selected?.id);
    const next = here[(position + 1) % Math.max(1, here.length)];
    this.events.onActivate(next?.id);
  }

  private reportPassage(): void {
    const { empty } = this.view.state.selection;
    const span = empty ? undefined : this.passage(false);
    if (span === undefined) {
      this.events.onPassage(undefined);
    } else {
      const head = this.map.toOffset(this.view.state.selection.head);
      const { left } = this.geometry.caretBox(head, 1);
      this.events.onPassage({ span, left, ...this.geometry.extent(span.start, span.end) });
    }
    this.repaint();
  }

  private repaint(): void {
    const painting = {
      index: this.annotations.index,
      laneOf: this.annotations.laneOf,
      excluded: this.excluded,
      decisions: this.decisions,
      selected: this.selected,
      parts: this.paintedParts(),
      hovered: this.hovered,
      pointed: this.pointed,
      pending: this.pendingPreview(),
      hits: this.hits,
      currentHit: this.currentHit,
      describe: this.events.describe,
      describePart: (part: PaintedPart) =>
        t('reader.part', { part: part.name, code: this.selectedCode()?.name ?? '' }),
    };
    this.decorations = createDecorations(
      this.view.state.doc,
      this.map,
      this.near,
      painting,
      this.coverStyles,
    );
    this.view.updateState(this.view.state);
    this.scheduleMargin();
  }

  private selectedCode(): Code | undefined {
    return this.selected && this.codes.get(this.selected.codeId);
  }

  private paintedParts(): readonly PaintedPart[] {
    return paintParts(this.selected, this.selectedCode());
  }

  /** Shown only where a code would cover something else than the eye sees selected. */
  private pendingPreview(): Span | undefined {
    if (this.pointing.isGoingOn) return undefined;
    const span = this.passage(false);
    if (span === undefined) return undefined;
    const { from, to } = this.view.state.selection;
    const isSame = span.start === this.map.toOffset(from) && span.end === this.map.toOffset(to);
    return isSame ? undefined : span;
  }

  private previewMove(span: Span): void {
    if (this.selected === undefined) return;
    const pieces = this.selected.pieces;
    const first = { ...pieces[0], start: span.start };
    const last = { ...(pieces.length === 1 ? first : (pieces.at(-1) ?? first)), end: span.end };
    this.selected = {
      ...this.selected,
      pieces: pieces.length === 1 ? [last] : [first, ...pieces.slice(1, -1), last],
    };
    this.repaint();
  }

  private isMoving(): boolean {
    const original = this.annotations.find(this.selected?.id);
    return original !== undefined && this.selected !== original;
  }

  private refreshSelected(): void {
    this.selected = this.annotations.find(this.selected?.id);
    const isMovable = this.selected !== undefined && this.events.mayMove(this.selected);
    const span = this.selected !== undefined && isMovable ? extentOf(this.selected) : undefined;
    this.handles.show(this.source.text, span);
  }

  private scheduleMargin(): void {
    cancelAnimationFrame(this.marginFrame);
    this.marginFrame = requestAnimationFrame(() => {
      this.drawMargin();
    });
  }

  private drawMargin(): void {
    const [from, to] = this.geometry.visibleRange(MARGIN_REACH);
    const lanes = this.annotations.index.overlapping(from, to).map((one) => ({
      annotation: one.id === this.selected?.id ? this.selected : one,
      lane: this.annotations.laneOf(one.id),
      lineStyle: this.codes.get(one.codeId)?.lineStyle ?? 'solid',
      label: this.events.labelOf(one),
    }));
    this.margin.show(
      lanes,
      from,
      to,
      (start, end) => this.geometry.extent(start, end),
      this.selected?.id,
    );
    this.placeHandles();
    this.placeParts(from, to);
    this.events.onDrawn();
  }

  private placeParts(from: number, to: number): void {
    const places = this.paintedParts()
      .filter((part) => part.start < to && part.end > from)
      .map((part) => ({
        part,
        start: this.geometry.caretBox(part.start, 1),
        end: this.geometry.caretBox(part.end, -1),
        isRtl: this.geometry.isRtl(part.start),
      }));
    this.partMarks.show(places, this.selected?.codeId);
  }

  private placeHandles(): void {
    const span = this.handles.current;
    if (span === undefined) return;
    const start = this.geometry.caretBox(span.start, 1);
    const end = this.geometry.caretBox(span.end, -1);
    this.handles.place('start', start.left, start.top, start.height);
    this.handles.place('end', end.left, end.top, end.height);
  }

  private ensureHydrated(offset: number): void {
    const section = this.map.sectionAt(offset);
    if (section !== undefined && this.hydration.add([section.index])) this.repaint();
  }
}
