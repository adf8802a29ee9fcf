import type { SortedAnnotations } from '../annotation/sorted';
import type { Codebook } from '../codebook/codebook';
import type { SourceDocument } from '../document/source-document';
import type { CoderId, DocumentId, ProjectId } from '../ids';

/** A person who annotates. The name may change; the id never does. */
export interface Coder {
  readonly id: CoderId;
  readonly name: string;
}

/** Texts, codebook, coders and their annotation sets. A value: every change gives a new one. */
export interface Project {
  readonly id: ProjectId;
  readonly title: string;
  readonly codebook: Codebook;
  readonly coders: readonly Coder[];
  /** In the order of the corpus. */
  readonly documents: readonly SourceDocument[];
  /** All coders' annotations by document; a document without any has no entry. */
  readonly annotations: ReadonlyMap<DocumentId, SortedAnnotations>;
}

/** Gives the text of a document; undefined where it is not at hand (the window holds only what was opened). */
export type TextSource = (id: DocumentId) => string | undefined;

const NONE: SortedAnnotations = [];

export function annotationsOf(project: Project, id: DocumentId): SortedAnnotations {
  return project.annotations.get(id) ?? NONE;
}

export function findDocument(project: Project, id: DocumentId): SourceDocument | undefined {
  return project.documents.find((document) => document.id === id);
}

export function findCoder(project: Project, id: CoderId): Coder | undefined {
  return project.coders.find((coder) => coder.id === id);
}
