import type { Annotation } from '../annotation/annotation';
import type { Relation } from '../annotation/relation';
import { compareMarks } from '../document/reading-mark';
import type { DocumentId } from '../ids';
import { t } from '../messages/message';
import type { Command } from '../project/command';
import { annotationsOf, marksOf, verdictsOf, type Project } from '../project/project';
import { allRelations } from '../project/uses';
import type { Merged } from './merged';
import type { Unmatched } from './unmatched';

type SameText = Extract<Unmatched, { readonly kind: 'same-text' }>;

/** Texts that come and are here already, letter for letter, as another document: somebody else added them too. */
export function findSameTexts({ before, after }: Merged): readonly Unmatched[] {
  const here = new Map(before.documents.map((document) => [document.sha256, document]));
  const known = new Set(before.documents.map(({ id }) => id));
  return after.documents.flatMap((document): readonly SameText[] => {
    const same = here.get(document.sha256);
    if (same === undefined || known.has(document.id)) return [];
    const canMove = verdictsOf(after, document.id).length === 0;
    const titles = { title: same.title.value, n: annotationsOf(after, document.id).length };
    return [
      {
        kind: 'same-text',
        key: `same-text/${document.id}`,
        sentence: t('merging.same', titles),
        options: [
          { value: 'both', label: t('merging.same.both') },
          ...(canMove ? [{ value: 'here', label: t('merging.same.here', titles) }] : []),
        ],
        suggested: canMove ? 'here' : 'both',
        documentId: document.id,
        hereId: same.id,
      },
    ];
  });
}

/**
 * All that was done on the one document goes to the other, at the same places; the first is removed then. A decision that is
 * there already stays.
 */
export function planSameText(
  project: Project,
  { documentId, hereId }: SameText,
): readonly Command[] {
  const annotations = annotationsOf(project, documentId);
  const links = allRelations(project).filter(
    (one) => one.fromDocumentId === documentId || one.toDocumentId === documentId,
  );
  const marks = marksOf(project, documentId);
  const known = marksOf(project, hereId);
  return [
    ...links.map(({ id }): Command => ({ kind: 'relation.remove', relationId: id })),
    ...annotations.flatMap((one) => moved(one, hereId)),
    ...links.map((one): Command => ({
      kind: 'relation.add',
      relation: retied(one, documentId, hereId),
    })),
    ...marks.map((place): Command => ({ kind: 'mark.clear', documentId, place })),
    ...marks
      .filter((mark) => known.every((one) => compareMarks(one, mark) !== 0))
      .map((mark): Command => ({ kind: 'mark.set', documentId: hereId, mark })),
    ...project.memos
      .filter(({ about }) => about.kind === 'document' && about.id === documentId)
      .map((memo): Command => ({
        kind: 'memo.replace',
        memo: { ...memo, about: { kind: 'document', id: hereId } },
      })),
    { kind: 'document.remove', documentId },
  ];
}

function moved(annotation: Annotation, documentId: DocumentId): readonly Command[] {
  const { id: annotationId, documentId: from } = annotation;
  return [
    { kind: 'annotation.remove', documentId: from, annotationId },
    { kind: 'annotation.add', annotation: { ...annotation, documentId } },
  ];
}

function retied(relation: Relation, from: DocumentId, into: DocumentId): Relation {
  const { fromDocumentId, toDocumentId } = relation;
  return {
    ...relation,
    fromDocumentId: fromDocumentId === from ? into : fromDocumentId,
    toDocumentId: toDocumentId === from ? into : toDocumentId,
  };
}
