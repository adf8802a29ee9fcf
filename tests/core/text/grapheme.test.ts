import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ceilGrapheme,
  floorGrapheme,
  isGraphemeBoundary,
  nextGrapheme,
  previousGrapheme,
} from '../../../src/core/text/grapheme';
import { writeCarets } from '../../support/marked-text';
import { graphemeBoundaries, rawTextArbitrary, TROUBLE } from '../../support/random-text';

function boundariesByStepping(text: string): string {
  const found = [0];
  for (let at = 0; at < text.length; at = nextGrapheme(text, at))
    found.push(nextGrapheme(text, at));
  return writeCarets(text, found);
}

describe('grapheme boundaries', () => {
  it.each(Object.entries(TROUBLE))(
    '[G1] %s has the boundaries of the whole-text segmenter',
    (_, it) => {
      for (const text of [it, `a${it}b`, it + it, `${it}\n${it}`, `é${it}é`]) {
        expect(boundariesByStepping(text)).toBe(writeCarets(text, graphemeBoundaries(text)));
      }
    },
  );

  it.each([
    ['family emoji', '|a|👨‍👩‍👧‍👦|b|'],
    ['two flags', '|🇯🇵|🇰🇷|'],
    ['combining marks', '|e\u0301\u0323|x|'],
    ['Hangul jamo', '|\u1112\u1161\u11ab|\u1100\u1173|'],
    ['CR LF', '|a|\r\n|b|'],
    ['LF CR', '|a|\n|\r|b|'],
    ['an emoji joined to a letter', '|👩‍|a|'],
  ])('[G2] %s', (_, marked) => {
    expect(boundariesByStepping(marked.replaceAll('|', ''))).toBe(marked);
  });

  it('[G3] every function agrees with the whole-text segmenter at every offset', () => {
    fc.assert(
      fc.property(rawTextArbitrary(), (text) => {
        const all = graphemeBoundaries(text);
        for (let offset = 0; offset <= text.length; offset += 1) {
          const before = all.filter((boundary) => boundary <= offset).at(-1) ?? 0;
          const after = all.find((boundary) => boundary >= offset) ?? text.length;
          expect(floorGrapheme(text, offset)).toBe(before);
          expect(ceilGrapheme(text, offset)).toBe(after);
          expect(isGraphemeBoundary(text, offset)).toBe(all.includes(offset));
          expect(nextGrapheme(text, offset)).toBe(all.find((b) => b > offset) ?? text.length);
          expect(previousGrapheme(text, offset)).toBe(all.filter((b) => b < offset).at(-1) ?? 0);
        }
      }),
    );
  });

  it.each([
    ['flags', TROUBLE.flag.repeat(100)],
    ['flags after a letter', `é${TROUBLE.flag.repeat(100)}`],
    ['ideographs', '葛飾'.repeat(300)],
    ['Hangul jamo', TROUBLE.hangulJamo.repeat(300)],
    ['family emoji', TROUBLE.familyEmoji.repeat(60)],
    ['Devanagari', TROUBLE.devanagari.repeat(100)],
  ])('[G4] a long run of %s without a blank is not cut anywhere', (_, text) => {
    expect(boundariesByStepping(text)).toBe(writeCarets(text, graphemeBoundaries(text)));
    const all = new Set(graphemeBoundaries(text));
    const wrong = Array.from({ length: text.length + 1 }, (__, offset) => offset).filter(
      (offset) => isGraphemeBoundary(text, offset) !== all.has(offset),
    );
    expect(wrong).toEqual([]);
  });

  it('[G5] brings an offset outside into the text', () => {
    expect(floorGrapheme('ab', -3)).toBe(0);
    expect(ceilGrapheme('ab', 9)).toBe(2);
    expect(nextGrapheme('ab', 2)).toBe(2);
    expect(previousGrapheme('ab', 0)).toBe(0);
    expect(nextGrapheme('', 0)).toBe(0);
  });
});
