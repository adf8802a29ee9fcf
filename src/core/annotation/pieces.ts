import { createSpan, type Span } from '../text/span';

/** What an annotation covers: one span, or several in text order that do not overlap. */
export type Pieces = readonly [Span, ...Span[]];

/** The pieces and one more; what it overlaps or touches without a gap becomes one piece with it. */
export function withPiece(pieces: readonly Span[], added: Span): Pieces {
  const before = pieces.filter((piece) => piece.end < added.start);
  const after = pieces.filter((piece) => piece.start > added.end);
  const joined = pieces.filter(({ start, end }) => end >= added.start && start <= added.end);
  const one = createSpan(
    Math.min(added.start, joined[0]?.start ?? added.start),
    Math.max(added.end, joined.at(-1)?.end ?? added.end),
  );
  const [first = one, ...rest] = [...before, one, ...after];
  return [first, ...rest];
}

/**
 * The pieces without what lies in `cut`; a piece around it becomes two. The ends made by the cut lose their blanks, and
 * a piece of nothing but blanks goes. Undefined when nothing would be left: an annotation covers something.
 */
export function withoutPiece(text: string, pieces: Pieces, cut: Span): Pieces | undefined {
  const left = pieces.flatMap((piece) => {
    if (piece.end <= cut.start || piece.start >= cut.end) return [piece];
    return [
      trimEnd(text, piece.start, Math.min(piece.end, cut.start)),
      trimStart(text, Math.max(piece.start, cut.end), piece.end),
    ].filter((rest) => rest !== undefined);
  });
  const [first, ...rest] = left;
  return first === undefined ? undefined : [first, ...rest];
}

function trimEnd(text: string, start: number, end: number): Span | undefined {
  const length = text.slice(start, Math.max(start, end)).trimEnd().length;
  return length === 0 ? undefined : createSpan(start, start + length);
}

function trimStart(text: string, start: number, end: number): Span | undefined {
  const length = text.slice(Math.min(start, end), end).trimStart().length;
  return length === 0 ? undefined : createSpan(end - length, end);
}
