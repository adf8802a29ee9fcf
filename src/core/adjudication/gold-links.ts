import { relationIndex, sameLink, type Relation } from '../annotation/relation';
import { findRelationKind } from '../codebook/codebook';
import type { AnnotationId, RelationId, Timestamp } from '../ids';
import { checkEnds } from '../project/check-relation';
import type { Project } from '../project/project';
import { sha256 } from '../text/sha256';
import { GOLD_CODER } from '../verdict/gold-coder';
import { sourceOf, type Verdict } from '../verdict/verdict';

/**
 * The relations that the gold set is to have by these verdicts, and has not: for each link of a coder whose links a
 * verdict takes, one between the annotations that stand for both ends. So the link comes with the second of the two
 * verdicts, and never dangles. Two adjudicators who come to the same link make the same relation.
 */
export function dueLinks(
  project: Project,
  verdicts: readonly Verdict[],
  at: Timestamp,
): readonly Relation[] {
  const index = relationIndex(project.relations);
  const due = new Map<RelationId, Relation>();
  const isLinked = verdicts.some(({ members }) =>
    members.some(({ annotationId }) => index.at(annotationId).length > 0),
  );
  if (!isLinked) return [];
  const byMember = verdictOfMembers(project, verdicts);
  for (const { members } of verdicts) {
    for (const { annotationId } of members) {
      for (const relation of index.at(annotationId)) {
        const link = goldLink(project, relation, byMember, at);
        if (link === undefined || due.has(link.id) || isThere(project, link)) continue;
        if (checkEnds(project, link) === undefined) due.set(link.id, link);
      }
    }
  }
  return [...due.values()];
}

function goldLink(
  { codebook }: Project,
  relation: Relation,
  byMember: ReadonlyMap<AnnotationId, Verdict>,
  at: Timestamp,
): Relation | undefined {
  const { kindId, codebookRevision } = relation;
  const [from, to] = [byMember.get(relation.fromId), byMember.get(relation.toId)];
  const [fromId, toId] = [from?.goldIds[0], to?.goldIds[0]];
  if (from === undefined || to === undefined || fromId === undefined || toId === undefined) {
    return undefined;
  }
  // A link that says an attribute is taken with the attribute.
  const attribute = findRelationKind(codebook, kindId)?.attribute;
  const field = attribute === undefined ? 'links' : `attributes.${attribute}`;
  if (sourceOf(from, field) !== relation.coderId) return undefined;
  return {
    id: goldLinkId(kindId, fromId, toId),
    coderId: GOLD_CODER,
    kindId,
    fromDocumentId: from.documentId,
    fromId,
    toDocumentId: to.documentId,
    toId,
    memo: '',
    createdAt: at,
    modifiedAt: at,
    codebookRevision,
  };
}

/** The same for all who come to the same link. */
export function goldLinkId(kindId: string, fromId: AnnotationId, toId: AnnotationId): RelationId {
  return `g${sha256(JSON.stringify([kindId, fromId, toId])).slice(0, 32)}` as RelationId;
}

export function isThere({ relations }: Project, link: Relation): boolean {
  const index = relationIndex(relations);
  return (
    index.byId(link.id) !== undefined || index.at(link.fromId).some((one) => sameLink(one, link))
  );
}

/** The verdict on each coder's annotation; of several the one that is given now. */
export function verdictOfMembers(
  { verdicts }: Project,
  given: readonly Verdict[],
): ReadonlyMap<AnnotationId, Verdict> {
  const all = [...[...verdicts.values()].flat(), ...given];
  return new Map(
    all.flatMap((verdict) => verdict.members.map((one) => [one.annotationId, verdict] as const)),
  );
}
