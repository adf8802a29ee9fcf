import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTypeAhead } from '../../../src/core/search/rank';

const ACTORS = [
  { label: 'South Korea', frequency: 3 },
  { label: 'North Korea', aliases: ['DPRK', 'Pyongyang'], frequency: 9 },
  { label: 'United States', aliases: ['U.S.', 'Washington'], frequency: 9 },
  { label: 'Kim Jong Il', aliases: ['Mr. Kim'], frequency: 4 },
  { label: 'Kim Dae-jung', aliases: ['Mr. Kim'], frequency: 5 },
  { label: 'Madeleine Albright', frequency: 1 },
  { label: 'Russia', frequency: 2 },
  { label: 'Îles Éparses', frequency: 0 },
  { label: '日本', aliases: ['Japan'], frequency: 0 },
];

const ask = createTypeAhead(ACTORS);
const labels = (query: string, limit = 9) => ask(query, limit).map(({ item }) => item.label);

describe('type-ahead', () => {
  it.each([
    [
      'prefix before word before inside',
      'k',
      ['Kim Dae-jung', 'Kim Jong Il', 'North Korea', 'South Korea'],
    ],
    ['the whole name first', 'russia', ['Russia']],
    ['word start', 'korea', ['North Korea', 'South Korea']],
    ['words that begin so', 'no ko', ['North Korea']],
    ['not in another order', 'ko no', []],
    ['initials', 'nk', ['North Korea']],
    ['initials before inside', 'us', ['United States', 'Russia']],
    ['initials with full stops', 'U.S.', ['United States']],
    ['marks do not count', 'iles ep', ['Îles Éparses']],
    ['nor in the query', 'ÀLB', ['Madeleine Albright']],
    ['hyphens do not count', 'dae jung', ['Kim Dae-jung']],
    ['inside', 'bright', ['Madeleine Albright']],
    ['letters in order', 'mdlabr', ['Madeleine Albright']],
    ['letters not there', 'xq', []],
    ['other scripts', '日', ['日本']],
  ])('%s: %s', (_, query, first) => {
    expect(labels(query).slice(0, Math.max(first.length, 1))).toEqual(first);
  });

  it('says which alias fits better than the label', () => {
    expect(ask('dp', 1)).toEqual([{ item: ACTORS[1], alias: 'DPRK' }]);
    expect(ask('mr kim', 9).map(({ item, alias }) => [item.label, alias])).toEqual([
      ['Kim Dae-jung', 'Mr. Kim'],
      ['Kim Jong Il', 'Mr. Kim'],
    ]);
    expect(ask('north', 1)).toEqual([{ item: ACTORS[1] }]);
  });

  it('offers the most frequent before anything is typed, and no more than asked for', () => {
    expect(labels('', 3)).toEqual(['North Korea', 'United States', 'Kim Dae-jung']);
    expect(labels(' . ', 2)).toEqual(['North Korea', 'United States']);
    expect(labels('k', 0)).toEqual([]);
  });

  it('every beginning of a label finds it, and a longer query never finds more', () => {
    const letters = fc.array(fc.constantFrom('a', 'B', 'é', ' ', '-', '日'), { maxLength: 7 });
    const items = fc
      .array(letters, { maxLength: 8 })
      .map((all) =>
        all.map((label, frequency) => ({ label: label.join(''), frequency: frequency % 3 })),
      );
    fc.assert(
      fc.property(items, letters, (given, typed) => {
        const find = createTypeAhead(given);
        for (const item of given) {
          for (let n = 0; n <= item.label.length; n += 1) {
            expect(find(item.label.slice(0, n), 99).map((hit) => hit.item)).toContain(item);
          }
        }
        const query = typed.join('');
        const before = find(query.slice(0, -1), 99).map((hit) => hit.item);
        for (const { item } of find(query, 99)) expect(before).toContain(item);
        expect(find(query, 2)).toEqual(find(query, 99).slice(0, 2));
      }),
    );
  });
});
