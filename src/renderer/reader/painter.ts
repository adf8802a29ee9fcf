import { type DecorationSet, type EditorView } from 'prosemirror-view';
import { extentOf, type Annotation } from '../../core/annotation/annotation';
import type { Code } from '../../core/codebook/codebook';
import type { Progress } from '../../core/document/progress';
import type { ExcludedRegion } from '../../core/document/source-document';
import type { AnnotationId } from '../../core/ids';
import { t } from '../../core/messages/message';
import type { Span } from '../../core/text/span';
import type { AnnotationView } from '../state/annotation-view';
import { CoverStyles } from './cover-styles';
import type { DocumentMap } from './document-map';
import type { Geometry } from './geometry';
import { Handles, type HandleEvents } from './handles';
import { createDecorations } from './highlights';
import { Margin } from './margin';
import { paintParts, type PaintedPart } from './painted-parts';
import { PartMarks } from './part-marks';
import type { ReaderElements, ReaderEvents } from './reader-contract';
import type { Sections } from './sections';

/** How far beyond the visible part the margin is drawn, in CSS pixels. */
const MARGIN_REACH = 240;

/** What ProseMirror paints with; it asks for it anew whenever its state is set. */
export interface Paint {
  decorations: DecorationSet;
}

interface Canvas {
  readonly view: EditorView;
  readonly paint: Paint;
  readonly map: DocumentMap;
  readonly geometry: Geometry;
  readonly sections: Sections;
  readonly elements: ReaderElements;
  /** The passage that would be annotated now, where it differs from what is selected. */
  readonly pending: () => Span | undefined;
}

type PainterEvents = Pick<
  ReaderEvents,
  'onMove' | 'onDrawn' | 'labelOf' | 'describe' | 'mayMove'
> & {
  readonly onPick: (id: AnnotationId) => void;
  /** The boundaries were left as they were. */
  readonly onLeaveEnds: () => void;
};

/**
 * Everything that is drawn on the words and beside them: highlights, the bars in the margin, the ends and the parts of
 * the selected annotation. Highlights are painted at once, what stands beside them in the next frame.
 */
export class Painter {
  readonly margin: Margin;
  private readonly coverStyles = new CoverStyles();
  private readonly handles: Handles;
  private readonly partMarks: PartMarks;
  private frame = 0;
  private givenCodes: readonly Code[] | undefined;
  private codes: ReadonlyMap<string, Code> = new Map();
  private selectedNow: Annotation | undefined;
  private hovered: Annotation | undefined;
  private pointed: Annotation | undefined;
  private decisions: Progress['paragraphs'] = new Map();
  private hits: readonly Span[] = [];
  private currentHit: Span | undefined;

  constructor(
    private readonly canvas: Canvas,
    private shown: AnnotationView,
    private excluded: readonly ExcludedRegion[],
    private readonly text: string,
    private readonly events: PainterEvents,
  ) {
    const { elements, geometry } = canvas;
    this.margin = new Margin(elements.margin, {
      onClick: events.onPick,
      onHover: (id) => {
        this.hovered = this.shown.find(id);
        this.repaint();
      },
    });
    this.handles = new Handles(elements.overlay, this.handleEvents(geometry));
    this.partMarks = new PartMarks(elements.overlay);
  }

  get annotations(): AnnotationView {
    return this.shown;
  }

  /** The selected annotation, with its boundaries as they are being moved. */
  get selected(): Annotation | undefined {
    return this.selectedNow;
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.coverStyles.dispose();
    this.partMarks.destroy();
    this.canvas.elements.margin.replaceChildren();
    this.canvas.elements.overlay.querySelectorAll('[role=slider]').forEach((element) => {
      element.remove();
    });
  }

  setRegions(excluded: readonly ExcludedRegion[], decisions: Progress['paragraphs']): void {
    if (excluded === this.excluded && decisions === this.decisions) return;
    this.excluded = excluded;
    this.decisions = decisions;
    this.repaint();
  }

  setCodes(codes: readonly Code[]): void {
    if (codes === this.givenCodes) return;
    this.givenCodes = codes;
    this.codes = new Map(codes.map((code) => [code.id, code]));
    this.coverStyles.setCodes(codes);
    this.repaint();
  }

  setAnnotations(annotations: AnnotationView, selectedId: AnnotationId | undefined): void {
    const before = this.selectedNow?.id;
    if (annotations === this.shown && before === selectedId) return;
    this.shown = annotations;
    this.selectedNow = annotations.find(selectedId);
    this.hovered = annotations.find(this.hovered?.id);
    this.pointed = annotations.find(this.pointed?.id);
    if (before !== selectedId || this.handles.current === undefined || !this.isMoving()) {
      this.refreshSelected();
    }
    this.repaint();
  }

