import { relationIndex, type Relation } from '../annotation/relation';
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
  const { owner, edited } = aboutOf(project, command);
  if (owner === undefined) return undefined;
  if (owner === coderId) return checkOpen(project, command, coderId);
  if (isGold(owner)) {
    return edited !== undefined && mayEditGold(project, edited, coderId)
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
  const { owner } = aboutOf(project, command);
  return owner !== undefined && isGold(owner);
}

/** What a command is about, as far as it is somebody's. */
interface About {
  /** Whose it is; undefined when it is everybody's, or not there. */
  readonly owner: CoderId | undefined;
  /** The documents in which it changes a coder's work. */
  readonly documents: readonly DocumentId[];
  /** The annotation that is edited, or from which the link is that is: who made it for the gold set may go on with it. */
  readonly edited?: AnnotationAddress | undefined;
}

const NOBODYS: About = { owner: undefined, documents: [] };

function aboutOf(project: Project, command: Command): About {
  switch (command.kind) {
    case 'annotation.add':
    case 'annotation.replace':
      return { owner: command.annotation.coderId, documents: [command.annotation.documentId] };
    case 'annotation.remove':
      return aboutAnnotation(project, command);
    case 'annotation.recode':
    case 'annotation.move':
    case 'annotation.memo':
    case 'annotation.attribute':
    case 'annotation.confidence':
    case 'annotation.parts':
    case 'annotation.confirm':
      return { ...aboutAnnotation(project, command), edited: command };
    case 'relation.add':
    case 'relation.replace':
      return aboutRelation(command.relation);
    case 'relation.remove': {
      const relation = relationIndex(project.relations).byId(command.relationId);
      return relation === undefined ? NOBODYS : aboutRelation(relation);
    }
    case 'mark.set':
      return aboutMark(command.documentId, command.mark);
    case 'mark.clear':
      return aboutMark(command.documentId, command.place);
    case 'memo.add':
    case 'memo.replace':
      return { ...NOBODYS, owner: command.memo.coderId };
    case 'memo.remove':
      return { ...NOBODYS, owner: project.memos.find(({ id }) => id === command.memoId)?.coderId };
    case 'verdict.add':
    case 'verdict.replace':
      return { ...NOBODYS, owner: command.verdict.coderId };
    case 'verdict.remove': {
      const verdict = verdictsOf(project, command.documentId).find(
        ({ id }) => id === command.verdictId,
      );
      return { ...NOBODYS, owner: verdict?.coderId };
    }
    case 'team.record':
      return { ...NOBODYS, owner: command.act.coderId };
    case 'team.withdraw':
      return { ...NOBODYS, owner: project.team.find((act) => act.id === command.actId)?.coderId };
    default:
      return NOBODYS;
  }
}

function aboutAnnotation(project: Project, { documentId, annotationId }: AnnotationAddress): About {
  const owner = findIn(project, documentId, annotationId)?.coderId;
  return { owner, documents: [documentId] };
}

function aboutRelation({ coderId, fromDocumentId, fromId, toDocumentId }: Relation): About {
  return {
    owner: coderId,
    documents: [fromDocumentId, toDocumentId],
    edited: { documentId: fromDocumentId, annotationId: fromId },
  };
}

/** Finishing a document, and going on with it, is no change of the work in it. */
function aboutMark(documentId: DocumentId, { coderId, paragraph, codeId }: MarkPlace): About {
  const isWhole = paragraph === undefined && codeId === undefined;
  return { owner: coderId, documents: isWhole ? [] : [documentId] };
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
  return aboutOf(project, command).documents.find(
    (id) => progressOf(marksOf(project, id), coderId).document !== undefined,
  );
}
