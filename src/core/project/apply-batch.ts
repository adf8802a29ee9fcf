import { ok, type Result } from '../result';
import { addActors, isActorAdd } from './add-actors';
import { addRelations, isRelationAdd } from './add-relations';
import { applyRun, isRunStep } from './apply-run';
import type { Applied, AppliedRun, Apply } from './applied';
import type { BatchCommand, Command } from './command';
import type { Project, TextSource } from './project';

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
  const annotations = takeWhile(commands, start, (step) => isRunStep(project, step));
  if (annotations.length > 1) {
    return { length: annotations.length, applied: applyRun(project, annotations, textOf) };
  }
  const relations = takeWhile(commands, start, isRelationAdd);
  if (relations.length > 1) {
    return { length: relations.length, applied: addRelations(project, relations) };
  }
  const actors = takeWhile(commands, start, (step) => isActorAdd(project, step));
  if (actors.length > 1) return { length: actors.length, applied: addActors(project, actors) };
  return undefined;
}

function takeWhile<Step extends Command>(
  commands: readonly Command[],
  start: number,
  fits: ((command: Command) => command is Step) | ((command: Command) => boolean),
): readonly Step[] {
  const run: Step[] = [];
  for (let i = start; i < commands.length; i += 1) {
    const step = commands[i] as Command;
    if (!fits(step)) break;
    run.push(step as Step);
  }
  return run;
}
