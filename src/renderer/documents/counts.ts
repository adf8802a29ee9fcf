import type { SortedAnnotations } from '../../core/annotation/sorted';
import type { Code } from '../../core/codebook/codebook';
import { countByCode } from '../state/code-counts';

/** So many stand on two lines of the panel; of more, those that stand on one tell as much at a glance. */
const FEW = 6;
export const MOST_COUNTS = 3;

interface CodeCount {
  readonly code: Code;
  readonly n: number;
}

/** How often the codes that are used most were used, in the order of the codebook, and how many codes more were. */
export function countsToShow(
  codes: readonly Code[],
  annotations: SortedAnnotations,
): { readonly shown: readonly CodeCount[]; readonly others: number } {
  const byCode = countByCode(annotations);
  const used = codes
    .map((code) => ({ code, n: code.retired ? 0 : (byCode.get(code.id) ?? 0) }))
    .filter(({ n }) => n > 0);
  if (used.length <= FEW) return { shown: used, others: 0 };
  const most = new Set(used.toSorted((a, b) => b.n - a.n).slice(0, MOST_COUNTS));
  return { shown: used.filter((count) => most.has(count)), others: used.length - MOST_COUNTS };
}
