import type { CoderId, DocumentId } from '../ids';
import { findCoder, type Project } from '../project/project';
import { teamOf } from '../team/team';
import { isFinished, workState } from './work-state';

/**
 * Whether others' work on a document is kept from this coder: the team is blind, and the coder has not finished the
 * document. Who leads or settles differences and neither is to code the document nor has begun to sees all of it.
 */
function isBlindTo(project: Project, reader: CoderId, documentId: DocumentId): boolean {
  const team = teamOf(project.team);
  if (!team.isBlind || isFinished(project, documentId, reader)) return false;
  const role = findCoder(project, reader)?.role ?? 'coder';
  return (
    role === 'coder' ||
    team.assigned.get(documentId)?.has(reader) === true ||
    workState(project, documentId, reader) !== 'open'
  );
}

/** The other coders whose work on a document is kept from this one. */
export function hiddenCoders(
  project: Project,
  reader: CoderId,
  documentId: DocumentId,
): ReadonlySet<CoderId> {
  if (!isBlindTo(project, reader, documentId)) return NOBODY;
  const team = teamOf(project.team);
  const others = project.coders
    .map(({ id }) => id)
    .filter((id) => id !== reader && !team.hasRead(reader, id, documentId));
  return others.length === 0 ? NOBODY : new Set(others);
}

const NOBODY: ReadonlySet<CoderId> = new Set();