  setPointed(id: AnnotationId | undefined): void {
    this.pointed = this.shown.find(id);
    this.repaint();
  }

  setHits(hits: readonly Span[], current: Span | undefined): void {
    this.hits = hits;
    this.currentHit = current;
    this.repaint();
  }

  focusHandle(): void {
    if (this.handles.current !== undefined) this.handles.focus('end');
  }

  repaint(): void {
    const { view, paint, map, sections, pending } = this.canvas;
    const painting = {
      index: this.shown.index,
      laneOf: this.shown.laneOf,
      excluded: this.excluded,
      decisions: this.decisions,
      selected: this.selectedNow,
      parts: this.parts(),
      hovered: this.hovered,
      pointed: this.pointed,
      pending: pending(),
      hits: this.hits,
      currentHit: this.currentHit,
      describe: this.events.describe,
      describePart: (part: PaintedPart) =>
        t('reader.part', { part: part.name, code: this.selectedCode()?.name ?? '' }),
    };
    paint.decorations = createDecorations(
      view.state.doc,
      map,
      sections.near,
      painting,
      this.coverStyles,
    );
    view.updateState(view.state);
    this.scheduleMargin();
  }

  /** Draws what stands beside the words once more, before the next frame. */
  scheduleMargin(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      this.drawMargin();
    });
  }

  private handleEvents(geometry: Geometry): HandleEvents {
    return {
      offsetAt: (x, y) => geometry.offsetAt(x, y),
      isRtl: (offset) => geometry.isRtl(offset),
      scrollNear: (y) => {
        geometry.scrollNear(y);
      },
      onPreview: (span) => {
        this.previewMove(span);
      },
      onCommit: (span) => {
        if (this.selectedNow !== undefined) this.events.onMove(this.selectedNow.id, span);
      },
      onCancel: () => {
        this.refreshSelected();
        this.repaint();
        this.events.onLeaveEnds();
      },
    };
  }

  private selectedCode(): Code | undefined {
    return this.selectedNow && this.codes.get(this.selectedNow.codeId);
  }

  private parts(): readonly PaintedPart[] {
    return paintParts(this.selectedNow, this.selectedCode());
  }

  private previewMove(span: Span): void {
    if (this.selectedNow === undefined) return;
    const pieces = this.selectedNow.pieces;
    const first = { ...pieces[0], start: span.start };
    const last = { ...(pieces.length === 1 ? first : (pieces.at(-1) ?? first)), end: span.end };
    this.selectedNow = {
      ...this.selectedNow,
      pieces: pieces.length === 1 ? [last] : [first, ...pieces.slice(1, -1), last],
    };
    this.repaint();
  }

  private isMoving(): boolean {
    const original = this.shown.find(this.selectedNow?.id);
    return original !== undefined && this.selectedNow !== original;
  }

  private refreshSelected(): void {
    this.selectedNow = this.shown.find(this.selectedNow?.id);
    const isMovable = this.selectedNow !== undefined && this.events.mayMove(this.selectedNow);
    const span =
      this.selectedNow !== undefined && isMovable ? extentOf(this.selectedNow) : undefined;
    this.handles.show(this.text, span);
  }

  private drawMargin(): void {
    const { geometry } = this.canvas;
    const [from, to] = geometry.visibleRange(MARGIN_REACH);
    const lanes = this.shown.index.overlapping(from, to).map((one) => ({
      annotation: one.id === this.selectedNow?.id ? this.selectedNow : one,
      lane: this.shown.laneOf(one.id),
      lineStyle: this.codes.get(one.codeId)?.lineStyle ?? 'solid',
      label: this.events.labelOf(one),
    }));
    const extent = (start: number, end: number): ReturnType<Geometry['extent']> =>
      geometry.extent(start, end);
    this.margin.show(lanes, from, to, extent, this.selectedNow?.id);
    this.placeHandles();
    this.placeParts(from, to);
    this.events.onDrawn();
  }

  private placeParts(from: number, to: number): void {
    const { geometry } = this.canvas;
    const places = this.parts()
      .filter((part) => part.start < to && part.end > from)
      .map((part) => ({
        part,
        start: geometry.caretBox(part.start, 1),
        end: geometry.caretBox(part.end, -1),
        isRtl: geometry.isRtl(part.start),
      }));
    this.partMarks.show(places, this.selectedNow?.codeId);
  }

  private placeHandles(): void {
    const { geometry } = this.canvas;
    const span = this.handles.current;
    if (span === undefined) return;
    const start = geometry.caretBox(span.start, 1);
    const end = geometry.caretBox(span.end, -1);
    this.handles.place('start', start.left, start.top, start.height);
    this.handles.place('end', end.left, end.top, end.height);
  }
}
