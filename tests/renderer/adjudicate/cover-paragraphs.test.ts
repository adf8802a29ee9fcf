import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import type { ComparedDocument } from '../../../src/core/comparison/compared-work';
import { findParagraphs } from '../../../src/core/text/paragraph';
import { coverParagraphs } from '../../../src/renderer/adjudicate/cover-paragraphs';

const TEXT = 'Seoul must wait.\n\nTokyo agrees.\n\nNobody asks.';

function at(...places: readonly (readonly [string, string?])[]): readonly Annotation[] {
  return places.map(([from, to = from]) => {
    const start = TEXT.indexOf(from);
    return { pieces: [{ start, end: TEXT.indexOf(to) + to.length }] } as unknown as Annotation;
  });
}

function cover(
  coders: Readonly<Record<string, readonly Annotation[]>>,
  gold: readonly Annotation[] = [],
  excluded: readonly { start: number; end: number }[] = [],
): readonly string[] {
  const compared = { document: { excluded }, coders: new Map(Object.entries(coders)) };
  return coverParagraphs(findParagraphs(TEXT), compared as unknown as ComparedDocument, gold).map(
    (stretches) =>
      stretches
        .map(({ start, end, by = 'none', isExcluded }) => {
          return `${TEXT.slice(start, end)}|${isExcluded ? 'excluded' : by}`;
        })
        .join(' / '),
  );
}

describe('the text in which words are selected that all missed', () => {
  it('says of every stretch who has it: all, some, the gold set, nobody', () => {
    expect(cover({ ana: at(['Seoul must']), bo: at(['must wait']) }, at(['Tokyo']))).toEqual([
      'Seoul |some / must|all /  wait|some / .|none',
      'Tokyo|gold /  agrees.|none',
      'Nobody asks.|none',
    ]);
  });

  it('goes on over the end of a paragraph, and begins at its first letter', () => {
    expect(cover({ ana: at(['wait', 'Tokyo']), bo: [] })).toEqual([
      'Seoul must |none / wait.|some',
      'Tokyo|some /  agrees.|none',
      'Nobody asks.|none',
    ]);
  });

  it('tells what is excluded', () => {
    const start = TEXT.indexOf('Nobody');
    expect(cover({ ana: [], bo: [] }, [], [{ start, end: TEXT.length }])[2]).toBe(
      'Nobody asks.|excluded',
    );
  });
});
