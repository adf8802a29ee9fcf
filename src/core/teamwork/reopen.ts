import type { CoderId, DocumentId, TeamActId, Timestamp } from '../ids';
import type { Command } from '../project/command';

/** Takes back that a coder finished a document, and records it: one step. */
export function createReopening(
  documentId: DocumentId,
  coderId: CoderId,
  given: { readonly id: TeamActId; readonly at: Timestamp },
): Command {
  const deed = { kind: 'reopen', documentId, reason: '' } as const;
  return {
    kind: 'batch',
    purpose: 'coding',
    size: 1,
    commands: [
      { kind: 'team.record', act: { ...given, coderId, deed } },
      { kind: 'mark.clear', documentId, place: { coderId } },
    ],
  };
}
