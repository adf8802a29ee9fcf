import type { Annotation } from '../annotation/annotation';
import type { Timestamp } from '../ids';
import { applyCommand } from '../project/apply';
import type { BatchCommand, Command } from '../project/command';
import { findIn, type Project } from '../project/project';
import { ok, type Result } from '../result';
import type { Verdict } from '../verdict/verdict';
import type { AdjudicatedGroup } from './adjudication';
import { linkSteps } from './give-verdicts';
import { goldAnnotation } from './gold-annotation';
import { takeAway } from './take-away';

/**
 * The step that takes these verdicts away, whoever gave them, with what they made. Several may be on one passage, so it is
 * said how many passages they are on.
 */
export function planReopen(
  project: Project,
  verdicts: readonly Verdict[],
  at: Timestamp,
  passages = verdicts.length,
): BatchCommand {
  return inBatch(passages, takeAway(project, verdicts, at));
}

/**
 * The step that leaves one of several verdicts on a passage standing. What it made, and another adjudicator took away
 * without knowing of it, is made again.
 */
export function planKeep(
  project: Project,
  { verdicts, members }: AdjudicatedGroup,
  kept: Verdict,
  at: Timestamp,
): Result<BatchCommand> {
  const others = verdicts.filter(({ id }) => id !== kept.id);
  const [id] = kept.goldIds;
  const isGone = id !== undefined && findIn(project, kept.documentId, id) === undefined;
  const gold = isGone ? goldAnnotation(project, members, kept.sources, { id, at }) : undefined;
  const commands: Command[] = [
    ...takeAway(project, others, at),
    ...(gold === undefined ? [] : [addAgain(gold, kept)]),
  ];
  const alone = applyCommand(project, inBatch(others.length, commands), () => undefined);
  if (!alone.ok) return alone;
  const links = linkSteps(alone.value.project, [kept], at);
  return links.ok ? ok(inBatch(others.length, [...commands, ...links.value])) : links;
}

function addAgain(gold: Annotation, { outcome }: Verdict): Command {
  const annotation = outcome === 'agreed' ? { ...gold, memo: '' } : gold;
  return { kind: 'annotation.add', annotation };
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
