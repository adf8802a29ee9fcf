import { findAnnotation } from '../annotation/sorted';
import type { AnnotationId, CoderId, DocumentId } from '../ids';
import { createFault, type Fault } from '../result';
import type { Command } from './command';
import { annotationsOf, findCoder, type Project } from './project';

/**
 * Why this coder may not give this command: an annotation is changed only by its own coder. Undefined when they may.
 * Imports are batches and bring other coders' sets as they are, so they are not asked here.
 */
export function checkPermission(
  project: Project,
  command: Command,
  coderId: CoderId,
): Fault | undefined {
  switch (command.kind) {
    case 'annotation.add':
    case 'annotation.replace':
      return checkOwner(project, command.annotation.coderId, coderId);
    case 'annotation.remove':
    case 'annotation.recode':
    case 'annotation.move':
    case 'annotation.memo':
      return checkOwner(
        project,
        ownerOf(project, command.documentId, command.annotationId),
        coderId,
      );
    default:
      return undefined;
  }
}

function ownerOf(project: Project, documentId: DocumentId, id: AnnotationId): CoderId | undefined {
  return findAnnotation(annotationsOf(project, documentId), id)?.coderId;
}

function checkOwner(
  project: Project,
  owner: CoderId | undefined,
  coderId: CoderId,
): Fault | undefined {
  if (owner === undefined || owner === coderId) return undefined;
  return createFault('fault.command.notYours', { name: findCoder(project, owner)?.name ?? owner });
}
