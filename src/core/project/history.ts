import { createFault, fail, ok, type Result } from '../result';
import { applyCommand } from './apply';
import { nameCommand, type Command } from './command';
import type { Project, TextSource } from './project';

/** A step that can be taken back or again, under the name it had when a person took it. */
interface Step {
  readonly name: string;
  readonly command: Command;
}

/** What can be undone and redone, newest last, without limit. A value: every change gives a new one. */
export interface History {
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
}

export const EMPTY_HISTORY: History = { undo: [], redo: [] };

/** A project, its history and the command that was just carried out. */
export interface Progress {
  readonly project: Project;
  readonly history: History;
  readonly command: Command;
  readonly name: string;
}

/** Carries out a new command; what had been undone can no longer be redone. */
export function perform(
  project: Project,
  history: History,
  command: Command,
  textOf: TextSource,
): Result<Progress> {
  const applied = applyCommand(project, command, textOf);
  if (!applied.ok) return applied;
  const name = nameCommand(project, command);
  const undo = [...history.undo, { name, command: applied.value.inverse }];
  return ok({ project: applied.value.project, history: { undo, redo: [] }, command, name });
}

/** Takes the last step back. */
export function undo(project: Project, history: History, textOf: TextSource): Result<Progress> {
  return travel(project, history.undo, textOf, 'fault.command.nothingToUndo', (rest, inverse) => ({
    undo: rest,
    redo: [...history.redo, inverse],
  }));
}

/** Takes the last undone step again. */
export function redo(project: Project, history: History, textOf: TextSource): Result<Progress> {
  return travel(project, history.redo, textOf, 'fault.command.nothingToRedo', (rest, inverse) => ({
    undo: [...history.undo, inverse],
    redo: rest,
  }));
}

function travel(
  project: Project,
  from: readonly Step[],
  textOf: TextSource,
  nothing: 'fault.command.nothingToUndo' | 'fault.command.nothingToRedo',
  withStep: (rest: readonly Step[], inverse: Step) => History,
): Result<Progress> {
  const step = from.at(-1);
  if (step === undefined) return fail(createFault(nothing));
  const applied = applyCommand(project, step.command, textOf);
  if (!applied.ok) return applied;
  const inverse = { name: step.name, command: applied.value.inverse };
  return ok({
    project: applied.value.project,
    history: withStep(from.slice(0, -1), inverse),
    command: step.command,
    name: step.name,
  });
}
