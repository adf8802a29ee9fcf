import type { Annotation, AttributeValue } from '../annotation/annotation';
import type { Timestamp } from '../ids';
import type { Command } from './command';
import { actorsOfMention, linkedMentions } from './effective';
import type { Project } from './project';

/**
 * The commands after which people see this value of an attribute; without one, none. For actors the value is all of
 * them, those that a link to a mention says among them. What links say is not stored a second time; an actor that a link
 * says and the value does not have takes the link with it, and the other actors of that mention stay as stored ones.
 */
export function commandsToSet(
  project: Project,
  annotation: Annotation,
  attributeId: string,
  value: AttributeValue | undefined,
  at: Timestamp,
): readonly Command[] {
  const wanted = typeof value === 'object' ? value : [];
  const links = linkedMentions(project, annotation, attributeId).map(({ relation, mention }) => ({
    relation,
    actors: actorsOfMention(project, mention),
  }));
  const broken = links.filter(({ actors }) => actors.some((id) => !wanted.includes(id)));
  const kept = links.filter((link) => !broken.includes(link));
  const said = new Set(kept.flatMap(({ actors }) => actors));
  const stored = links.length === 0 ? value : emptyIsNone(wanted.filter((id) => !said.has(id)));
  const { documentId, id: annotationId } = annotation;
  return [
    ...broken.map(({ relation }): Command => ({
      kind: 'relation.remove',
      relationId: relation.id,
    })),
    {
      kind: 'annotation.attribute',
      documentId,
      annotationId,
      attributeId,
      modifiedAt: at,
      ...(stored !== undefined && { value: stored }),
    },
  ];
}

function emptyIsNone(list: readonly string[]): readonly string[] | undefined {
  return list.length === 0 ? undefined : list;
}
