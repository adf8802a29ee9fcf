import type { Node } from 'prosemirror-model';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { Annotation } from '../../core/annotation/annotation';
import type { IntervalIndex } from '../../core/annotation/interval-index';
import type { ExcludedRegion } from '../../core/document/source-document';
import type { AnnotationId } from '../../core/ids';
import type { Paragraph } from '../../core/text/paragraph';
import { flattenCover } from './cover';
import type { CoverStyles } from './cover-styles';
import type { DocumentMap, Section } from './document-map';
import styles from './reader.module.css';

/** Everything that is painted over the text. */
export interface Painting {
  readonly index: IntervalIndex;
  readonly laneOf: (id: AnnotationId) => number;
  readonly excluded: readonly ExcludedRegion[];
  /** The selected annotation, with its boundaries as they are being moved. */
  readonly selected: Annotation | undefined;
  readonly hovered: Annotation | undefined;
  /** The passage that would be annotated now, where it differs from what is selected. */
  readonly pending: { readonly start: number; readonly end: number } | undefined;
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
  for (const section of near) paintSection(section, map, painting, coverStyles, decorations);
  return DecorationSet.create(doc, decorations);
}

function paintSection(
  section: Section,
  map: DocumentMap,
  painting: Painting,
  coverStyles: CoverStyles,
  out: Decoration[],
): void {
  const { start, end } = section.span;
  const annotations = painting.index
    .overlapping(start, end)
    .map((one) => (one.id === painting.selected?.id ? painting.selected : one));
  const placed = annotations.map((annotation) => ({
    annotation,
    lane: painting.laneOf(annotation.id),
  }));
  const covers = flattenCover(placed, start, end);
  for (const cover of covers) {
    const className = `${styles['cover'] as string} ${coverStyles.classFor(cover)}`;
    paint(cover.start, cover.end, section, map, className, out);
  }
  for (const [annotation, name] of [
    [painting.selected, 'selected'],
    [painting.hovered, 'hovered'],
  ] as const) {
    for (const piece of annotation?.pieces ?? []) {
      const className = `${styles[name] as string} code-${annotation?.codeId ?? ''}`;
      paint(piece.start, piece.end, section, map, className, out);
    }
  }
  if (painting.pending !== undefined) {
    paint(
      painting.pending.start,
      painting.pending.end,
      section,
      map,
      styles['pending'] as string,
      out,
    );
  }
  for (const region of painting.excluded) {
    paint(region.start, region.end, section, map, styles['excluded'] as string, out);
    labelExcluded(region, section, map, out);
  }
}

/** Inline decorations over `[from, to)`, one a paragraph, within the section. */
function paint(
  from: number,
  to: number,
  section: Section,
  map: DocumentMap,
  className: string,
  out: Decoration[],
): void {
  if (from >= section.span.end || to <= section.span.start) return;
  for (let i = section.from; i < section.to; i += 1) {
    const { span } = map.paragraphs[i] as Paragraph;
    const start = Math.max(from, span.start);
    const end = Math.min(to, span.end);
    if (start >= end) continue;
    out.push(Decoration.inline(map.toPosition(start), map.toPosition(end), { class: className }));
  }
}

/** The first paragraph of a region carries its reason, shown above it by the style sheet. */
function labelExcluded(
  region: ExcludedRegion,
  section: Section,
  map: DocumentMap,
  out: Decoration[],
): void {
  for (let i = section.from; i < section.to; i += 1) {
    const { span } = map.paragraphs[i] as Paragraph;
    if (span.end <= region.start) continue;
    if (
      span.start > region.start &&
      i > 0 &&
      (map.paragraphs[i - 1] as Paragraph).span.end > region.start
    ) {
      return;
    }
    if (span.start >= region.end) return;
    const from = map.paragraphPosition(i);
    out.push(
      Decoration.node(from, from + (span.end - span.start) + 2, {
        class: styles['excludedFirst'] as string,
        'data-reason': region.reason,
      }),
    );
    return;
  }
}
