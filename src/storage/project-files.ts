import type { Codebook } from '../core/codebook/codebook';
import type { CoderId, DocumentId } from '../core/ids';
import { JsonFile } from './json-file';
import { placesOf, type ProjectPlaces } from './project-folder';
import {
  ANNOTATION_SET_FORMAT,
  CODEBOOK_FORMAT,
  PROJECT_FORMAT,
  type AnnotationSet,
  type ProjectHead,
} from './project-formats';

/** The JSON files of one project: one object for each path, so that each knows what it read or wrote last. */
export class ProjectFiles {
  readonly places: ProjectPlaces;
  readonly head: JsonFile<ProjectHead>;
  readonly codebook: JsonFile<Codebook>;
  readonly #sets = new Map<string, JsonFile<AnnotationSet>>();

  constructor(folder: string) {
    this.places = placesOf(folder);
    this.head = new JsonFile(this.places.head, PROJECT_FORMAT);
    this.codebook = new JsonFile(this.places.codebook, CODEBOOK_FORMAT);
  }

  /** A set without a file is an empty set. */
  annotationSet(coderId: CoderId, documentId: DocumentId): JsonFile<AnnotationSet> {
    const path = this.places.annotationSet(coderId, documentId);
    const known = this.#sets.get(path);
    if (known !== undefined) return known;
    const empty: AnnotationSet = { lastLine: 0, coderId, documentId, annotations: [] };
    const file = new JsonFile(path, ANNOTATION_SET_FORMAT, empty);
    this.#sets.set(path, file);
    return file;
  }
}
