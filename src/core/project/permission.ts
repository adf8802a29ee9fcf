import { relationIndex } from '../annotation/relation';
import { progressOf } from '../document/progress';
import type { MarkPlace } from '../document/reading-mark';
import type { CoderId, DocumentId } from '../ids';
import { createFault, type Fault } from '../result';
import { isGold } from '../verdict/gold-coder';
import type { AnnotationAddress, BatchPurpose, Command } from './command';
import { findCoder, findDocument, findIn, marksOf, verdictsOf, type Project } from './project';

/** What these are for takes everybody's work along. */
const OF_ALL: ReadonlySet<BatchPurpose> = new Set(['codebook', 'actors', 'merging']);

/**
 * Why this coder may not give this command: annotations, relations, marks, memos, verdicts and acts of the team's record
 * are changed only by their own coder, and in a document that the coder has finished not even by them. Undefined when
 * they may. A change of the codebook or the register takes everybody's annotations along, so a batch for it is not asked;
 * nor is an import, which brings other coders' sets as they are. The gold set is changed by batches for adjudication, in
 * which anybody's verdict may be taken away.
 */
export function checkPermission(
  project: Project,
  command: Command,
  coderId: CoderId,
): Fault | undefined {
  if (command.kind === 'batch') {
    if (OF_ALL.has(command.purpose)) return undefined;
    const isAdjudication = command.purpose === 'adjudication';
    return command.commands
      .filter((one) => !isAdjudication || !belongsToAdjudication(project, one))
      .map((one) => checkPermission(project, one, coderId))
      .find((fault) => fault !== undefined);
  }
  const owner = ownerOf(project, command);
  if (owner === undefined) return undefined;
  if (owner === coderId) return checkOpen(project, command, coderId);
  if (isGold(owner)) {
    return isOwnMaking(project, command, coderId)
      ? undefined
      : createFault('fault.verdict.goldSet');
  }
  return createFault('fault.command.notYours', { name: findCoder(project, owner)?.name ?? owner });
}

/** True if an adjudicator may go on working at an annotation of the gold set: one that is not taken as a coder has it. */
export function mayEditGold(
  project: Project,
  { documentId, annotationId }: AnnotationAddress,
  coderId: CoderId,
): boolean {
  return verdictsOf(project, documentId).some(
    (verdict) =>
      verdict.coderId === coderId &&
      (verdict.outcome === 'new' || verdict.outcome === 'merged') &&
      verdict.goldIds.includes(annotationId),
  );
}

function belongsToAdjudication(project: Project, command: Command): boolean {
  if (command.kind === 'verdict.remove') return true;
  const owner = ownerOf(project, command);
  return owner !== undefined && isGold(owner);
}

/** True for a change of what the adjudicator made; it comes and goes with its verdict. */
function isOwnMaking(project: Project, command: Command, coderId: CoderId): boolean {
  switch (command.kind) {
    case 'annotation.recode':
    case 'annotation.move':
    case 'annotation.memo':
    case 'annotation.attribute':
    case 'annotation.confidence':
    case 'annotation.parts':
    case 'annotation.confirm':
      return mayEditGold(project, command, coderId);
    case 'relation.add':
    case 'relation.replace':
    case 'relation.remove': {
      const relation =
        command.kind === 'relation.remove'
          ? relationIndex(project.relations).byId(command.relationId)
          : command.relation;
      if (relation === undefined) return false;
      const { fromDocumentId: documentId, fromId: annotationId } = relation;
      return mayEditGold(project, { documentId, annotationId }, coderId);
    }
    default:
      return false;
  }
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
    case 'verdict.add':
    case 'verdict.replace':
      return command.verdict.coderId;
    case 'verdict.remove':
      return verdictsOf(project, command.documentId).find(({ id }) => id === command.verdictId)
        ?.coderId;
    case 'team.record':
      return command.act.coderId;
    case 'team.withdraw':
      return project.team.find((act) => act.id === command.actId)?.coderId;
    default:
      return undefined;
  }
}

/** What a coder finished stays as it is until the coder reopens it, which is a decision about the whole document. */
function checkOpen(project: Project, command: Command, coderId: CoderId): Fault | undefined {
  const finished = findFinished(project, command, coderId);
  if (finished === undefined) return undefined;
  const title = findDocument(project, finished)?.title.value ?? finished;
  return createFault('fault.team.finished', { title });
}

/** The document that this coder has finished and the command would change; undefined where there is none. */
export function findFinished(
  project: Project,
  command: Command,
  coderId: CoderId,
): DocumentId | undefined {
  if (command.kind === 'batch') {
    return command.commands
      .map((one) => findFinished(project, one, coderId))
      .find((id) => id !== undefined);
  }
  return documentsOf(project, command).find(
    (id) => progressOf(marksOf(project, id), coderId).document !== undefined,
  );
}

/** The documents in which a command changes a coder's work. */
function documentsOf(project: Project, command: Command): readonly DocumentId[] {
  switch (command.kind) {
    case 'annotation.add':
    case 'annotation.replace':
      return [command.annotation.documentId];
    case 'annotation.remove':
    case 'annotation.recode':
    case 'annotation.move':
    case 'annotation.memo':
    case 'annotation.attribute':
    case 'annotation.confidence':
    case 'annotation.parts':
    case 'annotation.confirm':
      return [command.documentId];
    case 'relation.add':
    case 'relation.replace':
      return [command.relation.fromDocumentId, command.relation.toDocumentId];
    case 'relation.remove': {
      const relation = relationIndex(project.relations).byId(command.relationId);
      return relation === undefined ? [] : [relation.fromDocumentId, relation.toDocumentId];
    }
    case 'mark.set':
      return isWhole(command.mark) ? [] : [command.documentId];
    case 'mark.clear':
      return isWhole(command.place) ? [] : [command.documentId];
    default:
      return [];
  }
}

function isWhole({ paragraph, codeId }: MarkPlace): boolean {
  return paragraph === undefined && codeId === undefined;
}
