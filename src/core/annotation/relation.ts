import type { AnnotationId, CoderId, DocumentId, RelationId, Timestamp } from '../ids';

/** A directed, typed link from one annotation to another of the same coder, perhaps on another document. */
export interface Relation {
  readonly id: RelationId;
  readonly coderId: CoderId;
  /** A kind of the codebook. */
  readonly kindId: string;
  readonly fromDocumentId: DocumentId;
  readonly fromId: AnnotationId;
  readonly toDocumentId: DocumentId;
  readonly toId: AnnotationId;
  /** Markdown; empty when there is none. */
  readonly memo: string;
  readonly createdAt: Timestamp;
  readonly modifiedAt: Timestamp;
  /** The revision of the codebook it was made under. */
  readonly codebookRevision: number;
}

/** The relations that begin in each document, by id; a document without any has no entry. */
export type RelationSets = ReadonlyMap<DocumentId, readonly Relation[]>;

function compareRelations(a: Relation, b: Relation): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** True if the two say the same: kind and both ends. */
export function sameLink(a: Relation, b: Relation): boolean {
  return a.kindId === b.kindId && a.fromId === b.fromId && a.toId === b.toId;
}

interface RelationIndex {
  /** Relations that begin or end at an annotation, by id. */
  at(id: AnnotationId): readonly Relation[];
  byId(id: RelationId): Relation | undefined;
}

const indexes = new WeakMap<RelationSets, RelationIndex>();
const NONE: readonly Relation[] = [];

/** Made once for each state of the relations, in the time of one walk over them. */
export function relationIndex(sets: RelationSets): RelationIndex {
  const known = indexes.get(sets);
  if (known !== undefined) return known;
  const ends = new Map<AnnotationId, Relation[]>();
  const ids = new Map<RelationId, Relation>();
  for (const relation of [...sets.values()].flat().sort(compareRelations)) {
    ids.set(relation.id, relation);
    for (const end of new Set([relation.fromId, relation.toId])) {
      const here = ends.get(end);
      if (here === undefined) ends.set(end, [relation]);
      else here.push(relation);
    }
  }
  const index: RelationIndex = {
    at: (id) => ends.get(id) ?? NONE,
    byId: (id) => ids.get(id),
  };
  indexes.set(sets, index);
  return index;
}

/** A copy with the relations taken out and others put in. */
export function withRelations(
  sets: RelationSets,
  removed: readonly Relation[],
  added: readonly Relation[],
): RelationSets {
  const next = new Map(sets);
  const touched = new Set([...removed, ...added].map((relation) => relation.fromDocumentId));
  const gone = new Set(removed.map((relation) => relation.id));
  for (const documentId of touched) {
    const kept = (sets.get(documentId) ?? []).filter((relation) => !gone.has(relation.id));
    const here = [...kept, ...added.filter((one) => one.fromDocumentId === documentId)];
    if (here.length === 0) next.delete(documentId);
    else next.set(documentId, here.sort(compareRelations));
  }
  return next;
}
