import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAny, parseQuery } from '../../../src/core/search/query';
import { findByTrying } from './find-by-trying';

const LOOSE = { matchCase: false, wholeWords: true };

function quotes(text: string, texts: readonly string[]): string[] {
  return findAny(text, texts, LOOSE).map(({ start, end }) => text.slice(start, end));
}

describe('several texts', () => {
  it.each([
    ['a longer one hides a shorter in it', ['Korea', 'North Korea'], ['North Korea', 'Korea']],
    ['in whatever order', ['North Korea', 'DPRK', 'Korea'], ['North Korea', 'Korea', 'DPRK']],
    ['given twice', ['dprk', 'DPRK'], ['DPRK']],
    ['blank', ['', ' '], []],
    ['none', [], []],
  ])('%s', (_, texts, found) => {
    expect(quotes('North Korea and Korea, the DPRK', texts)).toEqual(found);
  });

  it('overlap nowhere, and leave out only what another hit touches', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'ab', 'a b', 'b a', 'ba'), { maxLength: 4 });
    const text = fc.array(fc.constantFrom('a', 'b', ' '), { maxLength: 16 });
    fc.assert(
      fc.property(text, words, (letters, texts) => {
        const source = letters.join('');
        const options = { matchCase: true, wholeWords: false };
        const kept = findAny(source, texts, options);
        kept
          .slice(1)
          .forEach((hit, i) => expect(hit.start).toBeGreaterThanOrEqual(kept[i]?.end ?? 0));
        for (const hit of texts.flatMap((one) => findByTrying(source, one, options))) {
          expect(kept.some(({ start, end }) => start < hit.end && hit.start < end)).toBe(true);
        }
      }),
    );
  });
});

describe('a query', () => {
  it('is of texts or a pattern', () => {
    const find = (query: Parameters<typeof parseQuery>[0]) => {
      const matcher = parseQuery(query);
      return matcher.ok ? Array.from(matcher.value('Kim met Kims'), ({ start }) => start) : [];
    };
    expect(find({ ...LOOSE, kind: 'text', texts: ['kim'] })).toEqual([0]);
    expect(find({ ...LOOSE, kind: 'pattern', source: 'k.ms?' })).toEqual([0, 8]);
  });

  it('refuses a pattern with a sentence', () => {
    const refused = parseQuery({ ...LOOSE, kind: 'pattern', source: '(' });
    expect(refused.ok ? '' : refused.fault.code).toBe('search.pattern.unclosed');
  });
});
