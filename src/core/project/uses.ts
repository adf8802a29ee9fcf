import type { Annotation } from '../annotation/annotation';
import type { Relation } from '../annotation/relation';
import type { CodeId } from '../ids';
import type { Project } from './project';

/** Where an entry of the register is used: in annotations, in other entries, by memos. */
export function findActorUses(
  project: Project,
  id: string,
): { readonly mentions: number; readonly entries: number; readonly memos: number } {
  const mentions = allAnnotations(project).filter((annotation) =>
    Object.values(annotation.attributes).some(
      (value) => typeof value === 'object' && value.includes(id),
    ),
  );
  const entries = project.actors.filter((one) => one.parentId === id || one.mergedInto === id);
  const memos = project.memos.filter(({ about }) => about.kind === 'actor' && about.id === id);
  return { mentions: mentions.length, entries: entries.length, memos: memos.length };
}

/** All annotations of the project, document by document in the order of the corpus, in text order. */
export function allAnnotations(project: Project): readonly Annotation[] {
  return project.documents.flatMap(({ id }) => project.annotations.get(id) ?? []);
}

export function allRelations(project: Project): readonly Relation[] {
  return project.documents.flatMap(({ id }) => project.relations.get(id) ?? []);
}

/** How many annotations have a code, all coders'. */
export function countOfCode(project: Project, codeId: CodeId): number {
  let n = 0;
  for (const set of project.annotations.values()) {
    for (const annotation of set) if (annotation.codeId === codeId) n += 1;
  }
  return n;
}
