import type { Annotation } from '../../core/annotation/annotation';
import { relationIndex, type Relation } from '../../core/annotation/relation';
import type { RelationKind } from '../../core/codebook/codebook';
import type { LinkChoice } from '../../core/project/link-choice';
import { findIn, type Project } from '../../core/project/project';

/** A relation as one of its ends sees it. */
export interface OtherEnd {
  readonly relation: Relation;
  readonly kind: RelationKind;
  /** Where the kind stands in the codebook, from 0. */
  readonly kindIndex: number;
  readonly direction: LinkChoice['direction'];
  readonly annotation: Annotation;
}

/** The relations of an annotation: those that begin at it first, each in the codebook's order of kinds. */
export function otherEnds(project: Project, annotation: Annotation): readonly OtherEnd[] {
  const { relationKinds } = project.codebook;
  return relationIndex(project.relations)
    .at(annotation.id)
    .flatMap((relation): readonly OtherEnd[] => {
      const kindIndex = relationKinds.findIndex((kind) => kind.id === relation.kindId);
      const kind = relationKinds[kindIndex];
      const isFrom = relation.fromId === annotation.id;
      const other = isFrom
        ? findIn(project, relation.toDocumentId, relation.toId)
        : findIn(project, relation.fromDocumentId, relation.fromId);
      if (kind === undefined || other === undefined) return [];
      const direction = isFrom ? 'from' : 'to';
      return [{ relation, kind, kindIndex, direction, annotation: other }];
    })
    .sort((a, b) => a.direction.localeCompare(b.direction) || a.kindIndex - b.kindIndex);
}
