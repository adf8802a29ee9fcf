import type { Annotation } from '../annotation/annotation';
import { relationIndex } from '../annotation/relation';
import { findIn, type Project } from './project';

/** How much an annotation lost between two states of the project: a code has no place for what its last one had. */
export function findLeftOut(
  before: Project,
  after: Project,
  { documentId, id }: Annotation,
): { readonly attributes: number; readonly parts: number; readonly relations: number } {
  const [was, is] = [findIn(before, documentId, id), findIn(after, documentId, id)];
  const count = (one: Annotation | undefined): number => Object.keys(one?.attributes ?? {}).length;
  const linked = (project: Project): number => relationIndex(project.relations).at(id).length;
  return {
    attributes: count(was) - count(is),
    parts: (was?.parts.length ?? 0) - (is?.parts.length ?? 0),
    relations: linked(before) - linked(after),
  };
}
