import { relationIndex, withRelations } from '../annotation/relation';
import type { Timestamp } from '../ids';
import type { Command, RelationCommand } from './command';
import { withoutLinked } from './effective';
import { findIn, type Project } from './project';

type Linking = Exclude<RelationCommand, { kind: 'relation.remove' }>;

/**
 * The step that adds a relation, or puts another state of it in its place, and takes the actors that it says now out of
 * the stored attributes: a fact is kept once.
 */
export function linkCommand(project: Project, linking: Linking, at: Timestamp): Command {
  const { relation } = linking;
  const before = relationIndex(project.relations).byId(relation.id);
  const relations = withRelations(project.relations, before ? [before] : [], [relation]);
  const from = findIn(project, relation.fromDocumentId, relation.fromId);
  if (from === undefined) return linking;
  const kept = withoutLinked({ ...project, relations }, from);
  const said = Object.keys(from.attributes).filter((id) => kept[id] !== from.attributes[id]);
  if (said.length === 0) return linking;
  const attributes = said.map((attributeId): Command => {
    const value = kept[attributeId];
    return {
      kind: 'annotation.attribute',
      documentId: from.documentId,
      annotationId: from.id,
      attributeId,
      ...(value !== undefined && { value }),
      modifiedAt: at,
    };
  });
  return { kind: 'batch', purpose: 'coding', size: 1, commands: [linking, ...attributes] };
}
