import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutPiece, withPiece } from '../../../src/core/annotation/pieces';
import { createSpan, type Span } from '../../../src/core/text/span';

const LENGTH = 24;

/** The oracle: one switch a character. */
type Cells = readonly boolean[];

function toCells(spans: readonly Span[]): Cells {
  return Array.from({ length: LENGTH }, (_, i) =>
    spans.some(({ start, end }) => start <= i && i < end),
  );
}

/** The runs of what is switched on. */
function toSpans(cells: Cells): readonly Span[] {
  const starts = cells.flatMap((on, i) => (on && cells[i - 1] !== true ? [i] : []));
  return starts.map((start) => {
    const end = cells.indexOf(false, start);
    return createSpan(start, end === -1 ? LENGTH : end);
  });
}

const cells = fc.array(fc.boolean(), { minLength: LENGTH, maxLength: LENGTH });
const span = fc
  .tuple(fc.nat(LENGTH - 1), fc.nat(LENGTH - 1))
  .map(([a, b]) => createSpan(Math.min(a, b), Math.max(a, b) + 1));

/** `ab[cd]e[f]`, with the marks taken out. */
function read(marked: string): { text: string; spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = '';
  let start = 0;
  for (const character of marked) {
    if (character === '[') start = text.length;
    else if (character === ']') spans.push(createSpan(start, text.length));
    else text += character;
  }
  return { text, spans };
}

function write(text: string, spans: readonly Span[]): string {
  return spans
    .toReversed()
    .reduce(
      (marked, { start, end }) =>
        `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`,
      text,
    );
}

function only<Item>(items: readonly Item[]): readonly [Item, ...Item[]] {
  const [first, ...rest] = items;
  if (first === undefined) throw new Error('There is nothing.');
  return [first, ...rest];
}

describe('withPiece', () => {
  it('[P1] covers what was covered and the new span, in as few pieces as there are', () => {
    fc.assert(
      fc.property(cells, span, (before, added) => {
        const wanted = toSpans(before.map((on, i) => on || (i >= added.start && i < added.end)));
        expect(withPiece(toSpans(before), added)).toEqual(wanted);
      }),
    );
  });

  it('[P2] joins what touches, and leaves a gap of one character', () => {
    const { text, spans } = read('[ab]cd[ef]g[hi]');
    expect(write(text, withPiece(spans, createSpan(2, 4)))).toBe('[abcdef]g[hi]');
    expect(write(text, withPiece(spans, createSpan(2, 3)))).toBe('[abc]d[ef]g[hi]');
  });
});

describe('withoutPiece', () => {
  it('[P3] covers what was covered but for the cut; nothing left is refused', () => {
    const text = 'x'.repeat(LENGTH);
    const covering = cells.filter((one) => one.includes(true));
    fc.assert(
      fc.property(covering, span, (before, cut) => {
        const wanted = toSpans(before.map((on, i) => on && (i < cut.start || i >= cut.end)));
        const left = withoutPiece(text, only(toSpans(before)), cut);
        expect(left).toEqual(wanted.length === 0 ? undefined : wanted);
      }),
    );
  });

  it('[P4] the cut takes the blanks at its sides along', () => {
    const { text, spans } = read('[North Korea has said it will stop]');
    const cut = (words: string) =>
      createSpan(text.indexOf(words), text.indexOf(words) + words.length);
    const left = withoutPiece(text, only(spans), cut('has said'));
    expect(write(text, left ?? [])).toBe('[North Korea] has said [it will stop]');
    expect(write(text, withoutPiece(text, only(left ?? []), cut('North Korea has')) ?? [])).toBe(
      'North Korea has said [it will stop]',
    );
    expect(withoutPiece('a b', [createSpan(0, 2)], createSpan(0, 1))).toBeUndefined();
  });

  it('[P5] adding what was cut covers it all again', () => {
    const text = 'x'.repeat(LENGTH);
    const covering = cells.filter((one) => one.includes(true));
    fc.assert(
      fc.property(covering, span, (before, cut) => {
        const pieces = only(toSpans(before));
        const left = withoutPiece(text, pieces, cut) ?? [];
        const again = pieces.reduce<readonly Span[]>((all, piece) => withPiece(all, piece), left);
        expect(toCells(again)).toEqual(before);
      }),
    );
  });
});
