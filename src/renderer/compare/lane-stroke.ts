import type { CSSProperties } from 'react';
import type { ComparedGroup, DifferenceKind } from '../../core/comparison/differences';
import type { LaneMark } from '../../core/comparison/lanes';

/** How a coder's line is drawn: what the passage differs in as a shape, so that nothing hangs on colour. */
export type Stroke = 'alike' | 'alone' | 'gap' | Exclude<DifferenceKind, 'missed'>;

/** In CSS pixels, from one line to the next; many coders sit closer. */
export function pitchFor(coders: number): number {
  return coders > 4 ? 6 : 8;
}

/** The gravest thing the passage differs in; that somebody missed it is drawn in the lane of who did. */
export function strokeOf({ kinds }: ComparedGroup, isThere: boolean): Stroke {
  if (!isThere) return 'gap';
  for (const kind of kinds) if (kind !== 'missed') return kind;
  return kinds.size === 0 ? 'alike' : 'alone';
}

/** A line that runs through the whole stretch: in CSS pixels above the lower edge of the stroke. */
interface Band {
  readonly from: number;
  readonly to: number;
}

/** What a line has besides: one picture of a background. */
interface Picture {
  readonly image: string;
  readonly width: string;
  /** In CSS pixels. */
  readonly height: number;
  readonly side?: 'left' | 'right';
  readonly isTiled?: boolean;
}

interface Shape {
  /** Of the whole stroke, in CSS pixels: it lies in the middle of its lane. */
  readonly height: number;
  readonly bands?: readonly Band[];
  readonly pictures?: readonly Picture[];
}

const CAP = 7;

function shapeOf(stroke: Stroke, colour: string, { starts, ends }: LaneMark): Shape {
  const tile = (image: string, width: number, height: number): Shape => ({
    height,
    pictures: [{ image, width: `${String(width)}px`, height, isTiled: true }],
  });
  const dashes = (...stops: readonly string[]): string =>
    `linear-gradient(90deg, ${stops.join(', ')})`;
  switch (stroke) {
    case 'alike':
      return { height: 3, bands: [{ from: 0, to: 3 }] };
    case 'alone':
      return { height: 5, bands: [{ from: 0, to: 5 }] };
    case 'gap':
      return tile(dashes('transparent 2px', 'var(--line-strong) 2px 4px', 'transparent 4px'), 6, 1);
    case 'code':
      return {
        height: 5,
        bands: [
          { from: 0, to: 2 },
          { from: 3, to: 5 },
        ],
      };
    case 'boundary': {
      const cap: Picture = {
        image: `linear-gradient(${colour}, ${colour})`,
        width: '3px',
        height: CAP,
      };
      return {
        height: CAP,
        bands: [{ from: 2, to: 4 }],
        pictures: [
          ...(starts ? [{ ...cap, side: 'left' } as const] : []),
          ...(ends ? [{ ...cap, side: 'right' } as const] : []),
        ],
      };
    }
    case 'attribute':
      return tile(dashes(`${colour} 0 8px`, 'transparent 8px'), 11, 3);
    case 'part':
      return tile(`radial-gradient(circle, ${colour} 1.8px, transparent 2.2px)`, 6, 5);
    case 'relation':
      return tile(
        dashes(
          `${colour} 0 9px`,
          'transparent 9px 12px',
          `${colour} 12px 15px`,
          'transparent 15px',
        ),
        18,
        3,
      );
  }
}

/** A line to be drawn, with its colour and how far it lies above the lowest. */
export interface DrawnLine {
  readonly mark: LaneMark;
  readonly stroke: Stroke;
  readonly colour: string;
  readonly fromBottom: number;
}

/**
 * All lines under a stretch as pictures of its background: the text lays itself out as without them, wraps, and can be
 * selected; ends come once, however many lines of text a stretch runs over. What runs through is one picture for all lines,
 * as each picture is styled and painted for itself.
 */
export function backgroundOf(lines: readonly DrawnLine[], pitch: number): CSSProperties {
  const bands: (Band & { readonly colour: string })[] = [];
  const pictures: (Picture & { readonly bottom: number })[] = [];
  for (const { mark, stroke, colour, fromBottom } of lines) {
    const shape = shapeOf(stroke, colour, mark);
    // Whole pixels, or a line would be as wide as another or not by where it lies.
    const bottom = fromBottom * pitch + Math.floor((pitch - shape.height) / 2);
    for (const { from, to } of shape.bands ?? [])
      bands.push({ from: bottom + from, to: bottom + to, colour });
    for (const picture of shape.pictures ?? []) pictures.push({ ...picture, bottom });
  }
  const all = [...pictures, ...through(bands)];
  if (all.length === 0) return {};
  return {
    backgroundImage: all.map(({ image }) => image).join(', '),
    backgroundSize: all.map(({ width, height }) => `${width} ${String(height)}px`).join(', '),
    backgroundPosition: all
      .map(({ side = 'left', bottom }) => `${side} 0 bottom ${String(bottom)}px`)
      .join(', '),
    backgroundRepeat: all
      .map(({ isTiled }) => (isTiled === true ? 'repeat-x' : 'no-repeat'))
      .join(', '),
  };
}

/** The bands of all lines as one picture, from below. */
function through(
  bands: readonly (Band & { readonly colour: string })[],
): readonly (Picture & { readonly bottom: number })[] {
  const ordered = bands.toSorted((a, b) => a.from - b.from);
  const bottom = ordered[0]?.from;
  if (bottom === undefined) return [];
  let reached = bottom;
  const stops: string[] = [];
  for (const { from, to, colour } of ordered) {
    if (from > reached) stops.push(`transparent ${px(reached - bottom)} ${px(from - bottom)}`);
    stops.push(`${colour} ${px(from - bottom)} ${px(to - bottom)}`);
    reached = to;
  }
  const image = `linear-gradient(to top, ${stops.join(', ')})`;
  return [{ image, width: '100%', height: reached - bottom, bottom }];
}

function px(n: number): string {
  return n === 0 ? '0' : `${String(n)}px`;
}
