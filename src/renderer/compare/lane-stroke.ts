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

/** One picture of a background. */
interface Layer {
  readonly image: string;
  readonly width: string;
  /** In CSS pixels. */
  readonly height: number;
  readonly side?: 'left' | 'right';
  readonly isTiled?: boolean;
}

function layersOf(stroke: Stroke, colour: string, { starts, ends }: LaneMark): readonly Layer[] {
  const full = `linear-gradient(${colour}, ${colour})`;
  const line: Layer = { image: full, width: '100%', height: 3 };
  const tile = (image: string, width: number, height: number): readonly Layer[] => [
    { image, width: `${String(width)}px`, height, isTiled: true },
  ];
  const dashes = (...stops: readonly string[]): string =>
    `linear-gradient(90deg, ${stops.join(', ')})`;
  switch (stroke) {
    case 'alike':
      return [line];
    case 'alone':
      return [{ ...line, height: 5 }];
    case 'gap':
      return tile(dashes('transparent 2px', 'var(--line-strong) 2px 4px', 'transparent 4px'), 6, 1);
    case 'code':
      return [
        {
          image: `linear-gradient(${colour} 0 2px, transparent 2px 3px, ${colour} 3px)`,
          width: '100%',
          height: 5,
        },
      ];
    case 'boundary': {
      const cap: Layer = { image: full, width: '3px', height: 7 };
      return [
        ...(starts ? [{ ...cap, side: 'left' } as const] : []),
        ...(ends ? [{ ...cap, side: 'right' } as const] : []),
        { ...line, height: 2 },
      ];
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
 * selected; ends come once, however many lines of text a stretch runs over.
 */
export function backgroundOf(lines: readonly DrawnLine[], pitch: number): CSSProperties {
  const layers = lines.flatMap(({ mark, stroke, colour, fromBottom }) =>
    layersOf(stroke, colour, mark).map((layer) => ({
      ...layer,
      bottom: fromBottom * pitch + (pitch - layer.height) / 2,
    })),
  );
  if (layers.length === 0) return {};
  return {
    backgroundImage: layers.map(({ image }) => image).join(', '),
    backgroundSize: layers.map(({ width, height }) => `${width} ${String(height)}px`).join(', '),
    backgroundPosition: layers
      .map(({ side = 'left', bottom }) => `${side} 0 bottom ${String(bottom)}px`)
      .join(', '),
    backgroundRepeat: layers
      .map(({ isTiled }) => (isTiled === true ? 'repeat-x' : 'no-repeat'))
      .join(', '),
  };
}
