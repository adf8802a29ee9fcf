import type { Annotation } from '../annotation/annotation';
import { relationIndex } from '../annotation/relation';
import type { AnnotationId, VerdictId } from '../ids';
import type { Command } from '../project/command';
import { findIn, type Project } from '../project/project';
import type { Verdict } from '../verdict/verdict';
import type { Adjudicator } from './give-verdicts';
import { linkFault, linkRelation } from './plan-link';

/**
 * The steps that let links filed by themselves end at `gold`, which came in the place of the annotations `gone` when
 * their passage was decided anew: a verdict on where a passage ends says nothing against its links. A link that would no
 * longer fit, as to a code that its kind does not join, is left lost, which is told. `before` has the links, `after` is
 * the project with `gold` and without `gone`.
 */
export function movedLinks(
  before: Project,
  after: Project,
  gone: ReadonlySet<AnnotationId>,
  gold: Annotation,
  by: Adjudicator,
): readonly Command[] {
  const index = relationIndex(before.relations);
  const moved = new Map<string, readonly Command[]>();
  for (const verdict of [...before.verdicts.values()].flat()) {
    const { link } = verdict;
    if (link === undefined || index.byId(link.relationId) === undefined) continue;
    if (!gone.has(link.fromId) && !gone.has(link.toId)) continue;
    const from = gone.has(link.fromId) ? gold : findIn(after, verdict.documentId, link.fromId);
    const to = gone.has(link.toId) ? gold : findIn(after, link.toDocumentId, link.toId);
    if (from === undefined || to === undefined) continue;
    const relation = linkRelation(after, { kindId: link.kindId, from, to }, by);
    const taken: Command = {
      kind: 'verdict.remove',
      documentId: verdict.documentId,
      verdictId: verdict.id,
    };
    const known = moved.get(relation.id);
    // Two adjudicators drew the same one.
    if (known !== undefined) moved.set(relation.id, [taken, ...known]);
    if (known !== undefined || linkFault(after, relation) !== undefined) continue;
    const again: Verdict = {
      ...verdict,
      id: by.createId() as VerdictId,
      documentId: from.documentId,
      coderId: by.coderId,
      at: by.at,
      link: {
        relationId: relation.id,
        kindId: link.kindId,
        fromId: from.id,
        toDocumentId: to.documentId,
        toId: to.id,
      },
    };
    moved.set(relation.id, [
      taken,
      { kind: 'relation.add', relation },
      { kind: 'verdict.add', verdict: again },
    ]);
  }
  return [...moved.values()].flat();
}
