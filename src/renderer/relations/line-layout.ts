import type { Annotation } from '../../core/annotation/annotation';
import type { Box, Whereabouts } from '../state/text-page';
import type { OtherEnd } from './ends-of';

/** Where a label stands in the margin; its words take one line or two. */
export interface Label {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A line in the margin from the selected annotation to an end of one of its relations; CSS pixels of the page. */
export interface Line {
  readonly end: OtherEnd;
  readonly path: string;
  readonly label: Label;
}

/** The ends that are out of sight in one direction, with one line to the edge for all of them. */
export interface Edge {
  readonly side: 'above' | 'below';
  /** Nearest first. */
  readonly ends: readonly OtherEnd[];
  readonly path: string;
  readonly label: Label;
}

export interface LineLayout {
  readonly lines: readonly Line[];
  readonly edges: readonly Edge[];
}

interface Surroundings {
  readonly frame: Box;
  readonly whereabouts: (annotation: Annotation) => Whereabouts;
  /** Place of a document in the corpus. */
  readonly orderOf: (annotation: Annotation) => number;
}

/** Heights of a label with one line and with two, and what is between labels; CSS pixels. */
const LABEL_LINE = 18;
const LABEL_LINES = 31;
const GAP = 2;
/** From the middle of a label at the edge to the edge. */
const EDGE_ROOM = 18;
/** Where labels end, left of the lanes. */
const LABEL_RIGHT = 32;
/** About what a letter of a label takes, and its padding with the arrow. */
const LETTER = 6;
const LABEL_PADDING = 22;
/** In less than this, in CSS pixels, no name can be read: the label has its arrow only. */
export const ROOM_FOR_WORDS = 60;

/**
 * Lines to the ends that can be seen, and one a direction to those that cannot. Ends in documents before this one are
 * above, in documents after it below. When the selected annotation itself is out of sight the lines lead to the edge
 * that it is beyond.
 */
export function layOutLines(
  selected: Annotation,
  ends: readonly OtherEnd[],
  around: Surroundings,
): LineLayout {
  const { frame } = around;
  const own = seenBar(around.whereabouts(selected), frame);
  const home = typeof own === 'string' ? edgePoint(own, frame) : { x: own.left, y: middleOf(own) };
  const seen: { readonly end: OtherEnd; readonly bar: Box }[] = [];
  const hidden = { above: [] as OtherEnd[], below: [] as OtherEnd[] };
  for (const end of ends) {
    const bar = placeEnd(selected, end, around);
    if (typeof bar === 'string') hidden[bar].push(end);
    else seen.push({ end, bar });
  }
  seen.sort((a, b) => middleOf(a.bar) - middleOf(b.bar));
  const starts = typeof own === 'string' ? undefined : spread(own, seen.length);
  let free = -Infinity;
  const lines = seen.map(({ end, bar }, index): Line => {
    const y = middleOf(bar);
    const label = labelAt(y, end.kind.name, frame, free);
    free = label.top + label.height + GAP;
    const path = curve(home.x, starts?.[index] ?? home.y, bar.left - 1, y);
    return { end, path, label };
  });
  if (typeof own === 'string') return { lines, edges: [] };
  const edges = (['above', 'below'] as const).flatMap((side): readonly Edge[] => {
    if (hidden[side].length === 0) return [];
    const { x, y } = edgePoint(side, frame);
    const path = curve(home.x, home.y, x, y);
    const sorted = nearestFirst(hidden[side], side, around);
    const words = namesOf(sorted);
    return [{ side, ends: sorted, path, label: labelAt(y, `00 ${words}`, frame, -Infinity) }];
  });
  return { lines, edges };
}

/** The kinds of some relations, each once. */
export function namesOf(ends: readonly OtherEnd[]): string {
  return [...new Set(ends.map((end) => end.kind.name))].join(', ');
}

/** From the left edge of the visible part to the lanes, at this height or as near below it as is free. */
function labelAt(middle: number, words: string, frame: Box, free: number): Label {
  const left = frame.left + 4;
  const width = LABEL_RIGHT - left;
  const isLong = width >= ROOM_FOR_WORDS && words.length * LETTER + LABEL_PADDING > width;
  const height = isLong ? LABEL_LINES : LABEL_LINE;
  return { left, width, height, top: Math.max(middle - height / 2, free) };
}

function placeEnd(selected: Annotation, end: OtherEnd, around: Surroundings): Box | Edge['side'] {
  if (end.annotation.documentId !== selected.documentId) {
    return around.orderOf(end.annotation) < around.orderOf(selected) ? 'above' : 'below';
  }
  return seenBar(around.whereabouts(end.annotation), around.frame);
}

/** The part of a bar that can be seen, or the side on which it is. */
function seenBar(where: Whereabouts, frame: Box): Box | Edge['side'] {
  if (where.kind !== 'drawn') return where.kind;
  const { bar } = where;
  if (bar.bottom <= frame.top) return 'above';
  if (bar.top >= frame.bottom) return 'below';
  return {
    ...bar,
    top: Math.max(bar.top, frame.top),
    bottom: Math.min(bar.bottom, frame.bottom),
  };
}

function middleOf(box: Box): number {
  return (box.top + box.bottom) / 2;
}

/** As many places along a bar, from top to bottom, so that lines do not lie on one another. */
function spread(bar: Box, n: number): readonly number[] {
  const height = bar.bottom - bar.top;
  return Array.from({ length: n }, (_, i) => bar.top + (height * (i + 1)) / (n + 1));
}

function edgePoint(side: Edge['side'], frame: Box): { readonly x: number; readonly y: number } {
  return { x: LABEL_RIGHT, y: side === 'above' ? frame.top + EDGE_ROOM : frame.bottom - EDGE_ROOM };
}

/** Leaves and arrives from the left; farther ends bulge further. */
function curve(fromX: number, fromY: number, toX: number, toY: number): string {
  const away = Math.abs(toY - fromY);
  const bulge = Math.min(fromX, toX) - Math.min(52, 16 + away * 0.12);
  const points = [fromX, fromY, bulge, fromY, bulge, toY, toX, toY].map((one) => one.toFixed(1));
  const [x0, y0, x1, y1, x2, y2, x3, y3] = points as [string, ...string[]];
  return `M${x0} ${y0 ?? ''}C${x1 ?? ''} ${y1 ?? ''} ${x2 ?? ''} ${y2 ?? ''} ${x3 ?? ''} ${y3 ?? ''}`;
}

function nearestFirst(
  ends: readonly OtherEnd[],
  side: Edge['side'],
  around: Surroundings,
): readonly OtherEnd[] {
  const sign = side === 'above' ? -1 : 1;
  return ends.toSorted(
    (a, b) =>
      sign *
      (around.orderOf(a.annotation) - around.orderOf(b.annotation) ||
        a.annotation.pieces[0].start - b.annotation.pieces[0].start),
  );
}
