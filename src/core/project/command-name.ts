import { codeName, findAttribute, findCode, findRelationKind } from '../codebook/codebook';
import { relationIndex } from '../annotation/relation';
import { t } from '../messages/message';
import { registerIndex } from '../register/actor';
import { assertNever } from '../result';
import type { AnnotationAddress, BatchCommand, Command } from './command';
import { findDocument, findIn, type Project } from './project';

/** What the Edit menu calls the step, told from the project before it. */
export function nameCommand(project: Project, command: Command): string {
  switch (command.kind) {
    case 'annotation.add':
      return t('command.annotation.add', {
        code: codeName(project.codebook, command.annotation.codeId),
      });
    case 'annotation.remove':
      return t('command.annotation.remove', { code: codeAt(project, command) }).trim();
    case 'annotation.recode':
      return t('command.annotation.recode', { code: codeName(project.codebook, command.codeId) });
    case 'annotation.attribute': {
      const found = findIn(project, command.documentId, command.annotationId);
      const code = found && findCode(project.codebook, found.codeId);
      const name = findAttribute(code, command.attributeId)?.name ?? command.attributeId;
      return t('command.annotation.attribute', { name });
    }
    case 'relation.add':
      return t('command.relation.add', { kind: kindName(project, command.relation.kindId) });
    case 'relation.remove': {
      const relation = relationIndex(project.relations).byId(command.relationId);
      return t('command.relation.remove', { kind: kindName(project, relation?.kindId ?? '') });
    }
    case 'actor.add':
      return t('command.actor.add', { name: command.actor.label });
    case 'actor.replace':
      return t('command.actor.replace', { name: command.actor.label });
    case 'actor.remove': {
      const name = registerIndex(project.actors).find(command.actorId)?.label ?? command.actorId;
      return t('command.actor.remove', { name });
    }
    case 'list.replace':
      return t('command.list.replace', { name: command.list.name });
    case 'list.add':
      return t('command.list.add', { name: command.list.name });
    case 'document.add':
      return t('command.document.add', { title: command.document.title.value });
    case 'document.remove': {
      const title = findDocument(project, command.documentId)?.title.value ?? command.documentId;
      return t('command.document.remove', { title });
    }
    case 'batch':
      // A step that takes another one along, as a link takes the actors that it says, is known by itself.
      if (command.purpose === 'coding' && command.size === 1 && command.commands[0] !== undefined) {
        return nameCommand(project, command.commands[0]);
      }
      if (command.purpose === 'import' && command.size === 0) return nameImport(command);
      if (command.purpose === 'adjudication') return nameAdjudication(command);
      return command.purpose === 'codebook' ||
        command.purpose === 'actors' ||
        command.purpose === 'merging'
        ? t(`command.batch.${command.purpose}`)
        : t(`command.batch.${command.purpose}`, { n: command.size });
    case 'team.record':
      return t(`command.team.${command.act.deed.kind}`);
    case 'annotation.move':
    case 'annotation.memo':
    case 'annotation.confidence':
    case 'annotation.parts':
    case 'annotation.confirm':
    case 'annotation.replace':
    case 'relation.replace':
    case 'document.describe':
    case 'document.exclude':
    case 'mark.set':
    case 'mark.clear':
    case 'memo.add':
    case 'memo.remove':
    case 'memo.replace':
    case 'coder.add':
    case 'coder.remove':
    case 'coder.rename':
    case 'verdict.add':
    case 'verdict.remove':
    case 'verdict.replace':
    case 'list.remove':
    case 'coder.describe':
    case 'codebook.replace':
    case 'team.withdraw':
    case 'project.describe':
      return t(`command.${command.kind}`);
    default:
      return assertNever(command);
  }
}

/** By what it does: gives verdicts, or takes them away; giving one anew does both. */
function nameAdjudication({ size, commands }: BatchCommand): string {
  const isGiven = commands.some(({ kind }) => kind === 'verdict.add');
  const isReopened = commands.some(({ kind }) => kind === 'verdict.remove');
  if (isGiven || !isReopened) return t('command.batch.adjudication', { n: size });
  return t('command.batch.reopen', { n: size });
}

/** An import without an annotation is known by the first of what it brings. */
function nameImport({ commands }: BatchCommand): string {
  const count = (...kinds: readonly Command['kind'][]): number =>
    commands.filter(({ kind }) => kinds.includes(kind)).length;
  const actors = count('actor.add', 'actor.replace');
  if (count('document.add') > 0) return t('command.import.texts', { n: count('document.add') });
  if (actors > 0) return t('command.import.actors', { n: actors });
  const relations = count('relation.add', 'relation.replace');
  if (relations > 0) return t('command.import.relations', { n: relations });
  if (count('codebook.replace') > 0) return t('command.import.codebook');
  const memos = count('memo.add', 'memo.replace');
  if (memos > 0) return t('command.import.memos', { n: memos });
  return t('command.import.other');
}

function codeAt(project: Project, address: AnnotationAddress): string {
  const found = findIn(project, address.documentId, address.annotationId);
  return found === undefined ? '' : codeName(project.codebook, found.codeId);
}

function kindName(project: Project, id: string): string {
  return findRelationKind(project.codebook, id)?.name ?? id;
}
