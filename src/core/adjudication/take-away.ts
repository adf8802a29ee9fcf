import { relationIndex } from '../annotation/relation';
import { findRelationKind } from '../codebook/codebook';
import type { AnnotationId, Timestamp } from '../ids';
import type { Command } from '../project/command';
import { effectiveAttributes } from '../project/effective';
import { findIn, type Project } from '../project/project';
import { isGold } from '../verdict/gold-coder';
import type { Verdict } from '../verdict/verdict';

/**
 * The steps that take verdicts away, with the annotations of the gold set that they made, and no other verdict did, and
 * the links of those and those that they are about. Where
 * such a link says the value of an attribute of an annotation that stays, the value is stored there again.
 */
export function takeAway(
  project: Project,
  verdicts: readonly Verdict[],
  at: Timestamp,
): readonly Command[] {
  const kept = new Set(
    [...project.verdicts.values()]
      .flat()
      .filter(({ id }) => !verdicts.some((one) => one.id === id))
      .flatMap(({ goldIds }) => goldIds),
  );
  const gone = new Set(verdicts.flatMap(({ goldIds }) => goldIds.filter((id) => !kept.has(id))));
  const places = new Map(
    verdicts.flatMap(({ documentId, goldIds }) => goldIds.map((id) => [id, documentId] as const)),
  );
  const removals = [...places].flatMap(([annotationId, documentId]): readonly Command[] =>
    gone.has(annotationId) && findIn(project, documentId, annotationId) !== undefined
      ? [{ kind: 'annotation.remove', documentId, annotationId }]
      : [],
  );
  const stillSaid = new Set(
    [...project.verdicts.values()]
      .flat()
      .filter(({ id }) => !verdicts.some((one) => one.id === id))
      .flatMap(({ link }) => link?.relationId ?? []),
  );
  const links = new Set(verdicts.flatMap(({ link }) => link?.relationId ?? []));
  const index = relationIndex(project.relations);
  return [
    ...[...links].flatMap((relationId): readonly Command[] =>
      index.byId(relationId) !== undefined && !stillSaid.has(relationId)
        ? [{ kind: 'relation.remove', relationId }]
        : [],
    ),
    ...restoreLinked(project, gone, at),
    ...verdicts.map(({ id: verdictId, documentId }): Command => {
      return { kind: 'verdict.remove', documentId, verdictId };
    }),
    ...removals,
  ];
}

function restoreLinked(
  project: Project,
  gone: ReadonlySet<AnnotationId>,
  at: Timestamp,
): readonly Command[] {
  const restored = new Map<string, Command>();
  for (const id of gone) {
    for (const { kindId, fromDocumentId, fromId, toId, coderId } of relationIndex(
      project.relations,
    ).at(id)) {
      const attributeId = findRelationKind(project.codebook, kindId)?.attribute;
      const from = findIn(project, fromDocumentId, fromId);
      if (toId !== id || gone.has(fromId) || attributeId === undefined) continue;
      if (from === undefined || !isGold(coderId)) continue;
      const value = effectiveAttributes(project, from)[attributeId];
      if (value === undefined) continue;
      restored.set(`${fromId} ${attributeId}`, {
        kind: 'annotation.attribute',
        documentId: fromDocumentId,
        annotationId: fromId,
        attributeId,
        value,
        modifiedAt: at,
      });
    }
  }
  return [...restored.values()];
}
