import type { Annotation, AttributeValue, Part } from '../../annotation/annotation';
import { findAttribute, findCode } from '../../codebook/codebook';
import type { SourceDocument } from '../../document/source-document';
import type { AnnotationId, DocumentId } from '../../ids';
import { effectiveAttributes } from '../../project/effective';
import type { Project, TextSource } from '../../project/project';
import { registerIndex, type RegisterIndex } from '../../register/actor';
import { createFault } from '../../result';
import type { Selector } from '../../text/quote';
import { checkSpans } from './check-file';
import type { FaultCollector } from './fault-list';
import type { AnnotationRecord, AnnotationSetsFile } from './format';
import { countFates, type MergeCounts } from './merge-counts';
import { selectorOf } from './span-record';
import { createTextView, type TextView } from './text-view';

export interface AnnotationMerge {
  /** Those to add and those to put in the place of ours, with the attributes that the file gives them. */
  readonly added: readonly Annotation[];
  readonly updated: readonly Annotation[];
  readonly counts: MergeCounts;
}

/**
 * Every annotation of the file against the project: new ones are added, equal ones left, and of two versions by the
 * same coder on the same document the later `modifiedAt` wins (ours when they are equal). An id that means another
 * coder's or document's annotation here is a fault, and so is a span that does not fit our text. What is compared is
 * what people see, whether an attribute or a relation says it.
 */
export function mergeAnnotations(
  project: Project,
  textOf: TextSource,
  file: AnnotationSetsFile,
  documents: ReadonlyMap<DocumentId, SourceDocument>,
  actors: Project['actors'],
  faults: FaultCollector,
): AnnotationMerge {
  const ours = indexAnnotations(project);
  const views = createViews(textOf);
  const register = registerIndex(actors);
  const added: Annotation[] = [];
  const updated: Annotation[] = [];
  const counts = countFates(file.annotations, (record, i) => {
    const where = `annotations[${String(i)}]`;
    const document = documents.get(record.documentId);
    if (document === undefined) return undefined;
    checkSpans(record, document.length, views(document.id), where, faults);
    const theirs = createAnnotation(record, document.id);
    const here = ours.get(record.id);
    if (here === undefined) {
      added.push(theirs);
      return 'added';
    }
    if (here.coderId !== theirs.coderId || here.documentId !== theirs.documentId) {
      faults.add(createFault('transfer.otherAnnotation', { id: record.id }), `${where}.id`);
      return undefined;
    }
    const seen = { ...here, attributes: effectiveAttributes(project, here) };
    if (contentOf(project, register, seen) === contentOf(project, register, theirs)) {
      return 'unchanged';
    }
    if (theirs.modifiedAt <= here.modifiedAt) return 'kept';
    updated.push(theirs);
    return 'updated';
  });
  return { added, updated, counts };
}

function indexAnnotations(project: Project): ReadonlyMap<AnnotationId, Annotation> {
  const index = new Map<AnnotationId, Annotation>();
  for (const set of project.annotations.values()) {
    for (const annotation of set) index.set(annotation.id, annotation);
  }
  return index;
}

/** Each of our texts looked at once. A document that is only now added has none here; parsing checked its spans. */
function createViews(textOf: TextSource): (id: DocumentId) => TextView | undefined {
  const views = new Map<DocumentId, TextView | undefined>();
  return (id) => {
    if (!views.has(id)) {
      const text = textOf(id);
      views.set(id, text === undefined ? undefined : createTextView(text));
    }
    return views.get(id);
  };
}

function createAnnotation(record: AnnotationRecord, documentId: DocumentId): Annotation {
  const [first, ...others] = record.spans;
  return {
    id: record.id,
    documentId,
    coderId: record.coderId,
    codeId: record.codeId,
    pieces: [selectorOf(first), ...others.map(selectorOf)],
    parts: record.parts.map(({ name, span }): Part => ({ name, selector: selectorOf(span) })),
    attributes: record.attributes,
    memo: record.memo,
    ...(record.confidence !== undefined && { confidence: record.confidence }),
    createdAt: record.createdAt,
    modifiedAt: record.modifiedAt,
    codebookRevision: record.codebookRevision,
  };
}

/** Equal texts for annotations that say the same, in whatever order their fields and actors came. */
function contentOf(project: Project, register: RegisterIndex, annotation: Annotation): string {
  const { codeId, memo, confidence, createdAt, modifiedAt, codebookRevision } = annotation;
  const code = findCode(project.codebook, codeId);
  const attributes = Object.entries(annotation.attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, value]) => {
      const isActors = findAttribute(code, id)?.type === 'actors';
      return [id, isActors ? standingOf(register, value) : value];
    });
  return JSON.stringify([
    codeId,
    annotation.pieces.map(listSelector),
    annotation.parts.map(({ name, selector }) => [name, listSelector(selector)]),
    attributes,
    memo,
    confidence ?? null,
    createdAt,
    modifiedAt,
    codebookRevision,
  ]);
}

/** The actors of a value, merges followed, each once and in one order. */
function standingOf(register: RegisterIndex, value: AttributeValue): AttributeValue {
  if (typeof value !== 'object') return value;
  return [...new Set(value.map((id) => register.resolve(id)?.id ?? id))].sort();
}

function listSelector({ start, end, exact, prefix, suffix }: Selector): readonly unknown[] {
  return [start, end, exact, prefix, suffix];
}
