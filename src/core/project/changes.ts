import type { CoderId, DocumentId } from '../ids';
import { annotationsOf, marksOf, relationsOf, verdictsOf, type Project } from './project';

/** Which of a project's files differ between two of its states. */
export interface Changes {
  readonly project: boolean;
  readonly codebook: boolean;
  readonly actors: boolean;
  /** Coders whose memos differ. */
  readonly memos: readonly CoderId[];
  readonly sets: readonly { readonly coderId: CoderId; readonly documentId: DocumentId }[];
}

/** Compares by identity, which is enough because states share what did not change. */
export function findChanges(before: Project, after: Project): Changes {
  const sets = (project: Project) => [
    project.annotations,
    project.relations,
    project.marks,
    project.verdicts,
  ];
  const documentIds = new Set(
    [...sets(before), ...sets(after)].flatMap((one): DocumentId[] => [...one.keys()]),
  );
  return {
    project:
      before.id !== after.id ||
      before.title !== after.title ||
      before.coders !== after.coders ||
      before.documents !== after.documents ||
      before.team !== after.team,
    codebook: before.codebook !== after.codebook,
    actors: before.actors !== after.actors,
    memos: changedCoders(before.memos, after.memos),
    sets: [...documentIds].flatMap((documentId) => {
      const coders = new Set([
        ...changedCoders(annotationsOf(before, documentId), annotationsOf(after, documentId)),
        ...changedCoders(relationsOf(before, documentId), relationsOf(after, documentId)),
        ...changedCoders(marksOf(before, documentId), marksOf(after, documentId)),
        ...changedCoders(verdictsOf(before, documentId), verdictsOf(after, documentId)),
      ]);
      return [...coders].map((coderId) => ({ coderId, documentId }));
    }),
  };
}

/** Whose items are in one of the two and not in the other. */
function changedCoders<Item extends { readonly coderId: CoderId }>(
  before: readonly Item[],
  after: readonly Item[],
): readonly CoderId[] {
  if (before === after) return [];
  const kept = new Set<Item>(before);
  const changed = new Set<CoderId>();
  for (const item of after) {
    if (!kept.delete(item)) changed.add(item.coderId);
  }
  for (const item of kept) changed.add(item.coderId);
  return [...changed];
}
