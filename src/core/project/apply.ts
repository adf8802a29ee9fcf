import { assertNever, ok, type Result } from '../result';
import { checkName } from '../text/label';
import type { Applied, Apply } from './applied';
import { applyToActors } from './apply-actors';
import { applyToAnnotations } from './apply-annotations';
import { applyBatch } from './apply-batch';
import { applyToCodebook } from './apply-codebook';
import { applyToCoders } from './apply-coders';
import { applyToDocuments } from './apply-documents';
import { applyToMemos } from './apply-memos';
import { applyToRelations } from './apply-relations';
import { applyToVerdicts } from './apply-verdicts';
import { applyToTeam } from './apply-team';
import type { Command } from './command';
import { fail } from '../result';
import type { Project, TextSource } from './project';

/**
 * Carries out a command. The same code runs in the window (to paint at once) and in the main process (the authority).
 * Applying `inverse` to the result gives a project equal to the one before. A refused command changes nothing.
 */
export const applyCommand: Apply = (
  project: Project,
  command: Command,
  textOf: TextSource,
): Result<Applied> => {
  switch (command.kind) {
    case 'annotation.add':
    case 'annotation.remove':
    case 'annotation.recode':
    case 'annotation.move':
    case 'annotation.memo':
    case 'annotation.attribute':
    case 'annotation.confidence':
    case 'annotation.parts':
    case 'annotation.confirm':
    case 'annotation.replace':
      return applyToAnnotations(project, command, textOf);
    case 'relation.add':
    case 'relation.remove':
    case 'relation.replace':
      return applyToRelations(project, command);
    case 'actor.add':
    case 'actor.replace':
    case 'actor.remove':
      return applyToActors(project, command);
    case 'document.add':
    case 'document.remove':
    case 'document.describe':
    case 'document.exclude':
    case 'mark.set':
    case 'mark.clear':
      return applyToDocuments(project, command, textOf);
    case 'coder.add':
    case 'coder.remove':
    case 'coder.rename':
    case 'coder.describe':
      return applyToCoders(project, command);
    case 'memo.add':
    case 'memo.remove':
    case 'memo.replace':
      return applyToMemos(project, command);
    case 'verdict.add':
    case 'verdict.remove':
    case 'verdict.replace':
      return applyToVerdicts(project, command);
    case 'codebook.replace':
    case 'list.replace':
    case 'list.add':
    case 'list.remove':
      return applyToCodebook(project, command);
    case 'team.record':
    case 'team.withdraw':
      return applyToTeam(project, command);
    case 'project.describe': {
      const fault = checkName(command.title);
      if (fault !== undefined) return fail(fault);
      return ok({
        project: { ...project, id: command.id, title: command.title },
        inverse: { kind: 'project.describe', id: project.id, title: project.title },
      });
    }
    case 'batch':
      return applyBatch(project, command, textOf, applyCommand);
    default:
      return assertNever(command);
  }
};
