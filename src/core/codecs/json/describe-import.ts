import { t } from '../../messages/message';
import type { MergeCounts } from './merge-counts';
import type { ImportSummary } from './plan-import';
import type { Strays } from './strays';

/** Most names that one line lists. */
const LISTED = 8;
const list = new Intl.ListFormat('en');

/** True if an import would change more than the list of coders. */
export function bringsAnything(summary: ImportSummary): boolean {
  const { addedDocuments, addedCodes, addedKinds, addedLists } = summary;
  return (
    addedDocuments.length + addedCodes.length + addedKinds.length + addedLists.length > 0 ||
    summary.addedValues + summary.addedActors > 0 ||
    [summary, summary.relations, summary.marks, summary.memos].some(
      ({ added, updated }) => added + updated > 0,
    )
  );
}

/** One sentence each about what an import would bring besides documents, codes and annotations; none for nothing. */
export function describeRest(summary: ImportSummary): readonly string[] {
  const { relations, marks, memos, addedKinds, addedLists, renamed } = summary;
  return [
    ...numbered(summary.addedActors, (n) => t('transfer.brings.actors', { n })),
    ...numbered(summary.matchedActors, (n) => t('transfer.brings.matched', { n })),
    ...numbered(relations.added, (n) => t('transfer.brings.relations', { n })),
    ...numbered(relations.updated, (n) => t('transfer.brings.changedRelations', { n })),
    ...numbered(changed(marks), (n) => t('transfer.brings.marks', { n })),
    ...numbered(changed(memos), (n) => t('transfer.brings.memos', { n })),
    ...named(addedKinds, (names) => t('transfer.brings.kinds', { names })),
    ...named(addedLists, (names) => t('transfer.brings.lists', { names })),
    ...numbered(summary.addedValues, (n) => t('transfer.brings.values', { n })),
    ...named(renamed, (names) => t('transfer.brings.renamed', { names })),
    ...numbered(summary.leftOutRelations, (n) => t('transfer.brings.leftOut', { n })),
    ...describeStrays(summary.strays),
  ];
}

/** A sentence about values outside the codebook, with the first of them; none when there are none. */
export function describeStrays({ annotations: n, values }: Strays): readonly string[] {
  const shown = values.map(({ attribute, value, annotations }) => {
    const words = typeof value === 'object' ? value.join(', ') : String(value);
    return t('transfer.brings.stray', { attribute, value: words, n: annotations });
  });
  return named(shown, (names) => t('transfer.brings.strays', { n, names }));
}

function changed({ added, updated }: MergeCounts): number {
  return added + updated;
}

function numbered(n: number, say: (n: number) => string): readonly string[] {
  return n === 0 ? [] : [say(n)];
}

function named(names: readonly string[], say: (names: string) => string): readonly string[] {
  if (names.length === 0) return [];
  const rest = names.length - LISTED;
  const more = rest > 0 ? [t('transfer.brings.more', { n: rest })] : [];
  return [say(list.format([...names.slice(0, LISTED), ...more]))];
}
