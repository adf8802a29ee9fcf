import type { Annotation } from '../annotation/annotation';
import type { Relation } from '../annotation/relation';
import type { SortedAnnotations } from '../annotation/sorted';
import type { AttributeDefinition, Code, Codebook } from '../codebook/codebook';
import type { DocumentId } from '../ids';
import { effectiveAttributes } from './effective';
import { annotationsOf, relationsOf, type Project } from './project';

/** An attribute that names actors. */
export interface ActorSlot {
  readonly code: Code;
  readonly attribute: AttributeDefinition;
  /** True for the code that tags mentions: what the links that say the same as an attribute lead to. */
  readonly isMention: boolean;
}

/** By actor, then by the number of the slot: the annotations of one document that name it there, in text order. */
export type ActorUses = ReadonlyMap<string, ReadonlyMap<number, readonly Annotation[]>>;

/** Every attribute of the codebook that names actors, those of mentions first. */
export function slotsOf(codebook: Codebook): readonly ActorSlot[] {
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

/** The actors of a document, links and merges followed. */
export function usesInDocument(
  project: Project,
  id: DocumentId,
  slots: readonly ActorSlot[],
): ActorUses {
  const byCode = new Map<string, readonly (readonly [ActorSlot, number])[]>();
  slots.forEach((slot, at) => {
    byCode.set(slot.code.id, [...(byCode.get(slot.code.id) ?? []), [slot, at]]);
  });
  const uses = new Map<string, Map<number, Annotation[]>>();
  for (const annotation of annotationsOf(project, id)) {
    const here = byCode.get(annotation.codeId);
    if (here === undefined) continue;
    const attributes = effectiveAttributes(project, annotation);
    for (const [slot, at] of here) {
      const value = attributes[slot.attribute.id];
      if (typeof value !== 'object') continue;
      for (const actorId of value) addTo(uses, actorId, at, annotation);
    }
  }
  return uses;
}

function addTo(
  uses: Map<string, Map<number, Annotation[]>>,
  id: string,
  slot: number,
  annotation: Annotation,
): void {
  let roles = uses.get(id);
  if (roles === undefined) uses.set(id, (roles = new Map<number, Annotation[]>()));
  const annotations = roles.get(slot);
  if (annotations === undefined) roles.set(slot, [annotation]);
  else annotations.push(annotation);
}

/** The sets that say who is named in a document: its own, and those in which its links end. */
export function setsBehind(project: Project, id: DocumentId): readonly SortedAnnotations[] {
  const relations = relationsOf(project, id);
  const own = annotationsOf(project, id);
  return [own, ...endsOf(relations).map((other) => annotationsOf(project, other))];
}

const ends = new WeakMap<readonly Relation[], readonly DocumentId[]>();

function endsOf(relations: readonly Relation[]): readonly DocumentId[] {
  const known = ends.get(relations);
  if (known !== undefined) return known;
  const found = [...new Set(relations.map(({ toDocumentId }) => toDocumentId))];
  ends.set(relations, found);
  return found;
}
