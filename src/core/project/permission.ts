import { relationIndex } from '../annotation/relation';
import type { CoderId } from '../ids';
import { createFault, type Fault } from '../result';
import type { Command } from './command';
import { findCoder, findIn, type Project } from './project';

/**
 * Why this coder may not give this command: annotations, relations, marks and memos are changed only by their own
 * coder. Undefined when they may. A change of the codebook or the register takes everybody's annotations along, so a
 * batch for it is not asked; nor is an import, which brings other coders' sets as they are.
 */
export function checkPermission(
  project: Project,
  command: Command,
  coderId: CoderId,
): Fault | undefined {
  if (command.kind === 'batch') {
    if (command.purpose === 'codebook' || command.purpose === 'actors') return undefined;
    return command.commands
      .map((one) => checkPermission(project, one, coderId))
      .find((fault) => fault !== undefined);
  }
  const owner = ownerOf(project, command);
  if (owner === undefined || owner === coderId) return undefined;
  return createFault('fault.command.notYours', { name: findCoder(project, owner)?.name ?? owner });
}

/** Whose the thing is that a command is about; undefined when it is everybody's, or not there. */
function ownerOf(project: Project, command: Command): CoderId | undefined {
  switch (command.kind) {
    case 'annotation.add':
    case 'annotation.replace':
      return command.annotation.coderId;
    case 'annotation.remove':
    case 'annotation.recode':
    case 'annotation.move':
    case 'annotation.memo':
    case 'annotation.attribute':
    case 'annotation.confidence':
    case 'annotation.parts':
    case 'annotation.confirm':
      return findIn(project, command.documentId, command.annotationId)?.coderId;
    case 'relation.add':
    case 'relation.replace':
      return command.relation.coderId;
    case 'relation.remove':
      return relationIndex(project.relations).byId(command.relationId)?.coderId;
    case 'mark.set':
      return command.mark.coderId;
    case 'mark.clear':
      return command.place.coderId;
    case 'memo.add':
    case 'memo.replace':
      return command.memo.coderId;
    case 'memo.remove':
      return project.memos.find((memo) => memo.id === command.memoId)?.coderId;
    default:
      return undefined;
  }
}
