import type { CoderId, DocumentId } from '../ids';
import type { Project } from '../project/project';
import { teamOf } from '../team/team';

/** The documents that are assigned to a coder; all of them where none is. */
export function assignedDocuments(project: Project, coderId: CoderId): readonly DocumentId[] {
  const { assigned } = teamOf(project.team);
  const own = project.documents.filter(({ id }) => assigned.get(id)?.has(coderId) === true);
  return (own.length === 0 ? project.documents : own).map(({ id }) => id);
}

/**
 * What a coder needs to code these documents elsewhere: texts, codebook, register, the team's record and the coder's own
 * work on them. Nothing of what others coded is in it.
 */
export function coderShare(
  project: Project,
  coderId: CoderId,
  documentIds: readonly DocumentId[],
): Project {
  const isIn = new Set(documentIds);
  const own = <Item extends { readonly coderId: CoderId }>(
    sets: ReadonlyMap<DocumentId, readonly Item[]>,
    fits: (item: Item) => boolean = () => true,
  ): ReadonlyMap<DocumentId, readonly Item[]> =>
    new Map(
      [...sets]
        .filter(([id]) => isIn.has(id))
        .map(
          ([id, all]) => [id, all.filter((one) => one.coderId === coderId && fits(one))] as const,
        )
        .filter(([, all]) => all.length > 0),
    );
  return {
    ...project,
    documents: project.documents.filter(({ id }) => isIn.has(id)),
    annotations: own(project.annotations),
    relations: own(project.relations, (one) => isIn.has(one.toDocumentId)),
    marks: own(project.marks),
    verdicts: new Map(),
    memos: project.memos.filter(
      ({ coderId: whose, about }) =>
        whose === coderId && (about.kind !== 'document' || isIn.has(about.id)),
    ),
  };
}
