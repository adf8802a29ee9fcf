import { relationIndex, withRelations } from '../annotation/relation';
import { createFault, fail, ok, type Result } from '../result';
import { findRelationKind } from '../codebook/codebook';
import { refuseTaken, type AppliedRun } from './applied';
import { checkRelation } from './check-relation';
import type { Command } from './command';
import type { Project } from './project';

type RelationAdd = Extract<Command, { kind: 'relation.add' }>;

export function isRelationAdd(command: Command): command is RelationAdd {
  return command.kind === 'relation.add';
}

/** The same result as one by one, all or none, with one copy and one index for all of them. */
export function addRelations(project: Project, steps: readonly RelationAdd[]): Result<AppliedRun> {
  const ids = new Set<string>();
  const links = new Set<string>();
  for (const { relation } of steps) {
    const { id, kindId, fromId, toId } = relation;
    if (ids.has(id) || relationIndex(project.relations).byId(id) !== undefined) {
      return refuseTaken(id);
    }
    ids.add(id);
    const link = `${kindId} ${fromId} ${toId}`;
    if (links.has(link)) {
      const kind = findRelationKind(project.codebook, kindId)?.name ?? kindId;
      return fail(createFault('fault.relation.twice', { kind }));
    }
    links.add(link);
    const fault = checkRelation(project, relation);
    if (fault !== undefined) return fail(fault);
  }
  const added = steps.map((step) => step.relation);
  return ok({
    project: { ...project, relations: withRelations(project.relations, [], added) },
    inverses: added.map(({ id }) => ({ kind: 'relation.remove', relationId: id }) as const),
  });
}
