import { progressOf } from '../document/progress';
import type { CoderId, DocumentId } from '../ids';
import { annotationsOf, marksOf, type Project } from '../project/project';

export type WorkState = 'open' | 'in-progress' | 'finished';

/** How far a coder is with a document: nothing is there; something is; the coder said that it is finished. */
export function workState(project: Project, documentId: DocumentId, coderId: CoderId): WorkState {
  if (isFinished(project, documentId, coderId)) return 'finished';
  const hasBegun =
    marksOf(project, documentId).some((mark) => mark.coderId === coderId) ||
    annotationsOf(project, documentId).some((one) => one.coderId === coderId);
  return hasBegun ? 'in-progress' : 'open';
}

export function isFinished(project: Project, documentId: DocumentId, coderId: CoderId): boolean {
  return progressOf(marksOf(project, documentId), coderId).document !== undefined;
}
