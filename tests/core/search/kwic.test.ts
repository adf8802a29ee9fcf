import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKwicLine } from '../../../src/core/search/kwic';
import { findParagraphs } from '../../../src/core/text/paragraph';
import { createSpan } from '../../../src/core/text/span';
import { readMarks } from '../../support/marked-text';
import { graphemeBoundaries, textArbitrary } from '../../support/random-text';

/** `left[hit]right`, and the number of the paragraph. */
function lineOf(marked: string, reach: number): [string, number] {
  const { text, start, end } = readMarks(marked);
  const line = createKwicLine(text, findParagraphs(text), createSpan(start, end), reach);
  return [`${line.left}[${line.hit}]${line.right}`, line.paragraph];
}

describe('a keyword in context', () => {
  it.each([
    ['cuts at words', 'one two [three] four five', 6, 'two [three] four'],
    ['takes what fits exactly', 'one two [three] four five', 8, 'one two [three] four'],
    ['keeps whole what is short', 'one [two] three', 60, 'one [two] three'],
    ['no context', 'one [two] three', 0, '[two]'],
    ['a word that is longer than the reach', 'abcdefgh[ij]klmnop', 3, 'fgh[ij]klm'],
    ['counts code points', '𐐀𐐀𐐀𐐀[x]𐐀𐐀𐐀', 2, '𐐀𐐀[x]𐐀𐐀'],
    ['cuts no cluster', 'e\u0301e\u0301[x]e\u0301e\u0301', 3, 'e\u0301[x]e\u0301'],
    ['on one line', 'a \n b [c\n d]\te\n\nx', 20, 'a b [c d] e'],
    ['in one paragraph', 'one\n\ntwo [three] four\n\nfive', 40, 'two [three] four'],
    ['at the ends of the text', '[one]', 9, '[one]'],
    ['over two paragraphs', 'a [b\n\nc] d', 9, 'a [b c]'],
  ])('%s', (_, marked, reach, line) => {
    expect(lineOf(marked, reach)[0]).toBe(line);
  });

  it('numbers the paragraph', () => {
    expect(lineOf('one\n\ntwo\n\n[three]', 5)[1]).toBe(3);
    expect(lineOf('[ ]', 5)[1]).toBe(0);
  });

  it('is whole clusters of the paragraph within reach', () => {
    fc.assert(
      fc.property(textArbitrary(20), fc.nat(), fc.nat(), fc.nat(12), (text, a, b, reach) => {
        const edges = graphemeBoundaries(text);
        const [from, to] = [a % edges.length, b % edges.length].sort((x, y) => x - y);
        const span = createSpan(edges[from as number] ?? 0, edges[to as number] ?? 0);
        const line = createKwicLine(text, findParagraphs(text), span, reach);
        const squeeze = (part: string) => part.replace(/\s+/gu, ' ');
        const before = edges.filter((edge) => edge <= span.start);
        const after = edges.filter((edge) => edge >= span.end);
        expect(before.map((edge) => squeeze(text.slice(edge, span.start)))).toContain(line.left);
        expect(after.map((edge) => squeeze(text.slice(span.end, edge)))).toContain(line.right);
        expect([...line.left].length).toBeLessThanOrEqual(reach);
        expect([...line.right].length).toBeLessThanOrEqual(reach);
      }),
    );
  });
});
