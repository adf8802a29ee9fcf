import type { Annotation } from '../annotation/annotation';
import type { SortedAnnotations } from '../annotation/sorted';
import type { CoderId, DocumentId } from '../ids';
import { annotationsOf, type Project } from './project';

/** Which of a project's files differ between two of its states. */
export interface Changes {
  readonly project: boolean;
  readonly codebook: boolean;
  readonly sets: readonly { readonly coderId: CoderId; readonly documentId: DocumentId }[];
}

/** Compares by identity, which is enough because states share what did not change. */
export function findChanges(before: Project, after: Project): Changes {
  const documentIds = new Set([...before.annotations.keys(), ...after.annotations.keys()]);
  return {
    project:
      before.id !== after.id ||
      before.title !== after.title ||
      before.coders !== after.coders ||
      before.documents !== after.documents,
    codebook: before.codebook !== after.codebook,
    sets: [...documentIds].flatMap((documentId) =>
      changedCoders(annotationsOf(before, documentId), annotationsOf(after, documentId)).map(
        (coderId) => ({ coderId, documentId }),
      ),
    ),
  };
}

function changedCoders(before: SortedAnnotations, after: SortedAnnotations): CoderId[] {
  if (before === after) return [];
  const kept = new Set<Annotation>(before);
  const changed = new Set<CoderId>();
  for (const annotation of after) {
    if (!kept.delete(annotation)) changed.add(annotation.coderId);
  }
  for (const annotation of kept) changed.add(annotation.coderId);
  return [...changed];
}
