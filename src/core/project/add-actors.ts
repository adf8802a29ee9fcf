import { foldLabel, registerIndex, type Actor } from '../register/actor';
import { checkActorWords, checkLeads } from '../register/check-register';
import { createFault, fail, ok, type Result } from '../result';
import { clamp } from '../text/span';
import { refuseTaken, type AppliedRun } from './applied';
import type { Command } from './command';
import type { Project } from './project';

type ActorAdd = Extract<Command, { kind: 'actor.add' }>;

export function isActorAdd(command: Command): command is ActorAdd {
  return command.kind === 'actor.add';
}

/** The same result as one by one, all or none, with one copy and one index for all of them. */
export function addActors(project: Project, steps: readonly ActorAdd[]): Result<AppliedRun> {
  const register = registerIndex(project.actors);
  const ids = new Map<string, Actor>(project.actors.map((actor) => [actor.id, actor]));
  const labels = new Set<string>();
  const actors = [...project.actors];
  for (const { actor, index } of steps) {
    if (ids.has(actor.id)) return refuseTaken(actor.id);
    const label = foldLabel(actor.label);
    const isTwin = labels.has(label) || register.labelled(actor.label) !== undefined;
    ids.set(actor.id, actor);
    const fault =
      checkActorWords(actor) ??
      (isTwin && actor.mergedInto === undefined
        ? createFault('fault.actor.sameLabel', { name: actor.label })
        : checkLeads(ids, actor));
    if (fault !== undefined) return fail(fault);
    if (actor.mergedInto === undefined) labels.add(label);
    actors.splice(clamp(index, 0, actors.length), 0, actor);
  }
  return ok({
    project: { ...project, actors },
    inverses: steps.map(({ actor }) => ({ kind: 'actor.remove', actorId: actor.id }) as const),
  });
}
