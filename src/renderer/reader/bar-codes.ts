import type { SortedAnnotations } from '../../core/annotation/sorted';
import { activeCodes, type Code, type Codebook } from '../../core/codebook/codebook';
import { createOrderedTypeAhead, type TypeAhead } from '../../core/search/rank';
import { countByCode } from '../state/code-counts';

/** More than stand on a few lines beside a passage; then the others are found by typing. */
export const MOST_CODES = 12;

interface Named {
  readonly label: string;
  readonly code: Code;
}

const finders = new WeakMap<Codebook, TypeAhead<Named>>();

function finderOf(codebook: Codebook): TypeAhead<Named> {
  const known = finders.get(codebook);
  if (known !== undefined) return known;
  const made = createOrderedTypeAhead(
    activeCodes(codebook).map((code) => ({ label: code.name, code })),
  );
  finders.set(codebook, made);
  return made;
}

/**
 * The codes that a passage is offered: those that fit what was typed, the best first; without that, all of few, and of
 * many those that have a key and those used most in the document, in the order of the codebook.
 */
export function codesToOffer(
  codebook: Codebook,
  annotations: SortedAnnotations,
  query: string,
): readonly Code[] {
  if (query.trim() !== '') {
    return finderOf(codebook)(query, MOST_CODES).map(({ item }) => item.code);
  }
  const codes = activeCodes(codebook);
  if (codes.length <= MOST_CODES) return codes;
  const counts = countByCode(annotations);
  const weight = ({ id, key }: Code): number =>
    key === undefined ? (counts.get(id) ?? 0) : Infinity;
  const most = codes.toSorted((a, b) =>
    weight(a) < weight(b) ? 1 : -Number(weight(a) > weight(b)),
  );
  const offered = new Set(most.slice(0, MOST_CODES));
  return codes.filter((code) => offered.has(code));
}
