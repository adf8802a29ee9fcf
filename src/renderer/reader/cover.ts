import type { Annotation } from '../../core/annotation/annotation';
import type { CodeId, CoderId } from '../../core/ids';

/** Underlines that fit between two lines of text; deeper overlaps show as tint and as lanes in the margin. */
export const SLOTS = 3;

/** One annotation's part in the look of a stretch of text. */
export interface Layer {
  readonly codeId: CodeId;
  readonly coderId: CoderId;
  /** Which underline, 0 nearest to the text; undefined when there is no room for one. */
  readonly slot: number | undefined;
}

/** A stretch of text, in UTF-16 offsets with the end exclusive, over which the same annotations lie. */
export interface Cover {
  readonly start: number;
  readonly end: number;
  readonly layers: readonly Layer[];
  /** Equal for covers that look the same and are described the same. */
  readonly key: string;
}

/** An annotation and its lane (`assignLanes`). */
export interface Placed {
  readonly annotation: Annotation;
  readonly lane: number;
}

/**
 * Flattens the overlapping annotations within `[from, to)` into stretches that do not overlap, in text order; stretches
 * that look the same and touch are one.
 */
export function flattenCover(
  placed: readonly Placed[],
  from: number,
  to: number,
): readonly Cover[] {
  const edges = new Map<number, { opens: Placed[]; closes: Placed[] }>();
  const edgeAt = (offset: number): { opens: Placed[]; closes: Placed[] } => {
    const edge = edges.get(offset) ?? { opens: [], closes: [] };
    edges.set(offset, edge);
    return edge;
  };
  for (const one of placed) {
    for (const piece of one.annotation.pieces) {
      const start = Math.max(piece.start, from);
      const end = Math.min(piece.end, to);
      if (start >= end) continue;
      edgeAt(start).opens.push(one);
      edgeAt(end).closes.push(one);
    }
  }

  const covers: Cover[] = [];
  const open = new Set<Placed>();
  let last = from;
  for (const offset of [...edges.keys()].sort((a, b) => a - b)) {
    if (open.size > 0 && offset > last) push(covers, last, offset, open);
    const edge = edges.get(offset);
    edge?.closes.forEach((one) => open.delete(one));
    edge?.opens.forEach((one) => open.add(one));
    last = offset;
  }
  return covers;
}

function push(covers: Cover[], start: number, end: number, open: ReadonlySet<Placed>): void {
  const layers = [...open]
    .sort((a, b) => a.lane - b.lane)
    .map(({ annotation, lane }): Layer => ({
      codeId: annotation.codeId,
      coderId: annotation.coderId,
      slot: lane < SLOTS ? lane : undefined,
    }));
  const key = layers
    .map(
      ({ codeId, coderId, slot }) =>
        `${codeId}_${coderId}_${slot === undefined ? 'x' : String(slot)}`,
    )
    .join('.');
  const before = covers.at(-1);
  if (before?.end === start && before.key === key) {
    covers[covers.length - 1] = { ...before, end };
  } else {
    covers.push({ start, end, layers, key });
  }
}
