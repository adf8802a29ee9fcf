import { createFault, fail, ok, type Result } from '../result';
import type { AppliedRun } from './applied';
import type { Command } from './command';
import type { Project } from './project';

type ActorRemove = Extract<Command, { kind: 'actor.remove' }>;

export function isActorRemove(command: Command): command is ActorRemove {
  return command.kind === 'actor.remove';
}

/** The same result as one by one, all or none, with one walk over the project for all of them. */
export function removeActors(project: Project, steps: readonly ActorRemove[]): Result<AppliedRun> {
  const uses = countUses(project);
  const actors = [...project.actors];
  const inverses: Command[] = [];
  for (const { actorId } of steps) {
    const index = actors.findIndex((actor) => actor.id === actorId);
    const before = actors[index];
    if (before === undefined) return fail(createFault('fault.actor.unknown', { id: actorId }));
    const n = uses.get(actorId) ?? 0;
    if (n > 0) return fail(createFault('fault.actor.inUse', { name: before.label, n }));
    actors.splice(index, 1);
    for (const id of new Set([before.parentId, before.mergedInto])) {
      if (id !== undefined) uses.set(id, (uses.get(id) ?? 0) - 1);
    }
    inverses.push({ kind: 'actor.add', actor: before, index });
  }
  return ok({ project: { ...project, actors }, inverses });
}

/** In how many places each entry is used, as `findActorUses` counts. */
function countUses(project: Project): Map<string, number> {
  const uses = new Map<string, number>();
  const use = (ids: Iterable<string | undefined>): void => {
    for (const id of new Set(ids)) if (id !== undefined) uses.set(id, (uses.get(id) ?? 0) + 1);
  };
  for (const set of project.annotations.values()) {
    for (const { attributes } of set) {
      use(Object.values(attributes).flatMap((value) => (typeof value === 'object' ? value : [])));
    }
  }
  for (const { parentId, mergedInto } of project.actors) use([parentId, mergedInto]);
  for (const { about } of project.memos) if (about.kind === 'actor') use([about.id]);
  return uses;
}
