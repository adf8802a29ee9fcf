import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../../src/core/text/normalise';
import { rawTextArbitrary } from '../../support/random-text';

describe('normaliseText', () => {
  it.each([
    ['as it is', 'a\nb', 'a\nb', false, 0],
    ['CR LF', 'a\r\nb\r\n', 'a\nb\n', false, 2],
    ['a lone CR', 'a\rb', 'a\nb', false, 1],
    ['CR CR LF', 'a\r\r\nb', 'a\n\nb', false, 2],
    ['a byte order mark', '\ufeffa', 'a', true, 0],
    ['only the first of two marks', '\ufeff\ufeffa', '\ufeffa', true, 0],
    ['a mark inside is kept', 'a\ufeffb', 'a\ufeffb', false, 0],
    ['no trimming', '  a \n', '  a \n', false, 0],
    ['no composing', 'e\u0301 é ﬁ', 'e\u0301 é ﬁ', false, 0],
    ['nothing', '', '', false, 0],
  ])('%s', (_, raw, text, removedByteOrderMark, changedLineEnds) => {
    expect(normaliseText(raw)).toEqual({ text, removedByteOrderMark, changedLineEnds });
  });

  it('changes nothing the second time but a second mark, and never loses a visible character', () => {
    fc.assert(
      fc.property(rawTextArbitrary(), (raw) => {
        const { text, changedLineEnds } = normaliseText(raw);
        expect(text).not.toContain('\r');
        expect(normaliseText(text).changedLineEnds).toBe(0);
        expect(text.split('\n').length).toBe(raw.split(/\r\n|\r|\n/u).length);
        expect(changedLineEnds).toBe(raw.split('\r').length - 1);
      }),
    );
  });
});
