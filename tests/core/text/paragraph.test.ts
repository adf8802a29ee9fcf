import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findParagraphs,
  paragraphIndexAt,
  paragraphNumberAt,
} from '../../../src/core/text/paragraph';
import { createOffset, slice } from '../../../src/core/text/span';
import { EDITORIAL_IDS, readEditorial } from '../../support/editorials';
import { textArbitrary } from '../../support/random-text';

const LONG = 'word '.repeat(30).trim();

/** `¶` before each paragraph's words, `/` for a line break inside it. */
function show(text: string): string {
  return findParagraphs(text)
    .map(({ number, span }) => `${number}¶${slice(text, span).replaceAll('\n', '/')}`)
    .join(' ');
}

describe('findParagraphs', () => {
  it.each([
    ['[P1] blank lines separate', 'one\n\ntwo\n\n\n\nthree', '1¶one 2¶two 3¶three'],
    ['[P1] a line of blanks is blank', 'one\n \t\ntwo', '1¶one 2¶two'],
    ['[P1] line breaks at the ends count for nothing', '\n\none\n\ntwo\n', '1¶one 2¶two'],
    ['[P2] short lines of a block belong together', 'Rose\nis a\n\nrose', '1¶Rose/is a 2¶rose'],
    ['[P2] a long line makes each line a paragraph', `a\n${LONG}\n\nb`, `1¶a 2¶${LONG} 3¶b`],
    ['[P3] without a blank line each line is one', 'one\ntwo\nthree', '1¶one 2¶two 3¶three'],
    ['[P3] and a blank line at an end is none', 'one\ntwo\n\n', '1¶one 2¶two'],
    ['one line', 'one', '1¶one'],
    ['no words', '\n \n', ''],
    ['nothing', '', ''],
  ])('%s', (_, text, expected) => {
    expect(show(text)).toBe(expected);
  });

  it.each([
    [120, 1],
    [121, 2],
  ])('[P2] a line of %i code units is still short or not: %i paragraphs', (length, paragraphs) => {
    const block = `${'x'.repeat(length)}\ny`;
    expect(findParagraphs(`${block}\n\nz`)).toHaveLength(paragraphs + 1);
  });

  it('covers every visible character once, in order, without line breaks at the ends', () => {
    fc.assert(
      fc.property(textArbitrary(), (text) => {
        const paragraphs = findParagraphs(text);
        let at = 0;
        for (const [index, { number, span }] of paragraphs.entries()) {
          expect(number).toBe(index + 1);
          expect(text.slice(at, span.start).trim()).toBe('');
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(slice(text, span)).not.toMatch(/^\n|\n$/u);
          expect(slice(text, span).trim()).not.toBe('');
          at = span.end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  it.each([
    ['000', 9],
    ['001', 13],
    ['004', 10],
  ] as const)('editorial %s has %i, the two lines of the appeal as one', (id, count) => {
    const text = readEditorial(id);
    const paragraphs = findParagraphs(text);
    expect(paragraphs).toHaveLength(count);
    const last = paragraphs.at(-1);
    if (last === undefined) throw new Error('no paragraph');
    expect(slice(text, last.span)).toMatch(/^In a time of both.*\nBy subscribing,.*right\.$/u);
    expect(last.span.end).toBe(text.length);
  });

  it.each(EDITORIAL_IDS)('editorial %s is cut at its empty lines', (id) => {
    const text = readEditorial(id);
    expect(findParagraphs(text).map(({ span }) => slice(text, span))).toEqual(text.split('\n\n'));
  });
});

describe('paragraphNumberAt', () => {
  const text = '\n\none\n\ntwo';
  const paragraphs = findParagraphs(text);

  it.each([
    ['before the first', 0, 1],
    ['at a start', 2, 1],
    ['inside', 3, 1],
    ['at an end', 5, 1],
    ['between two', 6, 1],
    ['at the next start', 7, 2],
    ['at the end of the text', 10, 2],
  ])('%s: offset %i is paragraph %i', (_, offset, number) => {
    expect(paragraphNumberAt(paragraphs, createOffset(offset))).toBe(number);
  });

  it('is 0, and the index undefined, without paragraphs', () => {
    expect(paragraphNumberAt([], createOffset(0))).toBe(0);
    expect(paragraphIndexAt([], 0)).toBeUndefined();
  });

  it('finds what walking finds', () => {
    fc.assert(
      fc.property(textArbitrary(), fc.nat(300), (random, offset) => {
        const all = findParagraphs(random);
        const walked = all.filter(({ span }) => span.start <= offset).length - 1;
        expect(paragraphIndexAt(all, offset)).toBe(
          all.length === 0 ? undefined : Math.max(0, walked),
        );
      }),
    );
  });
});
