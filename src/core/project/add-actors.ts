import { foldLabel, registerIndex } from '../register/actor';
import { createFault, fail, ok, type Result } from '../result';
import { refuseTaken, type AppliedRun } from './applied';
import { checkActorWords } from './apply-actors';
import type { Command } from './command';
import type { Project } from './project';

type ActorAdd = Extract<Command, { kind: 'actor.add' }>;

/** Entries at the end of the register that are neither merged nor below another one, which is all that a run can check. */
export function isActorAdd(project: Project, command: Command): command is ActorAdd {
  return (
    command.kind === 'actor.add' &&
    command.index >= project.actors.length &&
    command.actor.parentId === undefined &&
    command.actor.mergedInto === undefined
  );
}

/** The same result as one by one, all or none, with one copy and one index for all of them. */
export function addActors(project: Project, steps: readonly ActorAdd[]): Result<AppliedRun> {
  const ids = new Set<string>();
  const labels = new Set<string>();
  const register = registerIndex(project.actors);
  const actors = [...project.actors];
  for (const { actor, index } of steps) {
    if (ids.has(actor.id) || register.find(actor.id) !== undefined) return refuseTaken(actor.id);
    const fault = checkActorWords(actor);
    if (fault !== undefined) return fail(fault);
    const label = foldLabel(actor.label);
    if (labels.has(label) || register.labelled(actor.label) !== undefined) {
      return fail(createFault('fault.actor.sameLabel', { name: actor.label }));
    }
    ids.add(actor.id);
    labels.add(label);
    actors.splice(index, 0, actor);
  }
  return ok({
    project: { ...project, actors },
    inverses: steps.map(({ actor }) => ({ kind: 'actor.remove', actorId: actor.id }) as const),
  });
}
