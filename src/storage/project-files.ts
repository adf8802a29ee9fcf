import type { Codebook } from '../core/codebook/codebook';
import type { CoderId, DocumentId } from '../core/ids';
import { findStrayInSet, findStrayMemo, findTwice } from './file-checks';
import { JsonFile } from './json-file';
import { placesOf, type ProjectPlaces } from './project-folder';
import {
  ACTORS_FORMAT,
  ANNOTATION_SET_FORMAT,
  CODEBOOK_FORMAT,
  MEMOS_FORMAT,
  PROJECT_FORMAT,
  type ActorsFile,
  type AnnotationSet,
  type MemosFile,
  type ProjectHead,
} from './project-formats';

/** The JSON files of one project: one object for each path, so that each knows what it read or wrote last. */
export class ProjectFiles {
  readonly places: ProjectPlaces;
  readonly head: JsonFile<ProjectHead>;
  readonly codebook: JsonFile<Codebook>;
  readonly actors: JsonFile<ActorsFile>;
  readonly #memos = new Map<CoderId, JsonFile<MemosFile>>();
  readonly #sets = new Map<string, JsonFile<AnnotationSet>>();

  constructor(folder: string) {
    this.places = placesOf(folder);
    const { head, codebook, actors } = this.places;
    this.head = new JsonFile(
      head,
      PROJECT_FORMAT,
      undefined,
      ({ coders, documents }) =>
        findTwice(head, 'coders', coders) ?? findTwice(head, 'documents', documents),
    );
    this.codebook = new JsonFile(codebook, CODEBOOK_FORMAT, undefined, ({ codes }) =>
      findTwice(codebook, 'codes', codes),
    );
    this.actors = new JsonFile(actors, ACTORS_FORMAT, { actors: [] }, (file) =>
      findTwice(actors, 'actors', file.actors),
    );
  }

  /** A set without a file is an empty set. */
  annotationSet(coderId: CoderId, documentId: DocumentId): JsonFile<AnnotationSet> {
    const path = this.places.annotationSet(coderId, documentId);
    const known = this.#sets.get(path);
    if (known !== undefined) return known;
    const empty = emptySet(coderId, documentId);
    const file = new JsonFile(path, ANNOTATION_SET_FORMAT, empty, (set) =>
      findStrayInSet(path, set, { coderId, documentId }),
    );
    this.#sets.set(path, file);
    return file;
  }

  /** A coder without the file has no memos. */
  memos(coderId: CoderId): JsonFile<MemosFile> {
    const known = this.#memos.get(coderId);
    if (known !== undefined) return known;
    const path = this.places.memos(coderId);
    const file = new JsonFile(path, MEMOS_FORMAT, { coderId, memos: [] }, (memos) =>
      findStrayMemo(path, memos, coderId),
    );
    this.#memos.set(coderId, file);
    return file;
  }
}

function emptySet(coderId: CoderId, documentId: DocumentId): AnnotationSet {
  return {
    lastLine: 0,
    coderId,
    documentId,
    annotations: [],
    relations: [],
    marks: [],
    verdicts: [],
  };
}
