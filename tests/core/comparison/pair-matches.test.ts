import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spanF1Over, type PairMatches } from '../../../src/core/comparison/pair-matches';
import type { CoderId } from '../../../src/core/ids';

const PAIRS = ['ana bo', 'ana cy', 'bo cy'].map((names) => {
  const [first, second] = names.split(' ') as [CoderId, CoderId];
  return { first, second };
});

/** Of any of the pairs, since not every coder coded every document. */
const document: fc.Arbitrary<PairMatches> = fc
  .tuple(...PAIRS.map(() => fc.option(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 })))))
  .map((all) =>
    all.flatMap((one, index) => {
      const pair = PAIRS[index];
      if (one === null || pair === undefined) return [];
      const [halves, rest] = one;
      return [{ ...pair, matched: halves / 2, units: halves + rest }];
    }),
  );

describe('F1 over drawn documents', () => {
  test('is to the last digit that of the documents, each as often as it was drawn', () => {
    const drawnTimes = fc.array(fc.nat({ max: 3 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(document, { maxLength: 5 }), drawnTimes, (documents, times) => {
        const repeated = documents.flatMap((one, index) =>
          Array.from({ length: times[index] ?? 0 }, () => one),
        );
        const f1 = spanF1Over(documents);
        // The order in which pairs are added up is that of their first document, drawn or not.
        const order = documents.map((all) =>
          all.map((pair) => ({ ...pair, matched: 0, units: 0 })),
        );
        expect(f1(times)).toEqual(spanF1Over([...order, ...repeated])());
        expect(f1()).toEqual(f1(documents.map(() => 1)));
      }),
    );
  });

  test('is by hand the mean over pairs of what their documents add up to', () => {
    const [one, other] = PAIRS;
    if (one === undefined || other === undefined) throw new Error('There are no pairs.');
    const documents: PairMatches[] = [
      [
        { ...one, matched: 2, units: 5 },
        { ...other, matched: 1, units: 4 },
      ],
      [{ ...one, matched: 0.5, units: 3 }],
    ];
    expect(spanF1Over(documents)()).toEqual({ ok: true, value: (5 / 8 + 2 / 4) / 2 });
    expect(spanF1Over(documents)([0, 2])).toEqual({ ok: true, value: 2 / 6 });
    expect(spanF1Over(documents)([0, 0])).toMatchObject({ ok: false });
  });
});
