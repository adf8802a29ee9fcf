import type { Annotation } from '../../annotation/annotation';
import type { Relation } from '../../annotation/relation';
import { sortAnnotations } from '../../annotation/sorted';
import { findCode } from '../../codebook/codebook';
import type { SourceDocument } from '../../document/source-document';
import type { CoderId, DocumentId } from '../../ids';
import type { Memo } from '../../memo/memo';
import { effectiveAttributes } from '../../project/effective';
import {
  annotationsOf,
  findCoder,
  findDocument,
  marksOf,
  relationsOf,
  type Coder,
  type Project,
} from '../../project/project';
import { registerIndex, type Actor } from '../../register/actor';
import type { MarkRecord } from './format';

/** Which part of a project. */
export interface SetsSelection {
  /** All documents when absent. Throws when the project has no such document. */
  readonly documentId?: DocumentId;
  /** All coders when absent. Throws when the project has no such coder. */
  readonly coderId?: CoderId;
}

interface SelectedSets {
  readonly documents: readonly SourceDocument[];
  readonly actors: readonly Actor[];
  readonly coders: readonly Coder[];
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly marks: readonly MarkRecord[];
  readonly memos: readonly Memo[];
}

/**
 * What belongs to a choice, in the order of the format. Of a part of the project: relations whose both ends are in it,
 * memos about the chosen document, and the entries of the register that are used, with what they hang on.
 */
export function selectSets(project: Project, choice: SetsSelection): SelectedSets {
  const { documentId, coderId } = choice;
  const isChosen = (one: { readonly coderId: CoderId }): boolean =>
    coderId === undefined || one.coderId === coderId;
  const documents = chosenDocuments(project, documentId);
  const annotations = documents.flatMap(({ id }) =>
    sortAnnotations(annotationsOf(project, id).filter(isChosen)),
  );
  const ids = new Set(annotations.map(({ id }) => id));
  const relations = documents
    .flatMap(({ id }) => relationsOf(project, id))
    .filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId));
  const marks = documents.flatMap(({ id }) =>
    marksOf(project, id)
      .filter(isChosen)
      .map((mark): MarkRecord => ({ documentId: id, ...mark })),
  );
  const memos = project.memos
    .filter(isChosen)
    .filter(
      ({ about }) =>
        documentId === undefined || (about.kind === 'document' && about.id === documentId),
    );
  const isPart = documentId !== undefined || coderId !== undefined;
  const actors = isPart ? usedActors(project, annotations, memos) : project.actors;
  const coders = chosenCoders(project, [annotations, relations, marks, memos].flat(), coderId);
  return { documents, actors, coders, annotations, relations, marks, memos };
}

function chosenDocuments(project: Project, id: DocumentId | undefined): readonly SourceDocument[] {
  if (id === undefined) return project.documents;
  const document = findDocument(project, id);
  if (document === undefined) throw new Error(`No document ${id} to export`);
  return [document];
}

/**
 * Those with work in the export, and the chosen one even without any. By id, because the order in a project depends on
 * who opened it first.
 */
function chosenCoders(
  project: Project,
  work: readonly { readonly coderId: CoderId }[],
  chosen: CoderId | undefined,
): readonly Coder[] {
  if (chosen !== undefined && findCoder(project, chosen) === undefined) {
    throw new Error(`No coder ${chosen} to export`);
  }
  const wanted = new Set(work.map((one) => one.coderId));
  if (chosen !== undefined) wanted.add(chosen);
  return project.coders
    .filter((coder) => wanted.has(coder.id))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Entries that annotations name or memos are about, their parents, and the entries they were merged into. */
function usedActors(
  project: Project,
  annotations: readonly Annotation[],
  memos: readonly Memo[],
): readonly Actor[] {
  const register = registerIndex(project.actors);
  const used = new Set<string>();
  const use = (id: string | undefined): void => {
    const actor = id === undefined || used.has(id) ? undefined : register.find(id);
    if (actor === undefined) return;
    used.add(actor.id);
    use(actor.parentId);
    use(actor.mergedInto);
  };
  for (const annotation of annotations) {
    const attributes = effectiveAttributes(project, annotation);
    for (const { id, type } of findCode(project.codebook, annotation.codeId)?.attributes ?? []) {
      const value = attributes[id];
      if (type === 'actors' && typeof value === 'object') value.forEach(use);
    }
  }
  for (const { about } of memos) if (about.kind === 'actor') use(about.id);
  return project.actors.filter(({ id }) => used.has(id));
}
