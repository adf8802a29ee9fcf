import { ok, type Result } from '../result';
import { addActors, isActorAdd } from './add-actors';
import { addRelations, isRelationAdd } from './add-relations';
import { applyRun, isRunStep } from './apply-run';
import type { Applied, AppliedRun, Apply } from './applied';
import type { BatchCommand, Command } from './command';
import type { Project, TextSource } from './project';
import { isActorRemove, removeActors } from './remove-actors';
import { addVerdicts, isVerdictAdd, isVerdictRemove, removeVerdicts } from './verdict-runs';
import { isRelationRemove, removeRelations } from './remove-relations';

/** All of the commands or none; `apply` carries out a single one. */
export function applyBatch(
  project: Project,
  command: BatchCommand,
  textOf: TextSource,
  apply: Apply,
): Result<Applied> {
  const inverses: Command[] = [];
  let current = project;
  for (let at = 0; at < command.commands.length;) {
    const run = findRun(current, command.commands, at, textOf);
    if (run !== undefined) {
      if (!run.applied.ok) return run.applied;
      current = run.applied.value.project;
      for (const inverse of run.applied.value.inverses) inverses.push(inverse);
      at += run.length;
    } else {
      const applied = apply(current, command.commands[at] as Command, textOf);
      if (!applied.ok) return applied;
      current = applied.value.project;
      inverses.push(applied.value.inverse);
      at += 1;
    }
  }
  return ok({ project: current, inverse: { ...command, commands: inverses.reverse() } });
}

/** Steps of one sort from `start` on that can be carried out together, carried out; undefined when there are fewer than two. */
function findRun(
  project: Project,
  commands: readonly Command[],
  start: number,
  textOf: TextSource,
): { readonly length: number; readonly applied: Result<AppliedRun> } | undefined {
  const run = <Step extends Command>(
    fits: (command: Command) => command is Step,
    carryOut: (project: Project, steps: readonly Step[]) => Result<AppliedRun>,
  ): ReturnType<typeof findRun> => {
    const steps = takeWhile(commands, start, fits);
    return steps.length < 2
      ? undefined
      : { length: steps.length, applied: carryOut(project, steps) };
  };
  return (
    run(
      (step) => isRunStep(project, step),
      (_, steps) => applyRun(project, steps, textOf),
    ) ??
    run(isRelationAdd, addRelations) ??
    run(isRelationRemove, removeRelations) ??
    run(isActorAdd, addActors) ??
    run(isActorRemove, removeActors) ??
    run(isVerdictAdd, addVerdicts) ??
    run(isVerdictRemove, removeVerdicts)
  );
}

function takeWhile<Step extends Command>(
  commands: readonly Command[],
  start: number,
  fits: (command: Command) => command is Step,
): readonly Step[] {
  const run: Step[] = [];
  for (let i = start; i < commands.length; i += 1) {
    const step = commands[i] as Command;
    if (!fits(step)) break;
    run.push(step);
  }
  return run;
}
