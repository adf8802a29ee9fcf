import type { Relation } from '../annotation/relation';
import { relationIndex, sameLink } from '../annotation/relation';
import { codeName, findRelationKind } from '../codebook/codebook';
import { createFault, type Fault } from '../result';
import { findIn, type Project } from './project';

/** Why this relation cannot be added to this project; undefined when it can. */
export function checkRelation(project: Project, relation: Relation): Fault | undefined {
  const twin = relationIndex(project.relations)
    .at(relation.fromId)
    .find((one) => one.id !== relation.id && sameLink(one, relation));
  return twin === undefined
    ? checkEnds(project, relation)
    : createFault('fault.relation.twice', {
        kind: findRelationKind(project.codebook, relation.kindId)?.name ?? relation.kindId,
      });
}

/** Why a relation may not stand between its ends: both are annotations of its coder, of codes that its kind joins. */
export function checkEnds(project: Project, relation: Relation): Fault | undefined {
  const kind = findRelationKind(project.codebook, relation.kindId);
  if (kind === undefined) return createFault('fault.relation.kind', { id: relation.kindId });
  const from = findIn(project, relation.fromDocumentId, relation.fromId);
  const to = findIn(project, relation.toDocumentId, relation.toId);
  if (from === undefined || to === undefined) return createFault('fault.relation.end');
  if (from.id === to.id) return createFault('fault.relation.itself');
  if (from.coderId !== relation.coderId || to.coderId !== relation.coderId) {
    return createFault('fault.relation.coder');
  }
  if (kind.from.includes(from.codeId) && kind.to.includes(to.codeId)) return undefined;
  return createFault('fault.relation.codes', {
    kind: kind.name,
    from: codeName(project.codebook, from.codeId),
    to: codeName(project.codebook, to.codeId),
  });
}
