import type { Node } from 'prosemirror-model';
import { DecorationSet, type Decoration } from 'prosemirror-view';
import type { Annotation } from '../../core/annotation/annotation';
import type { IntervalIndex } from '../../core/annotation/interval-index';
import type { Progress } from '../../core/document/progress';
import type { ExcludedRegion } from '../../core/document/source-document';
import { t } from '../../core/messages/message';
import type { AnnotationId } from '../../core/ids';
import { paragraphIndexAt, type Paragraph } from '../../core/text/paragraph';
import type { Span } from '../../core/text/span';
import { flattenCover, type Layer } from './cover';
import type { CoverStyles } from './cover-styles';
import type { DocumentMap, Section } from './document-map';
import { SectionPainter } from './paint';
import type { PaintedPart } from './painted-parts';
import styles from './reader.module.css';

/** Everything that is painted over the text. */
export interface Painting {
  readonly index: IntervalIndex;
  readonly laneOf: (id: AnnotationId) => number;
  readonly excluded: readonly ExcludedRegion[];
  /** What this coder decided about paragraphs, by number. */
  readonly decisions: Progress['paragraphs'];
  /** The selected annotation, with its boundaries as they are being moved. */
  readonly selected: Annotation | undefined;
  readonly parts: readonly PaintedPart[];
  readonly hovered: Annotation | undefined;
  /** Pointed at from elsewhere in the window. */
  readonly pointed: Annotation | undefined;
  /** The passage that would be annotated now, where it differs from what is selected. */
  readonly pending: Span | undefined;
  /** What was found, in text order, and the one that is shown. */
  readonly hits: readonly Span[];
  readonly currentHit: Span | undefined;
  /** How the annotations over a stretch, and a part, are told to those who listen. */
  readonly describe: (layers: readonly Layer[]) => string;
  readonly describePart: (part: PaintedPart) => string;
}

/**
 * The paint of the sections near the viewport, which must be filled. Sections far away have none, so the cost does not
 * grow with the text or its annotations.
 */
export function createDecorations(
  doc: Node,
  map: DocumentMap,
  near: readonly Section[],
  painting: Painting,
  coverStyles: CoverStyles,
): DecorationSet {
  const decorations: Decoration[] = [];
  for (const section of near) {
    const painter = new SectionPainter(section, map, decorations);
    paintCovers(painter, painting, coverStyles);
    paintSelected(painter, painting, map);
    paintHits(painter, painting);
    for (const region of painting.excluded) {
      painter.paint(region.start, region.end, { class: styles['excluded'] as string });
      labelExcluded(painter, region, map);
    }
    paintDecisions(painter, painting, map);
  }
  return DecorationSet.create(doc, decorations);
}

/**
 * Each stretch is a mark with a description of what lies over it: a screen reader tells where a mark begins and ends.
 * It has an element of its own (`nodeName`), or ProseMirror would put several descriptions into one attribute.
 */
function paintCovers(painter: SectionPainter, painting: Painting, coverStyles: CoverStyles): void {
  const { start, end } = painter.section.span;
  const { selected } = painting;
  const placed = painting.index.overlapping(start, end).map((one) => ({
    annotation: one.id === selected?.id ? selected : one,
    lane: painting.laneOf(one.id),
  }));
  for (const cover of flattenCover(placed, start, end)) {
    painter.paint(cover.start, cover.end, {
      nodeName: 'span',
      class: `${styles['cover'] as string} ${coverStyles.classFor(cover)}`,
      role: 'mark',
      'aria-description': painting.describe(cover.layers),
    });
  }
}

function paintSelected(painter: SectionPainter, painting: Painting, map: DocumentMap): void {
  const { selected, hovered, pointed, pending } = painting;
  for (const [annotation, name] of [
    [selected, 'selected'],
    [hovered, 'hovered'],
    [pointed, 'pointed'],
  ] as const) {
    if (annotation === undefined) continue;
    const className = `${styles[name] as string} code-${annotation.codeId}`;
    for (const piece of annotation.pieces) {
      painter.paint(piece.start, piece.end, { class: className });
    }
  }
  if (selected !== undefined) paintGaps(painter, selected, map);
  for (const part of painting.parts) {
    const look = styles[`part-${String(part.look)}`] as string;
    painter.paint(part.start, part.end, {
      nodeName: 'span',
      class: `${styles['part'] as string} ${look} code-${selected?.codeId ?? ''}`,
      role: 'mark',
      'aria-description': painting.describePart(part),
    });
  }
  if (pending !== undefined) {
    painter.paint(pending.start, pending.end, { class: styles['pending'] as string });
  }
}

/** A thin line from piece to piece within a paragraph; farther apart, the lane in the margin joins them. */
function paintGaps(
  painter: SectionPainter,
  { pieces, codeId }: Annotation,
  map: DocumentMap,
): void {
  for (const [i, piece] of pieces.entries()) {
    const before = pieces[i - 1];
    if (before === undefined) continue;
    const { start, end } = painter.section.span;
    if (before.end < start || piece.start > end) continue;
    const isOneParagraph =
      paragraphIndexAt(map.paragraphs, before.end) ===
      paragraphIndexAt(map.paragraphs, piece.start);
    if (!isOneParagraph) continue;
    painter.paint(before.end, piece.start, { class: `${styles['gap'] as string} code-${codeId}` });
  }
}

function paintHits(painter: SectionPainter, { hits, currentHit }: Painting): void {
  const { start, end } = painter.section.span;
  for (let i = firstEndingAfter(hits, start); i < hits.length; i += 1) {
    const hit = hits[i] as Span;
    if (hit.start >= end) return;
    const name = hit === currentHit ? 'hitShown' : 'hit';
    painter.paint(hit.start, hit.end, { class: styles[name] as string });
  }
}

/** Index of the first of these spans, which are in order and do not overlap, that ends after `offset`. */
function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A sign before the paragraph's number, and words for those who listen. */
function paintDecisions(painter: SectionPainter, { decisions }: Painting, map: DocumentMap): void {
  if (decisions.size === 0) return;
  const { from, to } = painter.section;
  for (let i = from; i < to; i += 1) {
    const decision = decisions.get((map.paragraphs[i] as Paragraph).number);
    if (decision === undefined) continue;
    painter.paintParagraph(i, {
      class: styles[`decided-${decision}`] as string,
      'aria-description': t(`marks.${decision}`),
    });
  }
}

/** The first paragraph of a region carries its reason, shown above it by the style sheet. */
function labelExcluded(painter: SectionPainter, region: ExcludedRegion, map: DocumentMap): void {
  const { section } = painter;
  for (let i = section.from; i < section.to; i += 1) {
    const { span } = map.paragraphs[i] as Paragraph;
    if (span.end <= region.start) continue;
    if (span.start >= region.end) return;
    const before = map.paragraphs[i - 1]?.span;
    if (span.start > region.start && before !== undefined && before.end > region.start) return;
    painter.paintParagraph(i, {
      class: styles['excludedFirst'] as string,
      'data-reason': region.reason,
    });
    return;
  }
}
