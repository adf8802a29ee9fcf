import { t } from '../messages/message';
import { findDocument, type Project } from '../project/project';
import type { TeamDeed } from '../team/team-act';

/** What was settled, in words that go on a sentence. */
export function tellDeed(deed: TeamDeed, project: Project): string {
  switch (deed.kind) {
    case 'blind':
      return withReason(t(deed.isBlind ? 'team.deed.blind' : 'team.deed.open'), deed.reason);
    case 'assign':
      return t(deed.isAssigned ? 'team.deed.assign' : 'team.deed.unassign', {
        documents: deed.documentIds.length,
        coders: deed.coderIds.length,
      });
    case 'sample':
      return t('team.deed.sample', {
        drawn: deed.drawn.length,
        from: deed.from.length,
        seed: deed.seed,
        coders: deed.coderIds.length,
      });
    case 'reopen': {
      const title = findDocument(project, deed.documentId)?.title.value ?? deed.documentId;
      return withReason(t('team.deed.reopen', { title }), deed.reason);
    }
    case 'import':
      return t('team.deed.import', {
        documents: deed.documentIds.length,
        coders: deed.coderIds.length,
      });
    case 'snapshot':
      return withReason(
        t('team.deed.snapshot', { hash: deed.contentHash.slice(0, 8) }),
        deed.reason,
      );
  }
}

function withReason(what: string, reason: string): string {
  return reason === '' ? what : t('team.deed.because', { what, reason });
}
