import type { Annotation } from '../annotation/annotation';
import { findAttribute, findCode } from '../codebook/codebook';
import type { ActorId, CoderId, MemoId, Timestamp } from '../ids';
import { foldLabel, registerIndex, type Actor } from '../register/actor';
import { createFault, fail, ok, type Result } from '../result';
import { actorProfile, countActorRelations, type ActorRole } from './actor-profile';
import type { BatchCommand, Command } from './command';
import type { Project } from './project';

/** What merging an entry into another one does, before it is done: one step, one undo. */
export interface MergePlan {
  readonly from: Actor;
  readonly into: Actor;
  readonly command: BatchCommand;
  /** The places that name the other entry afterwards, by role. Nothing is written to them: the merge is followed. */
  readonly roles: readonly ActorRole[];
  /** Links of its mentions, which stay. */
  readonly relations: number;
  readonly memoIds: readonly MemoId[];
  /** Entries that get the other one as parent. */
  readonly children: readonly Actor[];
  /** Names that the other entry gets as aliases. */
  readonly aliases: readonly string[];
}

/**
 * Merges `fromId` into `intoId`: the entry stays in the register and says so, its label and aliases join the other's
 * aliases, and what stood below it stands below the other. When the other stood below it, that takes its place.
 */
export function planMerge(project: Project, fromId: string, intoId: string): Result<MergePlan> {
  const register = registerIndex(project.actors);
  const from = register.resolve(fromId);
  const into = register.resolve(intoId);
  if (from === undefined) return fail(createFault('fault.actor.unknown', { id: fromId }));
  if (into === undefined) return fail(createFault('fault.actor.unknown', { id: intoId }));
  if (from.id === into.id) return fail(createFault('actors.fault.itself', { name: from.label }));
  const aliases = newAliases(into, [from.label, ...from.aliases]);
  const children = project.actors.filter((one) => one.parentId === from.id && one.id !== into.id);
  const moved = isBelow(project, into, from) ? withParent(into, from.parentId) : into;
  const commands: readonly Command[] = [
    { kind: 'actor.replace', actor: { ...moved, aliases: [...into.aliases, ...aliases] } },
    ...children.map((child): Command => ({
      kind: 'actor.replace',
      actor: withParent(child, into.id),
    })),
    { kind: 'actor.replace', actor: { ...from, mergedInto: into.id } },
  ];
  const isAboutFrom = ({ about }: Project['memos'][number]): boolean =>
    about.kind === 'actor' && register.resolve(about.id)?.id === from.id;
  return ok({
    from,
    into,
    command: { kind: 'batch', purpose: 'actors', size: 1, commands },
    roles: actorProfile(project, from.id).roles,
    relations: countActorRelations(project, from.id),
    memoIds: project.memos.filter(isAboutFrom).map((memo) => memo.id),
    children,
    aliases,
  });
}

/** A place that names an actor: an attribute of an annotation. */
export interface ActorUse {
  readonly annotation: Annotation;
  readonly attributeId: string;
}

/** What naming another actor in some places does, before it is done. */
export interface ReassignPlan {
  readonly command: BatchCommand;
  readonly reassigned: readonly ActorUse[];
  /** Another coder's, which stay as they are. */
  readonly notOwn: readonly ActorUse[];
  /** Those that name the actor only through a link to a mention: they follow that mention. */
  readonly linked: readonly ActorUse[];
}

/** Names `toId` instead of `fromId` in the places of one coder; an actor that a place names already is not doubled. */
export function planReassign(
  project: Project,
  uses: readonly ActorUse[],
  change: {
    readonly fromId: string;
    readonly toId: string;
    readonly coderId: CoderId;
    readonly at: Timestamp;
  },
): Result<ReassignPlan> {
  const register = registerIndex(project.actors);
  const from = register.resolve(change.fromId)?.id;
  const to = register.resolve(change.toId);
  if (from === undefined) return fail(createFault('fault.actor.unknown', { id: change.fromId }));
  if (to === undefined) return fail(createFault('fault.actor.unknown', { id: change.toId }));
  if (from === to.id) return fail(createFault('actors.fault.sameActor', { name: to.label }));
  const names = (id: string): boolean => register.resolve(id)?.id === from;
  const notOwn = uses.filter(({ annotation }) => annotation.coderId !== change.coderId);
  const own = uses.filter(({ annotation }) => annotation.coderId === change.coderId);
  const reassigned = own.filter((use) => storedActors(project, use).some(names));
  const commands = reassigned.map((use): Command => {
    const { annotation, attributeId } = use;
    const ids = storedActors(project, use).map((id) => (names(id) ? to.id : id));
    const first = (id: string, at: number): boolean =>
      ids.findIndex((other) => register.resolve(other)?.id === register.resolve(id)?.id) === at;
    return {
      kind: 'annotation.attribute',
      documentId: annotation.documentId,
      annotationId: annotation.id,
      attributeId,
      value: ids.filter(first),
      modifiedAt: change.at,
    };
  });
  return ok({
    command: { kind: 'batch', purpose: 'actors', size: commands.length, commands },
    reassigned,
    notOwn,
    linked: own.filter((use) => !reassigned.includes(use)),
  });
}

/** All places that name an actor, role by role. */
export function usesOf(roles: readonly ActorRole[]): readonly ActorUse[] {
  return roles.flatMap(({ annotations, attribute }) =>
    annotations.map((annotation) => ({ annotation, attributeId: attribute.id })),
  );
}

/** True for an entry that stands somewhere below another one. */
export function isBelow(project: Project, actor: Actor, other: Actor): boolean {
  const register = registerIndex(project.actors);
  let id = actor.parentId;
  for (let steps = 0; id !== undefined && steps <= project.actors.length; steps += 1) {
    if (id === other.id) return true;
    id = register.find(id)?.parentId;
  }
  return false;
}

export function withParent(actor: Actor, parentId: ActorId | undefined): Actor {
  const { parentId: _before, ...others } = actor;
  return parentId === undefined ? others : { ...others, parentId };
}

/** The names that an entry does not have yet, each once. */
export function newAliases(actor: Actor, names: readonly string[]): readonly string[] {
  const known = new Set([actor.label, ...actor.aliases].map(foldLabel));
  return names.filter((name) => {
    const folded = foldLabel(name);
    if (known.has(folded)) return false;
    known.add(folded);
    return true;
  });
}

function storedActors(project: Project, { annotation, attributeId }: ActorUse): readonly string[] {
  const value = annotation.attributes[attributeId];
  const code = findCode(project.codebook, annotation.codeId);
  const isActors = findAttribute(code, attributeId)?.type === 'actors';
  return isActors && typeof value === 'object' ? value : [];
}
