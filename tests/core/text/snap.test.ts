import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapToGraphemes, snapToWords } from '../../../src/core/text/snap';
import { readMarks, writeMarks } from '../../support/marked-text';
import { graphemeBoundaries, textArbitrary } from '../../support/random-text';

/*
 * [S1] words that were cut are made whole
 * [S2] blanks and punctuation at the ends are dropped
 * [S3] the full stop of initials stays
 * [S4] a word may be taken without its possessive ending
 * [S5] signs and symbols stay
 * [S6] no grapheme cluster is cut
 * [S7] sentence ends are never looked for
 * [S8] nothing but blanks and punctuation is no passage
 */
describe('snapToWords', () => {
  it.each([
    ['[S1] both ends', 'Washing[ton must n]ot insert', '[Washington must not] insert'],
    ['[S1] one letter', 'the W[a]shington post', 'the [Washington] post'],
    ['[S1] at the start of the text', '[Wash]ington', '[Washington]'],
    ['[S1] a number', '37,[000 tro]ops', '[37,000 troops]'],
    ['[S1] only the half of a compound', 'long-ra[ng]e missiles', 'long-[range] missiles'],
    ['[S1] whole words stay as they are', 'the [two nations] met', 'the [two nations] met'],
    ['[S2] blanks', 'the[ two nations ]met', 'the [two nations] met'],
    ['[S2] a line break', 'one[\n\ntwo\n\n]three', 'one\n\n[two]\n\nthree'],
    ['[S2] a full stop', 'must do [more. ]The North', 'must do [more]. The North'],
    ['[S2] a comma', '[an ally,] and', '[an ally], and'],
    ['[S2] quotes', 'create [“a new orientation”] in', 'create “[a new orientation]” in'],
    ['[S2] brackets', 'visit [(and not Washington)] now', 'visit ([and not Washington]) now'],
    ['[S2] a dash', 'objective[ — peace — ]which', 'objective — [peace] — which'],
    ['[S2] an ellipsis', 'issues[ . . . to] be', 'issues . . . [to] be'],
    ['[S2] a no-break space', 'a[\u00a0word\u00a0]b', 'a\u00a0[word]\u00a0b'],
    ['[S2] then [S1]', 'the two nat[ions, b]ut', 'the two [nations, but]'],
    ['[S3] all of it', 'in the [U.S.] now', 'in the [U.S.] now'],
    ['[S3] without its full stop', 'in the [U.S]. now', 'in the [U.S.] now'],
    ['[S3] the first letter', 'in the [U].S. now', 'in the [U.S.] now'],
    ['[S3] with a blank', 'in the[ U.S. ]now', 'in the [U.S.] now'],
    ['[S3] at the end of a passage', 'a visit to [the U.S.] Then', 'a visit to [the U.S.] Then'],
    ['[S3] in lower case', 'at [5 p.m.] sharp', 'at [5 p.m.] sharp'],
    ['[S3] not after a plain word', 'he met [Kim.] Then', 'he met [Kim]. Then'],
    ['[S4] without it', 'and [Japan]’s failure', 'and [Japan]’s failure'],
    ['[S4] with it', 'and [Japan’s] failure', 'and [Japan’s] failure'],
    ['[S4] cut inside the word', 'and [Jap]an’s failure', 'and [Japan’s] failure'],
    ['[S4] with a straight apostrophe', "and [Japan]'s failure", "and [Japan]'s failure"],
    ['[S4] but not any apostrophe', 'they [don]’t know', 'they [don’t] know'],
    ['[S5] percent', 'by [50%] at least', 'by [50%] at least'],
    ['[S5] a currency sign', 'paid [$5 million] for', 'paid [$5 million] for'],
    ['[S5] an ampersand', 'the [R&D] office', 'the [R&D] office'],
    ['[S5] a degree', 'at [20°] north', 'at [20°] north'],
    ['[S6] a family', 'the [👨‍👩‍👧] came', 'the [👨‍👩‍👧] came'],
    [
      '[S6] half a flag',
      'from [\ud83c\uddef]\ud83c\uddf5 to',
      'from [\ud83c\uddef\ud83c\uddf5] to',
    ],
    ['[S6] a mark cut from its letter', 'a [cafe]\u0301 here', 'a [cafe\u0301] here'],
    ['[S6] a rare kanji', '[𠮷]野', '[𠮷]野'],
    ['[S7] over a full stop', 'a st[ep. But P]yongyang', 'a [step. But Pyongyang]'],
    ['[S7] a whole sentence loses its stop', '[It is a step.] But', '[It is a step]. But'],
    ['[S8] a blank', 'one[ ]two', '-'],
    ['[S8] blanks and stops', 'one[. . . ]two', '-'],
    ['[S8] a dash between blanks', 'one[ — ]two', '-'],
    ['[S8] nothing', 'one[] two', '-'],
  ])('%s: %s', (_, marked, expected) => {
    const { text, start, end } = readMarks(marked);
    expect(writeMarks(text, snapToWords(text, start, end))).toBe(expected);
  });

  it('takes a selection backwards and beyond the text', () => {
    expect(writeMarks('one two', snapToWords('one two', 5, 1))).toBe('[one two]');
    expect(writeMarks('one two', snapToWords('one two', -9, 99))).toBe('[one two]');
  });

  it('[S6] gives whole graphemes, never blank at an end, and the same when snapped again', () => {
    fc.assert(
      fc.property(textArbitrary(), fc.nat(200), fc.nat(200), (text, a, b) => {
        const span = snapToWords(text, a, b);
        if (span === undefined) return;
        const boundaries = graphemeBoundaries(text);
        expect(boundaries).toContain(span.start);
        expect(boundaries).toContain(span.end);
        expect(span.end).toBeGreaterThan(span.start);
        expect(snapToWords(text, span.start, span.end)).toEqual(span);
      }),
    );
  });

  it('[S8] finds a passage exactly when a letter or digit was selected among blanks and stops', () => {
    const piece = fc.constantFrom(' ', '\n', '. ', '—', '“', '”', 'a', '7', '𠮷', 'wordy');
    fc.assert(
      fc.property(fc.array(piece), fc.nat(40), fc.nat(40), (pieces, a, b) => {
        const text = pieces.join('');
        const selected = text.slice(Math.min(a, b), Math.max(a, b));
        const span = snapToWords(text, a, b);
        expect(span !== undefined).toBe(/[a-z7\ud800-\udfff]/.test(selected));
      }),
    );
  });
});

describe('snapToGraphemes', () => {
  it.each([
    ['keeps what was selected', 'Washing[ton must n]ot', 'Washing[ton must n]ot'],
    ['keeps blanks and punctuation', 'one[, ]two', 'one[, ]two'],
    ['widens over a flag', '[\ud83c\uddef]\ud83c\uddf5', '[\ud83c\uddef\ud83c\uddf5]'],
    ['widens to a letter’s marks', 'caf[e]\u0301', 'caf[e\u0301]'],
    ['is nothing for nothing', 'on[]e', '-'],
  ])('%s: %s', (_, marked, expected) => {
    const { text, start, end } = readMarks(marked);
    expect(writeMarks(text, snapToGraphemes(text, start, end))).toBe(expected);
  });

  it('gives the smallest run of whole graphemes around the selection', () => {
    fc.assert(
      fc.property(textArbitrary(), fc.nat(200), fc.nat(200), (text, a, b) => {
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const boundaries = graphemeBoundaries(text);
        expect(snapToGraphemes(text, a, b)).toEqual(
          start === end
            ? undefined
            : {
                start: boundaries.findLast((boundary) => boundary <= start),
                end: boundaries.find((boundary) => boundary >= end),
              },
        );
      }),
    );
  });
});
