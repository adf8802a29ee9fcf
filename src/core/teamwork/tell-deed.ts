import type { CoderId, DocumentId } from '../ids';
import { t } from '../messages/message';
import { findCoder, findDocument, type Project } from '../project/project';
import type { Sample, TeamDeed } from '../team/team-act';

/** A record names as many texts; a project may have a thousand, and project.json has them all. */
const MOST_TITLES = 3;

const list = new Intl.ListFormat('en');

/** What was settled, in words that go on a sentence. */
export function tellDeed(deed: TeamDeed, project: Project): string {
  switch (deed.kind) {
    case 'blind':
      return withReason(t(deed.isBlind ? 'team.deed.blind' : 'team.deed.open'), deed.reason);
    case 'assign':
      return t(deed.isAssigned ? 'team.deed.assign' : 'team.deed.unassign', namesIn(deed, project));
    case 'sample':
      return tellSample(deed, project);
    case 'reopen':
      return withReason(
        t('team.deed.reopen', { title: titleOf(deed.documentId, project) }),
        deed.reason,
      );
    case 'import':
      return t('team.deed.import', namesIn(deed, project));
    case 'snapshot':
      return withReason(
        t('team.deed.snapshot', { hash: deed.contentHash.slice(0, 8) }),
        deed.reason,
      );
  }
}

function tellSample(sample: Sample, project: Project): string {
  const { coderIds, drawn, from, seed, share, strata } = sample;
  return t('team.deed.sample', {
    ...namesIn({ documentIds: drawn, coderIds }, project),
    drawn: drawn.length,
    from: from.length,
    // As it was entered: 0.07 is no round number of per cent in binary.
    share: Number((share * 100).toFixed(4)),
    strata: t(`team.sample.strata.${strata}`),
    seed,
  });
}

function namesIn(
  of: { readonly documentIds: readonly DocumentId[]; readonly coderIds: readonly CoderId[] },
  project: Project,
): { readonly documents: string; readonly coders: string } {
  const n = of.documentIds.length;
  const titles = of.documentIds
    .slice(0, n > MOST_TITLES + 1 ? MOST_TITLES : n)
    .map((id) => t('team.deed.title', { title: titleOf(id, project) }));
  const more = n - titles.length;
  const names = of.coderIds.map((id) => findCoder(project, id)?.name ?? id);
  return {
    documents: list.format(more > 0 ? [...titles, t('team.deed.more', { n: more })] : titles),
    coders: list.format(names),
  };
}

function titleOf(id: DocumentId, project: Project): string {
  return findDocument(project, id)?.title.value ?? id;
}

function withReason(what: string, reason: string): string {
  return reason === '' ? what : t('team.deed.because', { what, reason });
}
