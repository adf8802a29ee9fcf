import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findParagraphs } from '../../../src/core/text/paragraph';
import { findSentences } from '../../../src/core/text/sentence';
import { createSpan, slice } from '../../../src/core/text/span';
import { EDITORIAL_IDS, readEditorial } from '../../support/editorials';
import { textArbitrary } from '../../support/random-text';

function sentencesOf(text: string): string[] {
  return findSentences(text, createSpan(0, text.length)).map((span) => slice(text, span).trim());
}

describe('findSentences', () => {
  it.each([
    ['plain', 'It is a step. | More must follow! | Will it?'],
    ['a title', 'Before Mr. Jo’s visit, they talked. | Ms. Albright will visit.'],
    ['initials inside', 'The U.S. President went. | He came back.'],
    ['initials that also end it', 'a cut in relations with the U.S. | There is no substitute.'],
    ['a month', 'It was before Jan. 20 at the latest. | Then it was over.'],
    ['a spaced ellipsis', 'still left “significant issues . . . to be explored.”'],
    ['a closing quote', 'It is a bridge to “outsiders.” | Although they see it.'],
    ['lines broken by hand', 'It is a\nwelcome step\nof both. | But\nmore must follow.'],
    ['one without an end', 'no full stop here'],
  ])('%s: %s', (_, marked) => {
    const expected = marked.split(' | ');
    expect(sentencesOf(expected.join(' '))).toEqual(expected);
  });

  it('leaves no gap and stays inside its paragraph', () => {
    fc.assert(
      fc.property(textArbitrary(), (text) => {
        for (const { span } of findParagraphs(text)) {
          const sentences = findSentences(text, span);
          expect(sentences.map((sentence) => slice(text, sentence)).join('')).toBe(
            slice(text, span),
          );
          expect(sentences[0]?.start).toBe(span.start);
          expect(sentences.at(-1)?.end).toBe(span.end);
        }
      }),
    );
  });

  it.each(EDITORIAL_IDS)(
    'no sentence of editorial %s ends after a title or inside a name',
    (id) => {
      const text = readEditorial(id);
      const ends = findParagraphs(text).flatMap(({ span }) =>
        findSentences(text, span).map((sentence) => slice(text, sentence).trim().slice(-12)),
      );
      expect(ends.filter((end) => /\b(?:Mr|Ms|Jan)\.$/u.test(end))).toEqual([]);
      expect(ends.filter((end) => !/[.!?][”’)]?$/u.test(end))).toEqual([]);
    },
  );

  it('the full stop of “U.S.” that ends a sentence of editorial 001 ends it', () => {
    const text = readEditorial('001');
    const at = text.indexOf('with the U.S. There is just') + 'with the U.S. '.length;
    const starts = findParagraphs(text).flatMap(({ span }) =>
      findSentences(text, span).map((sentence) => Number(sentence.start)),
    );
    expect(starts).toContain(at);
  });
});
