import type { Annotation } from '../annotation/annotation';
import { relationIndex, type Relation } from '../annotation/relation';
import type { SortedAnnotations } from '../annotation/sorted';
import type { Codebook } from '../codebook/codebook';
import type { DocumentId } from '../ids';
import { registerIndex } from '../register/actor';
import { setsBehind, slotsOf, usesInDocument, type ActorSlot, type ActorUses } from './actor-uses';
import { relationsOf, type Project } from './project';

/** The annotations in which an actor plays one role: those of `code` whose `attribute` names it, in corpus order. */
export interface ActorRole extends ActorSlot {
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

/**
 * Where an entry of the register occurs, all coders' annotations, links and merges followed (`effectiveAttributes`). All
 * profiles of a state of the project are made at once and kept; after a change, those of the actors in the documents
 * that it touched.
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

interface InDocument {
  readonly relations: readonly Relation[];
  readonly sets: readonly SortedAnnotations[];
  readonly uses: ActorUses;
}

interface Profiles {
  readonly codebook: Codebook;
  readonly actors: Project['actors'];
  /** Which entries stand for which. */
  readonly merges: string;
  readonly annotations: Project['annotations'];
  readonly relations: Project['relations'];
  readonly documents: Project['documents'];
  readonly slots: readonly ActorSlot[];
  readonly byDocument: ReadonlyMap<DocumentId, InDocument>;
  readonly byActor: ReadonlyMap<string, ActorProfile>;
}

let latest: Profiles | undefined;

function profilesOf(project: Project): Profiles['byActor'] {
  const { annotations, relations, codebook, actors, documents } = project;
  const isSame =
    latest?.annotations === annotations &&
    latest.relations === relations &&
    latest.codebook === codebook &&
    latest.actors === actors &&
    latest.documents === documents;
  if (latest === undefined || !isSame) latest = collect(project, latest);
  return latest.byActor;
}

function collect(project: Project, last: Profiles | undefined): Profiles {
  const { annotations, relations, codebook, actors, documents } = project;
  const merges = mergesOf(actors);
  const before = last?.codebook === codebook && last.merges === merges ? last : undefined;
  const slots = before?.slots ?? slotsOf(codebook);
  const byDocument = new Map<DocumentId, InDocument>();
  const touched = new Set<string>();
  for (const { id } of documents) {
    const known = before?.byDocument.get(id);
    const here = takeDocument(project, id, slots, known);
    byDocument.set(id, here);
    if (here !== known) addActors(touched, known, here);
  }
  for (const [id, known] of before?.byDocument ?? []) {
    if (!byDocument.has(id)) addActors(touched, known);
  }
  // The documents stand in another order: so do all uses.
  const isAll = before === undefined || !sameOrder(before.documents, documents);
  const byActor = new Map(isAll ? [] : before.byActor);
  const all = isAll
    ? new Set([...byDocument.values()].flatMap(({ uses }) => [...uses.keys()]))
    : touched;
  const places = placesOf([...byDocument.values()], all);
  for (const id of all) {
    const profile = createProfile(slots, places.get(id) ?? []);
    if (profile.uses === 0) byActor.delete(id);
    else byActor.set(id, profile);
  }
  return {
    codebook,
    actors,
    merges,
    annotations,
    relations,
    documents,
    slots,
    byDocument,
    byActor,
  };
}

/** The uses of a document, the known ones where nothing that they come from changed. */
function takeDocument(
  project: Project,
  id: DocumentId,
  slots: readonly ActorSlot[],
  known: InDocument | undefined,
): InDocument {
  const relations = relationsOf(project, id);
  const sets = setsBehind(project, id);
  const isSame = known?.relations === relations && sets.every((set, n) => set === known.sets[n]);
  return known !== undefined && isSame
    ? known
    : { relations, sets, uses: usesInDocument(project, id, slots) };
}

function addActors(touched: Set<string>, ...documents: readonly (InDocument | undefined)[]): void {
  for (const document of documents) for (const id of document?.uses.keys() ?? []) touched.add(id);
}

type Places = ReadonlyMap<number, readonly Annotation[]>;

/** What each of the actors has in each document, in the order of the corpus. */
function placesOf(
  documents: readonly InDocument[],
  actorIds: ReadonlySet<string>,
): ReadonlyMap<string, readonly Places[]> {
  const found = new Map<string, Places[]>();
  for (const { uses } of documents) {
    for (const [id, roles] of uses) {
      if (!actorIds.has(id)) continue;
      const here = found.get(id);
      if (here === undefined) found.set(id, [roles]);
      else here.push(roles);
    }
  }
  return found;
}

function createProfile(slots: readonly ActorSlot[], places: readonly Places[]): ActorProfile {
  const roles = slots.flatMap((slot, at) => {
    const annotations = places.flatMap((here) => here.get(at) ?? []);
    return annotations.length === 0 ? [] : [{ ...slot, annotations }];
  });
  const count = (some: readonly ActorRole[]): number =>
    some.reduce((sum, { annotations }) => sum + annotations.length, 0);
  return { roles, mentions: count(roles.filter((role) => role.isMention)), uses: count(roles) };
}

function mergesOf(actors: Project['actors']): string {
  const register = registerIndex(actors);
  const merged = actors.filter((actor) => actor.mergedInto !== undefined);
  return JSON.stringify(merged.map(({ id }) => [id, register.resolve(id)?.id]));
}

/** True if the documents that both have stand in the same order. */
function sameOrder(before: Project['documents'], after: Project['documents']): boolean {
  if (before === after) return true;
  const [old, now] = [idsIn(before), idsIn(after)];
  const inBoth = (ids: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
    [...ids].filter((id) => others.has(id));
  return inBoth(old, now).join('\n') === inBoth(now, old).join('\n');
}

function idsIn(documents: Project['documents']): ReadonlySet<string> {
  return new Set(documents.map(({ id }) => id));
}
