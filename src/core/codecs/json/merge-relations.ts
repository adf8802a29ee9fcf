import { relationIndex, sameLink, withRelations, type Relation } from '../../annotation/relation';
import type { AnnotationId, DocumentId } from '../../ids';
import { checkEnds } from '../../project/check-relation';
import type { Project } from '../../project/project';
import { createFault } from '../../result';
import type { FaultCollector } from './fault-list';
import type { AnnotationSetsFile } from './format';
import { countFates, type MergeCounts } from './merge-counts';

export interface RelationMerge {
  readonly added: readonly Relation[];
  readonly updated: readonly Relation[];
  readonly counts: MergeCounts;
  /** How many stay out, because the newer version of an annotation here has a code that their kind does not join. */
  readonly leftOut: number;
}

/**
 * Every relation of the file against the project as the annotations and the codebook of the import make it. Known by
 * its id, else by what it says: the same kind between the same annotations is the same relation. Of two versions the
 * later `modifiedAt` wins, ours when they are equal.
 */
export function mergeRelations(
  project: Project,
  file: AnnotationSetsFile,
  placeOf: (id: AnnotationId) => DocumentId | undefined,
  faults: FaultCollector,
): RelationMerge {
  const ours = relationIndex(project.relations);
  const added: Relation[] = [];
  const updated: Relation[] = [];
  let leftOut = 0;
  const counts = countFates(file.relations, (record, i) => {
    const [fromDocumentId, toDocumentId] = [placeOf(record.fromId), placeOf(record.toId)];
    if (fromDocumentId === undefined || toDocumentId === undefined) return undefined;
    const theirs: Relation = { ...record, fromDocumentId, toDocumentId };
    const here = ours.byId(record.id);
    if (here !== undefined && here.coderId !== theirs.coderId) {
      const fault = createFault('transfer.otherRelation', { id: record.id });
      faults.add(fault, `relations[${String(i)}].id`);
      return undefined;
    }
    const twin = ours.at(record.fromId).find((one) => sameLink(one, theirs));
    if (here === undefined && twin !== undefined) return 'unchanged';
    if (here !== undefined && contentOf(here) === contentOf(theirs)) return 'unchanged';
    if (here !== undefined && theirs.modifiedAt <= here.modifiedAt) return 'kept';
    if (here !== undefined && twin !== undefined && twin !== here) return 'kept';
    if (checkEnds(project, theirs) !== undefined) {
      leftOut += 1;
      return undefined;
    }
    (here === undefined ? added : updated).push(theirs);
    return here === undefined ? 'added' : 'updated';
  });
  return { added, updated, counts, leftOut };
}

/** The project with the relations that a merge brings. */
export function withMerged(project: Project, { added, updated }: RelationMerge): Project {
  const index = relationIndex(project.relations);
  const before = updated.flatMap(({ id }) => index.byId(id) ?? []);
  const relations = withRelations(project.relations, before, [...added, ...updated]);
  return { ...project, relations };
}

function contentOf(relation: Relation): string {
  const { kindId, fromId, toId, memo, createdAt, modifiedAt, codebookRevision } = relation;
  return JSON.stringify([kindId, fromId, toId, memo, createdAt, modifiedAt, codebookRevision]);
}
