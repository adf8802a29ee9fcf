import { checkEnds } from '../project/check-relation';
import type { Command } from '../project/command';
import { findIn, type Project, type TextSource } from '../project/project';
import { allRelations } from '../project/uses';
import { placedAnew } from './placed-anew';
import type { Unmatched } from './unmatched';

type LeftOut = Extract<Unmatched, { readonly kind: 'left-out' }>;

/** Those of the annotations whose words stand in the text, at their place there. */
export function planPlacing(
  project: Project,
  textOf: TextSource,
  { documentId, annotations }: LeftOut,
): readonly Command[] {
  const text = textOf(documentId);
  return annotations
    .filter(({ id }) => findIn(project, documentId, id) === undefined)
    .flatMap((one) => placedAnew(text, one) ?? [])
    .map((annotation) => ({ kind: 'annotation.add', annotation }));
}

/** Their links, as far as both ends are there by now. */
export function planLinks(project: Project, { relations }: LeftOut): readonly Command[] {
  const known = new Set(allRelations(project).map(({ id }) => id));
  return relations
    .filter((one) => !known.has(one.id) && checkEnds(project, one) === undefined)
    .map((relation) => ({ kind: 'relation.add', relation }));
}
