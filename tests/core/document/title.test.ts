import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inferTitle } from '../../../src/core/document/title';
import { EDITORIAL_IDS, readEditorial } from '../../support/editorials';
import { textArbitrary } from '../../support/random-text';

describe('inferTitle', () => {
  it.each([
    ['a heading', 'A way forward\n\nThe text begins.', 'A way forward'],
    ['a first sentence, without its full stop', 'It is a step. But more.', 'It is a step'],
    ['a question keeps its mark', 'Will it hold? Perhaps.', 'Will it hold?'],
    ['initials keep their full stop', 'Talks with the U.S.\n\nThe text.', 'Talks with the U.S.'],
    ['blanks inside become one', '  Two\n lines \n\ntext', 'Two lines'],
    [
      'a long sentence is cut at a word',
      `${'one two three four five '.repeat(5)}.`,
      'one two three four five one two three four five one two three four five …',
    ],
    ['and loses a comma there', `${'a'.repeat(60)}, ${'b'.repeat(60)}`, `${'a'.repeat(60)} …`],
    ['a word too long is cut', 'x'.repeat(100), `${'x'.repeat(72)} …`],
    ['separators inside a line do not hide it', '\u2028A line', 'A line'],
    ['nothing visible', '\u200b\u200b', undefined],
    ['blanks', ' \n ', undefined],
    ['nothing', '', undefined],
  ])('%s', (_, text, title) => {
    expect(inferTitle(text)).toBe(title);
  });

  it('is one visible line of at most 74 code units', () => {
    fc.assert(
      fc.property(textArbitrary(), (text) => {
        const title = inferTitle(text);
        if (title === undefined) return;
        expect(title.length).toBeLessThanOrEqual(74);
        expect(title).toBe(title.trim());
        expect(title).not.toContain('\n');
        expect(title).toMatch(/[^\s\p{C}\p{Z}]/u);
      }),
    );
  });

  it.each(EDITORIAL_IDS)('begins as editorial %s does', (id) => {
    const text = readEditorial(id);
    const title = inferTitle(text)?.replace(/ …$/u, '') ?? 'none';
    expect(text.startsWith(title)).toBe(true);
  });
});
