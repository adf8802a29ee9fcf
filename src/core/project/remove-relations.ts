import { relationIndex, withRelations, type Relation } from '../annotation/relation';
import { createFault, fail, ok, type Result } from '../result';
import type { AppliedRun } from './applied';
import type { Command } from './command';
import type { Project } from './project';

type RelationRemove = Extract<Command, { kind: 'relation.remove' }>;

export function isRelationRemove(command: Command): command is RelationRemove {
  return command.kind === 'relation.remove';
}

/** The same result as one by one, all or none, with one copy for all of them. */
export function removeRelations(
  project: Project,
  steps: readonly RelationRemove[],
): Result<AppliedRun> {
  const index = relationIndex(project.relations);
  const removed = new Set<Relation>();
  for (const { relationId } of steps) {
    const found = index.byId(relationId);
    if (found === undefined || removed.has(found)) {
      return fail(createFault('fault.relation.unknown'));
    }
    removed.add(found);
  }
  return ok({
    project: { ...project, relations: withRelations(project.relations, [...removed], []) },
    inverses: [...removed].map((relation) => ({ kind: 'relation.add', relation }) as const),
  });
}
