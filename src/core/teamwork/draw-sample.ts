import { createRandom, randomIndex } from '../agreement/random';
import type { SourceDocument } from '../document/source-document';
import type { DocumentId } from '../ids';
import type { Stratum } from '../team/team-act';

interface Draw {
  /** A whole number from 0 to 2³² − 1. */
  readonly seed: number;
  /** Above 0 and at most 1. */
  readonly share: number;
  readonly strata: Stratum;
}

/**
 * Draws `share` of the documents, rounded up, at least one of each stratum, without replacement: the same seed on the same
 * documents in the same order gives the same sample on every machine. Documents that do not say what the strata go by are
 * a stratum of their own. The answer is in the order of the documents.
 */
export function drawSample(
  documents: readonly SourceDocument[],
  { seed, share, strata }: Draw,
): readonly DocumentId[] {
  const random = createRandom(seed);
  const groups = new Map<string, SourceDocument[]>();
  for (const document of documents) {
    const stratum = stratumOf(document, strata);
    groups.set(stratum, [...(groups.get(stratum) ?? []), document]);
  }
  const inOrder = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  const drawn = new Set(
    inOrder.flatMap(([, group]) => {
      const left = [...group];
      // Whole numbers of documents that a share such as 0.1 misses by a rounding error are not rounded up.
      const count = Math.min(left.length, Math.ceil(group.length * share - 1e-9));
      return Array.from({ length: count }, () => {
        const [taken] = left.splice(randomIndex(random, left.length), 1);
        return taken?.id;
      });
    }),
  );
  return documents.filter(({ id }) => drawn.has(id)).map(({ id }) => id);
}

function stratumOf({ genre, date, source }: SourceDocument, strata: Stratum): string {
  switch (strata) {
    case 'none':
      return '';
    case 'genre':
      return genre?.value ?? '';
    case 'year':
      return date?.value.slice(0, 4) ?? '';
    case 'source':
      return source?.value ?? '';
  }
}
