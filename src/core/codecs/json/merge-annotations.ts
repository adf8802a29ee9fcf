import type { Annotation, Part } from '../../annotation/annotation';
import type { SourceDocument } from '../../document/source-document';
import type { AnnotationId, DocumentId } from '../../ids';
import type { Command } from '../../project/command';
import type { Project, TextSource } from '../../project/project';
import { createFault } from '../../result';
import type { Selector } from '../../text/quote';
import { checkSpans } from './check-file';
import type { FaultCollector } from './fault-list';
import type { AnnotationRecord, AnnotationSetsFile } from './format';
import { selectorOf } from './span-record';
import { createTextView, type TextView } from './text-view';

export interface AnnotationMerge {
  readonly commands: readonly Command[];
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly kept: number;
}

/**
 * Every annotation of the file against the project: new ones are added, equal ones left, and of two versions by the
 * same coder on the same document the later `modifiedAt` wins (ours when they are equal). An id that means another
 * coder's or document's annotation here is a fault, and so is a span that does not fit our text.
 */
export function mergeAnnotations(
  project: Project,
  textOf: TextSource,
  file: AnnotationSetsFile,
  documents: ReadonlyMap<DocumentId, SourceDocument>,
  faults: FaultCollector,
): AnnotationMerge {
  const ours = indexAnnotations(project);
  const views = createViews(textOf);
  const commands: Command[] = [];
  const counts = { added: 0, updated: 0, unchanged: 0, kept: 0 };
  file.annotations.forEach((record, i) => {
    const where = `annotations[${String(i)}]`;
    const document = documents.get(record.documentId);
    if (document === undefined) return;
    checkSpans(record, document.length, views(document.id), where, faults);
    const theirs = createAnnotation(record, document.id);
    const here = ours.get(record.id);
    if (here === undefined) {
      commands.push({ kind: 'annotation.add', annotation: theirs });
      counts.added += 1;
    } else if (here.coderId !== theirs.coderId || here.documentId !== theirs.documentId) {
      faults.add(createFault('transfer.otherAnnotation', { id: record.id }), `${where}.id`);
    } else if (contentOf(here) === contentOf(theirs)) {
      counts.unchanged += 1;
    } else if (theirs.modifiedAt > here.modifiedAt) {
      commands.push({ kind: 'annotation.replace', annotation: theirs });
      counts.updated += 1;
    } else {
      counts.kept += 1;
    }
  });
  return { commands, ...counts };
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

/** Equal texts for annotations that say the same, in whatever order their fields came. */
function contentOf(annotation: Annotation): string {
  const { codeId, memo, confidence, createdAt, modifiedAt, codebookRevision } = annotation;
  const attributes = Object.entries(annotation.attributes).sort(([a], [b]) => (a < b ? -1 : 1));
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

function listSelector({ start, end, exact, prefix, suffix }: Selector): readonly unknown[] {
  return [start, end, exact, prefix, suffix];
}
