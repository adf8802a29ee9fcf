import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONTEXT_LENGTH,
  createQuote,
  createSelector,
  quoteHolds,
} from '../../../src/core/text/quote';
import { createSpan } from '../../../src/core/text/span';
import { readMarks } from '../../support/marked-text';
import { graphemeBoundaries, textArbitrary } from '../../support/random-text';

describe('createQuote', () => {
  it('[Q1] is the words, and 32 code points before and after', () => {
    const { text, start, end } = readMarks(
      'It is a welcome development, but one fraught with peril. [Washington must not] insert itself into the process of it.',
    );
    expect(createQuote(text, createSpan(start, end))).toEqual({
      exact: 'Washington must not',
      prefix: 'nt, but one fraught with peril. ',
      suffix: ' insert itself into the process ',
    });
  });

  it('[Q2] is shorter only at the ends of the text', () => {
    expect(createQuote('abc', createSpan(0, 1))).toEqual({ exact: 'a', prefix: '', suffix: 'bc' });
    expect(createQuote('abc', createSpan(2, 3))).toEqual({ exact: 'c', prefix: 'ab', suffix: '' });
  });

  it('[Q3] counts its context in code points and cuts no pair', () => {
    fc.assert(
      fc.property(textArbitrary(), fc.nat(), fc.nat(), (text, a, b) => {
        const boundaries = graphemeBoundaries(text);
        const [from, to] = [a % boundaries.length, b % boundaries.length].sort((x, y) => x - y);
        const span = createSpan(boundaries[from ?? 0] ?? 0, boundaries[to ?? 0] ?? 0);
        const before = [...text.slice(0, span.start)];
        const after = [...text.slice(span.end)];
        expect(createQuote(text, span)).toEqual({
          exact: text.slice(span.start, span.end),
          prefix: before.slice(-CONTEXT_LENGTH).join(''),
          suffix: after.slice(0, CONTEXT_LENGTH).join(''),
        });
      }),
    );
  });
});

describe('quoteHolds', () => {
  const text = 'one two three two one';
  const selector = createSelector(text, createSpan(4, 7));

  it('[Q4] for the very text', () => {
    expect(quoteHolds(text, selector)).toBe(true);
  });

  it.each([
    ['other words', { ...selector, exact: 'twe' }],
    ['other words before', { ...selector, prefix: 'two ' }],
    ['other words after', { ...selector, suffix: ' one' }],
    ['the same words elsewhere', { ...selector, ...createSpan(14, 17) }],
    ['beyond the text', { ...selector, ...createSpan(40, 43) }],
  ])('[Q4] not for %s', (_, other) => {
    expect(quoteHolds(text, other)).toBe(false);
  });
});
