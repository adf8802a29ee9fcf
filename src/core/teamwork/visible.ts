import type { AnnotationId, CoderId, DocumentId } from '../ids';
import type { Project } from '../project/project';
import { hiddenCoders } from './blind';

/**
 * The project as this coder may see it: without the annotations, relations, paragraph marks, verdicts and memos that others
 * have made on documents on which they are kept from the coder. That others finished a document stays. The project itself
 * where nothing is hidden; what is not touched is the same object.
 */
export function visibleProject(project: Project, reader: CoderId): Project {
  const hidden = hiddenByDocument(project, reader);
  if (hidden.size === 0) return project;
  const isShown = (documentId: DocumentId, coderId: CoderId): boolean =>
    hidden.get(documentId)?.has(coderId) !== true;
  const without = new Set<AnnotationId>();
  const annotations = withoutHidden(project.annotations, (one, documentId) => {
    const shown = isShown(documentId, one.coderId);
    if (!shown) without.add(one.id);
    return shown;
  });
  const relations = withoutHidden(
    project.relations,
    (one) =>
      isShown(one.fromDocumentId, one.coderId) &&
      isShown(one.toDocumentId, one.coderId) &&
      !without.has(one.fromId) &&
      !without.has(one.toId),
  );
  const marks = withoutHidden(
    project.marks,
    (mark, documentId) =>
      (mark.paragraph === undefined && mark.codeId === undefined) ||
      isShown(documentId, mark.coderId),
  );
  const verdicts = withoutHidden(
    project.verdicts,
    (verdict, documentId) => verdict.coderId === reader || !hidden.has(documentId),
  );
  const memos = project.memos.filter(
    ({ about, coderId }) => about.kind !== 'document' || isShown(about.id, coderId),
  );
  return {
    ...project,
    annotations,
    relations,
    marks,
    verdicts,
    memos: memos.length === project.memos.length ? project.memos : memos,
  };
}

/** Whether the coder may see the same in both, as far as it is settled by who is blind to what. */
export function seesTheSame(before: Project, after: Project, reader: CoderId): boolean {
  if (
    before.team === after.team &&
    before.coders === after.coders &&
    before.documents === after.documents &&
    before.marks === after.marks
  ) {
    return true;
  }
  const [then, now] = [hiddenByDocument(before, reader), hiddenByDocument(after, reader)];
  return (
    then.size === now.size &&
    [...now].every(([id, coders]) => {
      const known = then.get(id);
      return known?.size === coders.size && [...coders].every((coder) => known.has(coder));
    })
  );
}

function hiddenByDocument(
  project: Project,
  reader: CoderId,
): ReadonlyMap<DocumentId, ReadonlySet<CoderId>> {
  const hidden = new Map<DocumentId, ReadonlySet<CoderId>>();
  for (const { id } of project.documents) {
    const coders = hiddenCoders(project, reader, id);
    if (coders.size > 0) hidden.set(id, coders);
  }
  return hidden;
}

function withoutHidden<Item>(
  sets: ReadonlyMap<DocumentId, readonly Item[]>,
  isShown: (item: Item, documentId: DocumentId) => boolean,
): ReadonlyMap<DocumentId, readonly Item[]> {
  const shown = new Map<DocumentId, readonly Item[]>();
  for (const [id, all] of sets) {
    const some = all.filter((item) => isShown(item, id));
    if (some.length > 0) shown.set(id, some.length === all.length ? all : some);
  }
  return shown;
}
