import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePattern } from '../../../src/core/search/pattern';
import { isGraphemeBoundary } from '../../../src/core/text/grapheme';
import { textArbitrary } from '../../support/random-text';

const LOOSE = { matchCase: false, wholeWords: false };

/** The text with every match in brackets, or the sentence that refuses the pattern. */
function mark(text: string, source: string, options = LOOSE): string {
  const pattern = parsePattern(source, options);
  if (!pattern.ok) return pattern.fault.text;
  let marked = '';
  let from = 0;
  for (const { start, end } of pattern.value.find(text)) {
    marked += `${text.slice(from, start)}[${text.slice(start, end)}]`;
    from = end;
  }
  return marked + text.slice(from);
}

describe('what is found', () => {
  it.each([
    [
      'alternatives',
      'North Korea, South Korea',
      '(north|south) korea',
      '[North Korea], [South Korea]',
    ],
    [
      'over a line break in a paragraph',
      'North\nKorea\n\nx',
      'north\\s+korea',
      '[North\nKorea]\n\nx',
    ],
    ['not from paragraph to paragraph', 'North\n\nKorea', 'north\\s+korea', 'North\n\nKorea'],
    ['ends of lines', 'Kim\nKim Kim', '^kim', '[Kim]\n[Kim] Kim'],
    ['nothing of no length', 'abc', 'x*', 'abc'],
    ['letters of any script', 'é ж 한 1', '\\p{L}', '[é] [ж] [한] 1'],
    ['whole characters', 'cafe\u0301 👍🏽', 'caf\\w|👍', '[cafe\u0301] [👍🏽]'],
    ['each character once', '👨‍👩‍👧', '.', '[👨‍👩‍👧]'],
    ['offset 0', 'a b', 'a', '[a] b'],
  ])('%s', (_, text, source, marked) => {
    expect(mark(text, source)).toBe(marked);
  });

  it('minds case and words when told to', () => {
    expect(mark('Kim kim', 'k\\w+', { matchCase: true, wholeWords: false })).toBe('Kim [kim]');
    expect(mark('Koreans Korea’s', 'korea', { matchCase: false, wholeWords: true })).toBe(
      'Koreans [Korea]’s',
    );
  });

  it('cuts no cluster, overlaps nothing, in any text', () => {
    const sources = fc.constantFrom('.', '\\w+', '[^a]', 'e|🇯', '\\s.', '.{3}');
    fc.assert(
      fc.property(textArbitrary(12), sources, (text, source) => {
        const pattern = parsePattern(source, LOOSE);
        let free = 0;
        for (const { start, end } of pattern.ok ? pattern.value.find(text) : []) {
          expect(start).toBeGreaterThanOrEqual(free);
          expect(end).toBeGreaterThan(start);
          expect([start, end].every((offset) => isGraphemeBoundary(text, offset))).toBe(true);
          free = end;
        }
      }),
    );
  });
});

describe('what cannot be read', () => {
  it.each([
    ['', 'no pattern yet'],
    ['x'.repeat(501), 'at most 500 characters'],
    ['(a', '“(” at character 1 is never closed'],
    ['(a)(b', '“(” at character 4 is never closed'],
    ['(\\()(', '“(” at character 5 is never closed'],
    ['x(a[b', '“[” at character 4 is never closed'],
    ['😀(a', '“(” at character 2 is never closed'],
    ['a)b)', '“)” at character 2 closes nothing'],
    ['b*|*', '“*” at character 4 has nothing to repeat'],
    ['a+++', '“++” at character 2 has nothing to repeat'],
    ['ab{2,1}', '“{2,1}” at character 3 is no number of repetitions'],
    ['((a{100}){100}){100}', 'is no number of repetitions'],
    ['(a{9}){100}(b{9}){100}(c{9}){100}', 'repeats too much'],
    ['(a)\\1', '“\\1” at character 4 means nothing here'],
    ['a\\', 'stands alone'],
    ['[a-c][z-a]', '“z-a” at character 7 is no set or range'],
    ['\\p{Foo}', '“\\p{Foo}” at character 1 is no set or range'],
    ['a(?=b)', '“(?=” at character 2 is not known here'],
    ['(?P<n>a)(?P<n>b)', 'from character 14 on'],
  ])('%s', (source, sentence) => {
    expect(mark('abc', source)).toContain(sentence);
  });

  it('any pattern is read or refused with a sentence', () => {
    const signs = fc.constantFrom(...'ab()[]{}*+?|\\^$.-,:=!<>P12é😀'.split(''));
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 14 }), (source) => {
        expect(mark('ab 12', source.join(''))).toMatch(/\S/u);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('work', () => {
  /** Runs `act` and counts how often it looks at a character of a string. */
  function countLooks(act: () => void): number {
    const prototype = String.prototype;
    // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as they were, and called with a `this`
    const own = { charCodeAt: prototype.charCodeAt, codePointAt: prototype.codePointAt };
    let looks = 0;
    const counting = <Result>(look: (this: string, index: number) => Result) =>
      function (this: string, index: number) {
        looks += 1;
        return look.call(this, index);
      };
    prototype.charCodeAt = counting(own.charCodeAt);
    prototype.codePointAt = counting(own.codePointAt);
    try {
      act();
    } finally {
      Object.assign(prototype, own);
    }
    return looks;
  }

  it.each(['(a+)+$', '(a|aa)+$', '(a*)*c', '^(([a-z])+.)+[A-Z]([a-z])+$'])(
    '%s looks at each of 100,000 letters a few times',
    (source) => {
      const text = `${'a'.repeat(100_000)}!`;
      const pattern = parsePattern(source, LOOSE);
      const found = pattern.ok ? pattern.value.find(text) : undefined;
      const looks = countLooks(() => expect(found?.next().done).toBe(true));
      expect(looks).toBeLessThan(10 * text.length);
    },
  );
});
