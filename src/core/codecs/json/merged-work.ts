import type { Annotation } from '../../annotation/annotation';
import { relationIndex, withRelations, type Relation } from '../../annotation/relation';
import { sortAnnotations } from '../../annotation/sorted';
import type { AnnotationId, DocumentId } from '../../ids';
import { checkEnds } from '../../project/check-relation';
import type { Command } from '../../project/command';
import { withoutLinked } from '../../project/effective';
import { findIn, type Project } from '../../project/project';
import type { AnnotationMerge } from './merge-annotations';
import { withMerged, type RelationMerge } from './merge-relations';

/** The project with the annotations that a merge brings, as the file gives them. */
export function withAnnotations(
  project: Project,
  { added, updated }: Pick<AnnotationMerge, 'added' | 'updated'>,
): Project {
  const touched = new Map<DocumentId, Map<AnnotationId, Annotation>>();
  for (const annotation of [...updated, ...added]) {
    const { documentId, id } = annotation;
    const before = project.annotations.get(documentId) ?? [];
    const set = touched.get(documentId) ?? new Map(before.map((one) => [one.id, one]));
    touched.set(documentId, set.set(id, annotation));
  }
  const annotations = new Map(project.annotations);
  for (const [id, set] of touched) annotations.set(id, sortAnnotations(set.values()));
  return { ...project, annotations };
}

/** Relations here that go with the old code of an annotation, because their kind does not join the new one. */
export function findUnfit(
  before: Project,
  after: Project,
  updated: readonly Annotation[],
): readonly Relation[] {
  const index = relationIndex(before.relations);
  const recoded = updated.filter(
    (one) => findIn(before, one.documentId, one.id)?.codeId !== one.codeId,
  );
  const touched = new Set(recoded.flatMap(({ id }) => index.at(id)));
  return [...touched].filter((relation) => checkEnds(after, relation) !== undefined);
}

/**
 * The commands that bring annotations and relations, in an order in which each of them is valid and the same sorts
 * stand together. What a relation says after the import is not kept in an attribute as well, nor in one of ours.
 */
export function carryOver(
  after: Project,
  unfit: readonly Relation[],
  annotations: AnnotationMerge,
  relations: RelationMerge,
): readonly Command[] {
  const linked = withMerged(
    { ...after, relations: withRelations(after.relations, unfit, []) },
    relations,
  );
  const stripped = (annotation: Annotation): Annotation => {
    const attributes = withoutLinked(linked, annotation);
    return attributes === annotation.attributes ? annotation : { ...annotation, attributes };
  };
  const incoming = new Set([...annotations.added, ...annotations.updated].map(({ id }) => id));
  const brought = [...relations.added, ...relations.updated];
  const ours = new Map(
    brought.flatMap(({ fromId, fromDocumentId }): (readonly [AnnotationId, Annotation])[] => {
      const from = findIn(after, fromDocumentId, fromId);
      if (from === undefined || incoming.has(fromId)) return [];
      const once = stripped(from);
      return once === from ? [] : [[fromId, once]];
    }),
  );
  return [
    ...relations.updated.map(({ id }): Command => ({ kind: 'relation.remove', relationId: id })),
    ...annotations.added.map((annotation): Command => {
      return { kind: 'annotation.add', annotation: stripped(annotation) };
    }),
    ...[...annotations.updated.map(stripped), ...ours.values()].map((annotation): Command => {
      return { kind: 'annotation.replace', annotation };
    }),
    ...brought.map((relation): Command => ({ kind: 'relation.add', relation })),
  ];
}
