import type { Annotation } from '../../core/annotation/annotation';
import type { ComparedDocument } from '../../core/comparison/compared-work';
import type { Paragraph } from '../../core/text/paragraph';
import type { Span } from '../../core/text/span';

/** A stretch of text that has the same all over: in the gold set, with all coders, with some, or with nobody. */
export interface CoveredStretch {
  /** In UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly by: 'gold' | 'all' | 'some' | undefined;
  readonly isExcluded: boolean;
}

interface Piece extends Span {
  /** The coder's place; the gold set is -1, an excluded region -2. */
  readonly whose: number;
}

const GOLD = -1;
const EXCLUDED = -2;

/** The stretches of each paragraph, from one walk along the text. */
export function coverParagraphs(
  paragraphs: readonly Paragraph[],
  { document, coders }: ComparedDocument,
  gold: readonly Annotation[],
): readonly (readonly CoveredStretch[])[] {
  const pieces = [
    ...[...coders.values()].flatMap((own, whose) => piecesOf(own, whose)),
    ...piecesOf(gold, GOLD),
    ...document.excluded.map(({ start, end }) => ({ start, end, whose: EXCLUDED })),
  ].sort((a, b) => a.start - b.start);
  let next = 0;
  let open: readonly Piece[] = [];
  return paragraphs.map(({ span }) => {
    open = open.filter(({ end }) => end > span.start);
    const begun: Piece[] = [];
    for (let piece = pieces[next]; piece && piece.start < span.end; piece = pieces[next]) {
      if (piece.end > span.start) begun.push(piece);
      next += 1;
    }
    open = [...open, ...begun];
    return stretchesOf(span, open, coders.size);
  });
}

function stretchesOf(
  { start, end }: Span,
  pieces: readonly Piece[],
  coders: number,
): readonly CoveredStretch[] {
  const inside = pieces.flatMap((piece) => [piece.start, piece.end]);
  const edges = [start, ...inside.filter((at) => at > start && at < end), end];
  const sorted = [...new Set(edges)].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index): CoveredStretch => {
    const whose = new Set(
      pieces.filter((one) => one.start <= from && from < one.end).map((one) => one.whose),
    );
    const isExcluded = whose.delete(EXCLUDED);
    const isGold = whose.delete(GOLD);
    const by = isGold
      ? 'gold'
      : whose.size === 0
        ? undefined
        : whose.size === coders
          ? 'all'
          : 'some';
    return { start: from, end: sorted[index + 1] ?? end, by, isExcluded };
  });
}

function piecesOf(annotations: readonly Annotation[], whose: number): readonly Piece[] {
  return annotations.flatMap(({ pieces }) =>
    pieces.map(({ start, end }) => ({ start, end, whose })),
  );
}
