import type { Annotation } from '../annotation/annotation';
import type { Relation, RelationSets } from '../annotation/relation';
import { findAnnotation, type SortedAnnotations } from '../annotation/sorted';
import type { CodeColour, Codebook } from '../codebook/codebook';
import type { ReadingMark } from '../document/reading-mark';
import type { SourceDocument } from '../document/source-document';
import type { AnnotationId, CoderId, DocumentId, ProjectId } from '../ids';
import type { Memo } from '../memo/memo';
import type { Actor } from '../register/actor';
import type { Verdict } from '../verdict/verdict';
import type { TeamAct } from '../team/team-act';

/** A person who annotates. The name may change; the id never does. */
export interface Coder {
  readonly id: CoderId;
  readonly name: string;
  /** At most 4 characters, where there is no room for the name; made from the name where absent. */
  readonly initials?: string;
  /** One by the coder's place where absent (`coderColour`). */
  readonly colour?: CodeColour;
  /** A working habit, no right: everybody may change it. `coder` where absent. */
  readonly role?: CoderRole;
  /** How the coder was trained, for the report. */
  readonly training?: string;
}

export const CODER_ROLES = ['coder', 'adjudicator', 'lead'] as const;
export type CoderRole = (typeof CODER_ROLES)[number];

/** Texts, codebook, register of actors, coders and what they coded. A value: every change gives a new one. */
export interface Project {
  readonly id: ProjectId;
  readonly title: string;
  readonly codebook: Codebook;
  /** The register, in the order in which entries were made. */
  readonly actors: readonly Actor[];
  readonly coders: readonly Coder[];
  /** In the order of the corpus. */
  readonly documents: readonly SourceDocument[];
  /** All coders' annotations by document; a document without any has no entry. */
  readonly annotations: ReadonlyMap<DocumentId, SortedAnnotations>;
  /** All coders' relations by the document in which they begin. */
  readonly relations: RelationSets;
  /** All coders' decisions about paragraphs and documents, in the order of `compareMarks`. */
  readonly marks: ReadonlyMap<DocumentId, readonly ReadingMark[]>;
  /** All coders' memos that are not part of an annotation, in the order of `compareMemos`. */
  readonly memos: readonly Memo[];
  /** All adjudicators' verdicts by document, in the order of `compareVerdicts`. */
  readonly verdicts: ReadonlyMap<DocumentId, readonly Verdict[]>;
  /** What was settled about how the team works, in the order of `compareTeamActs`. */
  readonly team: readonly TeamAct[];
}

/** What a project holds besides its description, codebook and texts while nobody has coded anything. */
export const NOTHING_CODED: Pick<
  Project,
  'actors' | 'annotations' | 'relations' | 'marks' | 'memos' | 'verdicts' | 'team'
> = {
  actors: [],
  annotations: new Map(),
  relations: new Map(),
  marks: new Map(),
  memos: [],
  verdicts: new Map(),
  team: [],
};

/** Gives the text of a document; undefined where it is not at hand (the window holds only what was opened). */
export type TextSource = (id: DocumentId) => string | undefined;

const NONE: SortedAnnotations = [];
const NO_RELATIONS: readonly Relation[] = [];
const NO_MARKS: readonly ReadingMark[] = [];
const NO_VERDICTS: readonly Verdict[] = [];

export function annotationsOf(project: Project, id: DocumentId): SortedAnnotations {
  return project.annotations.get(id) ?? NONE;
}

/** The relations that begin in a document. */
export function relationsOf(project: Project, id: DocumentId): readonly Relation[] {
  return project.relations.get(id) ?? NO_RELATIONS;
}

export function marksOf(project: Project, id: DocumentId): readonly ReadingMark[] {
  return project.marks.get(id) ?? NO_MARKS;
}

export function verdictsOf(project: Project, id: DocumentId): readonly Verdict[] {
  return project.verdicts.get(id) ?? NO_VERDICTS;
}

export function findIn(
  project: Project,
  documentId: DocumentId,
  id: AnnotationId,
): Annotation | undefined {
  return findAnnotation(annotationsOf(project, documentId), id);
}

export function findDocument(project: Project, id: DocumentId): SourceDocument | undefined {
  return project.documents.find((document) => document.id === id);
}

export function findCoder(project: Project, id: CoderId): Coder | undefined {
  return project.coders.find((coder) => coder.id === id);
}
