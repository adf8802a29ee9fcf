import type { Annotation, AttributeValue } from '../annotation/annotation';
import { relationIndex, type Relation } from '../annotation/relation';
import { checkAttributeValue, type ValueSurroundings } from '../codebook/attribute-value';
import {
  findAttribute,
  findCode,
  findRelationKind,
  type AttributeDefinition,
} from '../codebook/codebook';
import { registerIndex } from '../register/actor';
import { findIn, type Project } from './project';

type Attributes = Readonly<Record<string, AttributeValue>>;

/**
 * The attributes of an annotation as people see them: what is stored, actors that were merged replaced by the entries
 * that stand for them, then the actors of the mentions that it is linked to. "Japan holds this" is kept once, as the
 * stored value or as the link to a mention of Japan, whatever was made first; so the order does not show which.
 * A value that is no list of actors stands as it is until a person mends it.
 */
export function effectiveAttributes(project: Project, annotation: Annotation): Attributes {
  const code = findCode(project.codebook, annotation.codeId);
  const result: Record<string, AttributeValue> = { ...annotation.attributes };
  for (const definition of code?.attributes ?? []) {
    if (definition.type !== 'actors') continue;
    const value = effectiveValue(project, annotation, definition);
    if (value !== undefined) result[definition.id] = value;
  }
  return result;
}

/** One of them, by what the annotation's code says of it. */
export function effectiveValue(
  project: Project,
  annotation: Annotation,
  { id, type }: AttributeDefinition,
): AttributeValue | undefined {
  const value = annotation.attributes[id];
  if (type !== 'actors' || (value !== undefined && typeof value !== 'object')) return value;
  const linked = linkedActors(project, annotation, id);
  const stored = listOf(value).map((actorId) => resolveActor(project, actorId));
  const all = new Set([...stored.filter((actorId) => !linked.has(actorId)), ...linked]);
  return all.size > 0 ? [...all] : value;
}

export interface LinkedMention {
  readonly relation: Relation;
  readonly mention: Annotation;
}

/** The mentions that an annotation is linked to by the kinds of relation that say the same as an attribute. */
export function linkedMentions(
  project: Project,
  annotation: Annotation,
  attributeId: string,
): readonly LinkedMention[] {
  return relationIndex(project.relations)
    .at(annotation.id)
    .flatMap((relation) => {
      if (relation.fromId !== annotation.id) return [];
      const kind = findRelationKind(project.codebook, relation.kindId);
      if (kind?.attribute !== attributeId) return [];
      const mention = findIn(project, relation.toDocumentId, relation.toId);
      return mention === undefined ? [] : [{ relation, mention }];
    });
}

/**
 * The entries of the register that a mention names: its own attributes of type `actors`, merges followed. An attribute
 * that links of its own may say does not count, so that what a link says never hangs on other links.
 */
export function actorsOfMention(project: Project, mention: Annotation): readonly string[] {
  const { codebook } = project;
  const said = codebook.relationKinds.flatMap(({ attribute, from }) =>
    from.includes(mention.codeId) ? [attribute] : [],
  );
  const ids = (findCode(codebook, mention.codeId)?.attributes ?? []).flatMap((definition) =>
    definition.type === 'actors' && !said.includes(definition.id)
      ? listOf(mention.attributes[definition.id])
      : [],
  );
  return [...new Set(ids.map((id) => resolveActor(project, id)))];
}

function linkedActors(
  project: Project,
  annotation: Annotation,
  attributeId: string,
): ReadonlySet<string> {
  const mentions = linkedMentions(project, annotation, attributeId);
  return new Set(mentions.flatMap(({ mention }) => actorsOfMention(project, mention)));
}

/** The stored attributes without the actors that a link already says. */
export function withoutLinked(project: Project, annotation: Annotation): Attributes {
  const code = findCode(project.codebook, annotation.codeId);
  let attributes = annotation.attributes;
  for (const definition of code?.attributes ?? []) {
    const value = attributes[definition.id];
    if (definition.type !== 'actors' || value === undefined) continue;
    const linked = linkedActors(project, annotation, definition.id);
    const kept = listOf(value).filter((id) => !linked.has(resolveActor(project, id)));
    if (kept.length === listOf(value).length) continue;
    const { [definition.id]: _said, ...others } = attributes;
    attributes = kept.length === 0 ? others : { ...others, [definition.id]: kept };
  }
  return attributes;
}

/** The required attributes that an annotation has no value for yet, in the order they are asked. */
export function missingAttributes(
  project: Project,
  annotation: Annotation,
): readonly AttributeDefinition[] {
  const code = findCode(project.codebook, annotation.codeId);
  const required = code?.attributes.filter((definition) => definition.required) ?? [];
  if (required.length === 0) return required;
  const effective = effectiveAttributes(project, annotation);
  return required.filter((definition) => effective[definition.id] === undefined);
}

/** Ids of attributes whose value is outside the codebook: the attribute, or the value, is no longer there. */
export function strayAttributes(project: Project, annotation: Annotation): readonly string[] {
  const code = findCode(project.codebook, annotation.codeId);
  const around = valueSurroundings(project);
  return Object.entries(annotation.attributes).flatMap(([id, value]) => {
    const definition = findAttribute(code, id);
    const fits =
      definition !== undefined && checkAttributeValue(definition, value, around) === undefined;
    return fits ? [] : [id];
  });
}

/** True if the meaning of its code changed since the annotation was made or last confirmed. */
export function isStale(project: Project, annotation: Annotation): boolean {
  const code = findCode(project.codebook, annotation.codeId);
  return code !== undefined && annotation.codebookRevision < code.definedIn;
}

export function valueSurroundings(project: Project): ValueSurroundings {
  const register = registerIndex(project.actors);
  return {
    lists: project.codebook.lists,
    isActor: (id) => register.find(id) !== undefined,
  };
}

function listOf(value: AttributeValue | undefined): readonly string[] {
  return typeof value === 'object' ? value : [];
}

function resolveActor(project: Project, id: string): string {
  return registerIndex(project.actors).resolve(id)?.id ?? id;
}
