import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nextWordEnd,
  nextWordStart,
  previousWordEnd,
  previousWordStart,
  wordAround,
  wordAt,
} from '../../../src/core/text/word';
import { readCaret, writeCarets, writeMarks } from '../../support/marked-text';
import { textArbitrary } from '../../support/random-text';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** The words of a short text, segmented as a whole: the oracle. */
function wordsOf(text: string): { start: number; end: number }[] {
  return Array.from(segmenter.segment(text))
    .filter((segment) => segment.isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

describe('the word at a place', () => {
  it.each([
    ['inside', 'the Wash|ington post', 'the [Washington] post', 'the [Washington] post'],
    ['at a start', 'the |Washington post', '-', 'the [Washington] post'],
    ['at an end', 'the Washington| post', '-', 'the [Washington] post'],
    ['at the start of the text', '|the post', '-', '[the] post'],
    ['at the end of the text', 'the post|', '-', 'the [post]'],
    ['between blanks', 'the  |  post', '-', '-'],
    ['possessive', 'Japan’|s failure', '[Japan’s] failure', '[Japan’s] failure'],
    ['number', '37,0|00 troops', '[37,000] troops', '[37,000] troops'],
    ['hyphen', 'long-|range', '-', 'long-[range]'],
    ['full stop of initials', 'the U|.S. will', 'the [U.S]. will', 'the [U.S]. will'],
    ['nothing', '|', '-', '-'],
  ])('%s: %s', (_, marked, around, touching) => {
    const { text, offset } = readCaret(marked);
    expect(writeMarks(text, wordAround(text, offset))).toBe(around);
    expect(writeMarks(text, wordAt(text, offset))).toBe(touching);
  });
});

describe('steps by word', () => {
  const text = 'Mr. Jo’s “visit” — 37,000';

  it('stops at every start and end, forwards and backwards', () => {
    const forwards = (step: (text: string, offset: number) => number): number[] => {
      const stops: number[] = [];
      for (let at = 0; at < text.length;) stops.push((at = step(text, at)));
      return stops;
    };
    const backwards = (step: (text: string, offset: number) => number): number[] => {
      const stops: number[] = [];
      for (let at = text.length; at > 0;) stops.push((at = step(text, at)));
      return stops;
    };
    expect(writeCarets(text, forwards(nextWordEnd))).toBe('Mr|. Jo’s| “visit|” — 37,000|');
    expect(writeCarets(text, forwards(nextWordStart))).toBe('Mr. |Jo’s “|visit” — |37,000|');
    expect(writeCarets(text, backwards(previousWordStart))).toBe('|Mr. |Jo’s “|visit” — |37,000');
    expect(writeCarets(text, backwards(previousWordEnd))).toBe('|Mr|. Jo’s| “visit|” — 37,000');
  });

  it('agrees with the whole text segmented, from every offset', () => {
    fc.assert(
      fc.property(textArbitrary(20), (random) => {
        const words = wordsOf(random);
        for (let offset = 0; offset <= random.length; offset += 1) {
          const seen = {
            around: wordAround(random, offset),
            nextEnd: nextWordEnd(random, offset),
            nextStart: nextWordStart(random, offset),
            previousStart: previousWordStart(random, offset),
            previousEnd: previousWordEnd(random, offset),
          };
          expect(seen).toEqual({
            around: words.find((word) => word.start < offset && offset < word.end),
            nextEnd: words.find((word) => word.end > offset)?.end ?? random.length,
            nextStart: words.find((word) => word.start > offset)?.start ?? random.length,
            previousStart: words.findLast((word) => word.start < offset)?.start ?? 0,
            previousEnd: words.findLast((word) => word.end < offset)?.end ?? 0,
          });
        }
      }),
    );
  });

  it('crosses a desert of blanks wider than the window', () => {
    const desert = `one${' '.repeat(2000)}two`;
    expect(nextWordEnd(desert, 3)).toBe(2006);
    expect(nextWordStart(desert, 1)).toBe(2003);
    expect(previousWordStart(desert, 2003)).toBe(0);
    expect(previousWordEnd(desert, 2003)).toBe(3);
  });

  it('moves on through a word longer than the window', () => {
    const endless = 'x'.repeat(3000);
    let steps = 0;
    for (let at = 0; at < endless.length; at = nextWordEnd(endless, at)) steps += 1;
    expect(steps).toBeGreaterThan(0);
    expect(nextWordEnd(endless, 0)).toBeGreaterThan(0);
    expect(previousWordStart(endless, 3000)).toBeLessThan(3000);
  });
});
