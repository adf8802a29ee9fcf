import type { AnnotationId, MemoId } from '../ids';
import { createFault, fail, ok, type Result } from '../result';
import { applyCommand } from './apply';
import type { Command } from './command';
import { nameCommand } from './command-name';
import type { Project, TextSource } from './project';

/** A step that can be taken back or again, under the name it had when a person took it. */
export interface Step {
  readonly name: string;
  readonly command: Command;
  /** Present while the step may still grow: typing that goes on is one step. */
  readonly typing?: { readonly id: AnnotationId | MemoId; readonly at: number };
}

/** A memo written on within this time after the last change belongs to the same step; milliseconds. */
const TYPING_PAUSE = 60_000;

/**
 * Most steps that can be taken back: what older ones did can be seen and restored from the journals (`core/past`). So
 * neither memory nor the time of an act grows with the length of a session.
 */
export const MOST_STEPS = 1_000;

/** What can be undone and redone, newest last. A value: every change gives a new one. */
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
  /** The step took the place of the one before: typing that went on. */
  readonly goesOn?: true;
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
  const typing = typingOf(command);
  const last = history.undo.at(-1);
  const goesOn = typing !== undefined && last !== undefined && isGoneOn(last, typing);
  // The inverse of the first change leads back to before all of them.
  const step: Step = {
    name,
    command: goesOn ? last.command : applied.value.inverse,
    ...(typing && { typing }),
  };
  const undo = [...(goesOn ? history.undo.slice(0, -1) : history.undo.slice(1 - MOST_STEPS)), step];
  const { project: next } = applied.value;
  return ok({
    project: next,
    history: { undo, redo: [] },
    command,
    name,
    ...(goesOn && { goesOn }),
  });
}

function typingOf(command: Command): Step['typing'] {
  switch (command.kind) {
    case 'annotation.memo':
      return { id: command.annotationId, at: Date.parse(command.modifiedAt) };
    case 'memo.add':
    case 'memo.replace':
      return { id: command.memo.id, at: Date.parse(command.memo.modifiedAt) };
    default:
      return undefined;
  }
}

function isGoneOn(last: Step, now: NonNullable<Step['typing']>): boolean {
  return last.typing?.id === now.id && Math.abs(now.at - last.typing.at) <= TYPING_PAUSE;
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
