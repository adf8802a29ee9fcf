import { foldLabel, registerIndex, type Actor } from '../register/actor';
import { checkActorWords, checkLeads } from '../register/check-register';
import { createFault, fail, ok, type Fault, type Result } from '../result';
import { clamp } from '../text/span';
import { refuseTaken, type Applied } from './applied';
import type { ActorCommand } from './command';
import { findActorUses } from './uses';
import type { Project } from './project';

export function applyToActors(project: Project, command: ActorCommand): Result<Applied> {
  const { actors } = project;
  if (command.kind === 'actor.add') {
    const { actor } = command;
    if (registerIndex(actors).find(actor.id) !== undefined) return refuseTaken(actor.id);
    const next = actors.toSpliced(clamp(command.index, 0, actors.length), 0, actor);
    const fault = checkActor(next, actor);
    if (fault !== undefined) return fail(fault);
    return ok({
      project: { ...project, actors: next },
      inverse: { kind: 'actor.remove', actorId: actor.id },
    });
  }
  const id = command.kind === 'actor.remove' ? command.actorId : command.actor.id;
  const index = actors.findIndex((actor) => actor.id === id);
  const before = actors[index];
  if (before === undefined) return fail(createFault('fault.actor.unknown', { id }));
  if (command.kind === 'actor.remove') {
    const fault = checkUnused(project, before);
    if (fault !== undefined) return fail(fault);
    return ok({
      project: { ...project, actors: actors.toSpliced(index, 1) },
      inverse: { kind: 'actor.add', actor: before, index },
    });
  }
  const next = actors.with(index, command.actor);
  const fault = checkActor(next, command.actor);
  if (fault !== undefined) return fail(fault);
  return ok({
    project: { ...project, actors: next },
    inverse: { kind: 'actor.replace', actor: before },
  });
}

/** Why an entry cannot stand in this register. Two entries that both stand must not have one label. */
function checkActor(actors: readonly Actor[], actor: Actor): Fault | undefined {
  const wrong = checkActorWords(actor);
  if (wrong !== undefined) return wrong;
  const label = foldLabel(actor.label);
  const twin = actors.find(
    (one) => one.id !== actor.id && one.mergedInto === undefined && foldLabel(one.label) === label,
  );
  if (twin !== undefined && actor.mergedInto === undefined) {
    return createFault('fault.actor.sameLabel', { name: actor.label });
  }
  return checkLeads(new Map<string, Actor>(actors.map((one) => [one.id, one])), actor);
}

function checkUnused(project: Project, actor: Actor): Fault | undefined {
  const { mentions, entries, memos } = findActorUses(project, actor.id);
  const n = mentions + entries + memos;
  return n === 0 ? undefined : createFault('fault.actor.inUse', { name: actor.label, n });
}
