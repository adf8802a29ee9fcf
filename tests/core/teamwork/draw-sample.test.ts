import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../src/core/document/source-document';
import type { DocumentId } from '../../../src/core/ids';
import { drawSample } from '../../../src/core/teamwork/draw-sample';

function documents(...genres: readonly string[]): readonly SourceDocument[] {
  return genres.map(
    (genre, n) =>
      ({
        id: `d${String(n)}` as DocumentId,
        ...(genre !== '' && { genre: { value: genre, inferred: false } }),
      }) as SourceDocument,
  );
}

describe('a sample', () => {
  it('[T1] is the same for the same seed, here and on every machine', () => {
    const all = documents(...Array<string>(20).fill(''));
    const draw = { seed: 7, share: 0.2, strata: 'none' } as const;
    expect(drawSample(all, draw)).toEqual(drawSample(all, draw));
    expect(drawSample(all, draw)).toMatchInlineSnapshot(`
      [
        "d0",
        "d2",
        "d13",
        "d19",
      ]
    `);
    expect(drawSample(all, { ...draw, seed: 8 })).not.toEqual(drawSample(all, draw));
  });

  it('[T2] takes the share of each stratum, rounded up, also of documents that do not say theirs', () => {
    const all = documents(...Array<string>(10).fill('editorial'), 'letter', 'letter', '');
    const drawn = drawSample(all, { seed: 1, share: 0.2, strata: 'genre' });
    const of = (from: number, to: number): number =>
      all.slice(from, to).filter(({ id }) => drawn.includes(id)).length;
    expect([of(0, 10), of(10, 12), of(12, 13)]).toEqual([2, 1, 1]);
  });

  it('[T3] holds no document twice, in the order of the corpus, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('', 'editorial', 'letter'), { maxLength: 40 }),
        fc.nat(0xffff_ffff),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (genres, seed, share) => {
          const all = documents(...genres);
          const drawn = drawSample(all, { seed, share, strata: 'genre' });
          expect(all.map(({ id }) => id).filter((id) => drawn.includes(id))).toEqual(drawn);
          expect(drawn.length).toBeGreaterThanOrEqual(Math.floor(all.length * share));
          if (share === 1) expect(drawn).toHaveLength(all.length);
        },
      ),
    );
  });
});
