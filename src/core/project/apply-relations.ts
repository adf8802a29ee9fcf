import { relationIndex, withRelations } from '../annotation/relation';
import { createFault, fail, ok, type Result } from '../result';
import { refuseTaken, type Applied } from './applied';
import { checkRelation } from './check-relation';
import type { RelationCommand } from './command';
import type { Project } from './project';

export function applyToRelations(project: Project, command: RelationCommand): Result<Applied> {
  const index = relationIndex(project.relations);
  if (command.kind === 'relation.remove') {
    const found = index.byId(command.relationId);
    if (found === undefined) return fail(createFault('fault.relation.unknown'));
    return ok({
      project: { ...project, relations: withRelations(project.relations, [found], []) },
      inverse: { kind: 'relation.add', relation: found },
    });
  }
  const { relation } = command;
  const before = index.byId(relation.id);
  if (command.kind === 'relation.add' && before !== undefined) return refuseTaken(relation.id);
  if (command.kind === 'relation.replace' && before?.coderId !== relation.coderId) {
    return fail(createFault('fault.relation.unknown'));
  }
  const fault = checkRelation(project, relation);
  if (fault !== undefined) return fail(fault);
  const removed = before === undefined ? [] : [before];
  return ok({
    project: { ...project, relations: withRelations(project.relations, removed, [relation]) },
    inverse:
      before === undefined
        ? { kind: 'relation.remove', relationId: relation.id }
        : { kind: 'relation.replace', relation: before },
  });
}
