import type { Annotation } from '../annotation/annotation';
import { relationIndex } from '../annotation/relation';
import type { AttributeDefinition, Code, Codebook } from '../codebook/codebook';
import { registerIndex } from '../register/actor';
import { effectiveAttributes } from './effective';
import type { Project } from './project';
import { allAnnotations } from './uses';

/** The annotations in which an actor plays one role: those of `code` whose `attribute` names it, in corpus order. */
export interface ActorRole {
  readonly code: Code;
  readonly attribute: AttributeDefinition;
  /** True for the code that tags mentions: what the links that say the same as an attribute lead to. */
  readonly isMention: boolean;
  readonly annotations: readonly Annotation[];
}

export interface ActorProfile {
  /** Mentions first, then codes and attributes in the order of the codebook; a role without annotations is left out. */
  readonly roles: readonly ActorRole[];
  /** Annotations that tag a mention of it. */
  readonly mentions: number;
  /** All places in roles; an annotation with two roles counts twice. */
  readonly uses: number;
}

const NOTHING: ActorProfile = { roles: [], mentions: 0, uses: 0 };

type Profiles = ReadonlyMap<string, ActorProfile>;

interface Known {
  readonly relations: Project['relations'];
  readonly codebook: Codebook;
  readonly actors: Project['actors'];
  readonly profiles: Profiles;
}

const known = new WeakMap<Project['annotations'], Known>();

/**
 * Where an entry of the register occurs, all coders' annotations, links and merges followed (`effectiveAttributes`). All
 * profiles of a state of the project are made at once, by one walk over its annotations, and kept.
 */
export function actorProfile(project: Project, actorId: string): ActorProfile {
  const resolved = registerIndex(project.actors).resolve(actorId)?.id ?? actorId;
  return profilesOf(project).get(resolved) ?? NOTHING;
}

/** The links that begin or end at a mention of the actor. */
export function countActorRelations(project: Project, actorId: string): number {
  const index = relationIndex(project.relations);
  const mentions = actorProfile(project, actorId).roles.filter((role) => role.isMention);
  const ids = mentions.flatMap(({ annotations }) =>
    annotations.flatMap(({ id }) => index.at(id).map((relation) => relation.id)),
  );
  return new Set(ids).size;
}

function profilesOf(project: Project): Profiles {
  const { annotations, relations, codebook, actors } = project;
  const before = known.get(annotations);
  if (before?.relations === relations && before.codebook === codebook && before.actors === actors) {
    return before.profiles;
  }
  const profiles = collect(project);
  known.set(annotations, { relations, codebook, actors, profiles });
  return profiles;
}

interface Slot {
  readonly code: Code;
  readonly attribute: AttributeDefinition;
  readonly isMention: boolean;
}

function collect(project: Project): Profiles {
  const slots = slotsOf(project.codebook);
  const byCode = new Map<string, readonly (readonly [Slot, number])[]>();
  slots.forEach((slot, at) => {
    byCode.set(slot.code.id, [...(byCode.get(slot.code.id) ?? []), [slot, at]]);
  });
  const found = new Map<string, Map<number, Annotation[]>>();
  for (const annotation of allAnnotations(project)) {
    const here = byCode.get(annotation.codeId);
    if (here === undefined) continue;
    const attributes = effectiveAttributes(project, annotation);
    for (const [slot, at] of here) {
      const value = attributes[slot.attribute.id];
      if (typeof value !== 'object') continue;
      for (const id of value) addTo(found, id, at, annotation);
    }
  }
  return new Map(Array.from(found, ([id, roles]) => [id, createProfile(slots, roles)]));
}

function addTo(
  found: Map<string, Map<number, Annotation[]>>,
  id: string,
  slot: number,
  annotation: Annotation,
): void {
  let roles = found.get(id);
  if (roles === undefined) found.set(id, (roles = new Map<number, Annotation[]>()));
  const annotations = roles.get(slot);
  if (annotations === undefined) roles.set(slot, [annotation]);
  else annotations.push(annotation);
}

function createProfile(
  slots: readonly Slot[],
  found: ReadonlyMap<number, readonly Annotation[]>,
): ActorProfile {
  const roles = slots.flatMap((slot, at) => {
    const annotations = found.get(at);
    return annotations === undefined ? [] : [{ ...slot, annotations }];
  });
  const count = (some: readonly ActorRole[]): number =>
    some.reduce((sum, { annotations }) => sum + annotations.length, 0);
  return { roles, mentions: count(roles.filter((role) => role.isMention)), uses: count(roles) };
}

/** Every attribute of the codebook that names actors. */
function slotsOf(codebook: Codebook): readonly Slot[] {
  const tagging = new Set(
    codebook.relationKinds.flatMap((kind) => (kind.attribute === undefined ? [] : kind.to)),
  );
  const slots = codebook.codes.flatMap((code) =>
    code.attributes
      .filter((attribute) => attribute.type === 'actors')
      .map((attribute) => ({ code, attribute, isMention: tagging.has(code.id) })),
  );
  return [...slots.filter((slot) => slot.isMention), ...slots.filter((slot) => !slot.isMention)];
}
