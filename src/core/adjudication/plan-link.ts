import type { Annotation } from '../annotation/annotation';
import { relationIndex, type Relation } from '../annotation/relation';
import { currentRevision, findRelationKind } from '../codebook/codebook';
import type { AnnotationId, CoderId, DocumentId, RelationId, VerdictId } from '../ids';
import { applyCommand } from '../project/apply';
import { checkEnds } from '../project/check-relation';
import type { BatchCommand, Command } from '../project/command';
import { findIn, type Project } from '../project/project';
import { createFault, fail, ok, type Fault, type Result } from '../result';
import { GOLD_CODER, isGold } from '../verdict/gold-coder';
import type { Verdict } from '../verdict/verdict';
import type { Adjudicator } from './give-verdicts';
import { goldLinkId, isThere, verdictOfMembers } from './gold-links';

/** A link between two annotations of the gold set, which is not there yet. */
export interface WantedLink {
  readonly kindId: string;
  readonly from: Annotation;
  readonly to: Annotation;
  /** Whose it is, where coders have it between theirs; else the adjudicator draws it. */
  readonly takenFrom: readonly CoderId[];
  readonly reason?: string;
  readonly words?: string;
  readonly codebookUnclear?: boolean;
}

/** The step that puts one link into the gold set, under a verdict of its own. */
export function planLink(
  project: Project,
  wanted: WantedLink,
  by: Adjudicator,
): Result<BatchCommand> {
  const { kindId, from, to, takenFrom } = wanted;
  const relation = linkRelation(project, wanted, by);
  const fault = linkFault(project, relation);
  if (fault !== undefined) return fail(fault);
  const verdict: Verdict = {
    id: by.createId() as VerdictId,
    documentId: from.documentId,
    coderId: by.coderId,
    members: [],
    coders: [],
    outcome: takenFrom.length === 0 ? 'new' : 'taken',
    sources: takenFrom.map((coderId) => ({ field: 'links', coderId })),
    goldIds: [],
    link: {
      relationId: relation.id,
      kindId,
      fromId: from.id,
      toDocumentId: to.documentId,
      toId: to.id,
    },
    ...(wanted.reason !== undefined && { reason: wanted.reason }),
    words: wanted.words ?? '',
    codebookUnclear: wanted.codebookUnclear === true,
    at: by.at,
  };
  const commands: readonly Command[] = [
    { kind: 'relation.add', relation },
    { kind: 'verdict.add', verdict },
  ];
  const command: BatchCommand = { kind: 'batch', purpose: 'adjudication', size: 1, commands };
  const applied = applyCommand(project, command, () => undefined);
  return applied.ok ? ok(command) : applied;
}

/** The relation of the gold set that is wanted between two of its annotations. */
export function linkRelation(
  { codebook }: Project,
  { kindId, from, to }: Pick<WantedLink, 'kindId' | 'from' | 'to'>,
  { at }: Adjudicator,
): Relation {
  return {
    id: goldLinkId(kindId, from.id, to.id),
    coderId: GOLD_CODER,
    kindId,
    fromDocumentId: from.documentId,
    fromId: from.id,
    toDocumentId: to.documentId,
    toId: to.id,
    memo: '',
    createdAt: at,
    modifiedAt: at,
    codebookRevision: currentRevision(codebook),
  };
}

/** Why a relation cannot come into the gold set. */
export function linkFault(project: Project, relation: Relation): Fault | undefined {
  const ends = [
    findIn(project, relation.fromDocumentId, relation.fromId),
    findIn(project, relation.toDocumentId, relation.toId),
  ];
  if (!ends.every((end) => end !== undefined && isGold(end.coderId))) {
    return createFault('fault.verdict.linkEnds');
  }
  const kind = findRelationKind(project.codebook, relation.kindId);
  if (kind?.attribute !== undefined) {
    return createFault('fault.verdict.linkAttribute', { name: kind.name });
  }
  if (isThere(project, relation)) return createFault('fault.verdict.linkThere');
  return checkEnds(project, relation);
}

/** A link of the gold set, with the verdict it has by itself; without one it came with the passages at its ends. */
export interface GoldLink {
  readonly relation: Relation;
  readonly verdict: Verdict | undefined;
}

/** The links that begin or end at an annotation of the gold set, without those that say an attribute. */
export function goldLinksAt(project: Project, gold: Annotation): readonly GoldLink[] {
  const byRelation = linkVerdicts(project.verdicts);
  return relationIndex(project.relations)
    .at(gold.id)
    .filter(({ kindId }) => findRelationKind(project.codebook, kindId)?.attribute === undefined)
    .map((relation) => ({ relation, verdict: byRelation.get(relation.id) }));
}

/** Verdicts on links that are no longer in the gold set. */
export function lostLinks({ relations }: Project, links: readonly Verdict[]): readonly Verdict[] {
  const index = relationIndex(relations);
  return links.filter(({ link }) => link && index.byId(link.relationId) === undefined);
}

/** The links that coders have at a passage, and could be taken: both ends stand in the gold set, which has none there. */
export function offeredLinks(
  project: Project,
  members: Iterable<Annotation>,
): readonly WantedLink[] {
  let byMember: ReturnType<typeof verdictOfMembers> | undefined;
  const goldOf = (id: AnnotationId, documentId: DocumentId): Annotation | undefined => {
    // Most passages have no link, and are shown with every step through the list.
    byMember ??= verdictOfMembers(project, []);
    const goldId = byMember.get(id)?.goldIds[0];
    return goldId && findIn(project, documentId, goldId);
  };
  const index = relationIndex(project.relations);
  const offered = new Map<RelationId, WantedLink>();
  for (const { id } of members) {
    for (const relation of index.at(id)) {
      const { kindId, coderId } = relation;
      const from = goldOf(relation.fromId, relation.fromDocumentId);
      const to = goldOf(relation.toId, relation.toDocumentId);
      if (from === undefined || to === undefined) continue;
      const key = goldLinkId(kindId, from.id, to.id);
      const known = offered.get(key);
      const takenFrom = [...new Set([...(known?.takenFrom ?? []), coderId])].sort();
      offered.set(key, { kindId, from, to, takenFrom });
    }
  }
  const asked = { coderId: GOLD_CODER, at: '' as Relation['createdAt'], createId: () => '' };
  return [...offered.values()].filter(
    (link) => linkFault(project, linkRelation(project, link, asked)) === undefined,
  );
}

/** The verdicts that speak for a link by itself; several where adjudicators drew the same apart. */
export function verdictsOnLink({ verdicts }: Project, id: RelationId): readonly Verdict[] {
  return [...verdicts.values()].flat().filter(({ link }) => link?.relationId === id);
}

const found = new WeakMap<Project['verdicts'], ReadonlyMap<RelationId, Verdict>>();

/** Walks over the verdicts once, however many passages are shown. */
function linkVerdicts(verdicts: Project['verdicts']): ReadonlyMap<RelationId, Verdict> {
  const known = found.get(verdicts);
  if (known !== undefined) return known;
  const made = new Map(
    [...verdicts.values()]
      .flat()
      .flatMap((one) => (one.link === undefined ? [] : [[one.link.relationId, one] as const])),
  );
  found.set(verdicts, made);
  return made;
}
