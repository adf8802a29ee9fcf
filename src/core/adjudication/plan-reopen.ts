import type { Annotation } from '../annotation/annotation';
import type { Timestamp } from '../ids';
import type { BatchCommand } from '../project/command';
import type { Project } from '../project/project';
import type { Verdict } from '../verdict/verdict';
import type { AdjudicatedGroup } from './adjudication';
import { takeAway } from './take-away';

/** The step that takes these verdicts away, whoever gave them, with what they made. */
export function planReopen(
  project: Project,
  verdicts: readonly Verdict[],
  at: Timestamp,
): BatchCommand {
  return inBatch(verdicts.length, takeAway(project, verdicts, at));
}

/** The step that leaves one of several verdicts on a passage standing. */
export function planKeep(
  project: Project,
  { verdicts }: AdjudicatedGroup,
  kept: Verdict,
  at: Timestamp,
): BatchCommand {
  const others = verdicts.filter(({ id }) => id !== kept.id);
  return planReopen(project, others, at);
}

/** The step that takes annotations out of the gold set for which no verdict speaks. */
export function planDropStray(stray: readonly Annotation[]): BatchCommand {
  return inBatch(
    stray.length,
    stray.map(({ documentId, id }) => ({
      kind: 'annotation.remove',
      documentId,
      annotationId: id,
    })),
  );
}

function inBatch(size: number, commands: BatchCommand['commands']): BatchCommand {
  return { kind: 'batch', purpose: 'adjudication', size: Math.max(1, size), commands };
}
