import type { Annotation, AttributeValue } from '../../annotation/annotation';
import { sortAnnotations } from '../../annotation/sorted';
import type { SourceDocument } from '../../document/source-document';
import type { CoderId, DocumentId, Timestamp } from '../../ids';
import {
  annotationsOf,
  findCoder,
  findDocument,
  type Coder,
  type Project,
  type TextSource,
} from '../../project/project';
import {
  FORMAT,
  FORMAT_VERSION,
  UNITS,
  type AnnotationRecord,
  type AnnotationSetsFile,
  type DocumentRecord,
  type SpanRecord,
} from './format';
import { annotationSetsSchema } from './schema';
import { createDualSpan, createSpanRecord } from './span-record';
import { createTextView, type TextView } from './text-view';

/** What to export. */
export interface SetsChoice {
  /** All documents when absent. Throws when the project has no such document. */
  readonly documentId?: DocumentId;
  /** All coders when absent. Throws when the project has no such coder. */
  readonly coderId?: CoderId;
  readonly includeTexts: boolean;
}

/**
 * The export as JSON text: two-space indent, one line feed at the end, the same bytes for the same project, choice and
 * time on every machine. Every chosen text must be at hand: throws where `textOf` gives none.
 * The schema sees it first: it puts every object's fields in its own order, and nothing is written that could not be
 * read back (that would be a bug, so it throws).
 */
export function serializeAnnotationSets(
  project: Project,
  textOf: TextSource,
  choice: SetsChoice,
  given: { readonly exportedAt: Timestamp; readonly appVersion: string },
): string {
  const file = annotationSetsSchema.parse(createFile(project, textOf, choice, given));
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

function createFile(
  project: Project,
  textOf: TextSource,
  choice: SetsChoice,
  given: { readonly exportedAt: Timestamp; readonly appVersion: string },
): AnnotationSetsFile {
  const documents: DocumentRecord[] = [];
  const annotations: AnnotationRecord[] = [];
  for (const document of chosenDocuments(project, choice.documentId)) {
    const view = viewOf(document, textOf);
    documents.push(createDocumentRecord(document, view, choice.includeTexts));
    for (const annotation of sortAnnotations(annotationsOf(project, document.id))) {
      if (choice.coderId !== undefined && annotation.coderId !== choice.coderId) continue;
      annotations.push(createAnnotationRecord(annotation, view));
    }
  }
  return {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    exportedAt: given.exportedAt,
    app: { name: 'Postil', version: given.appVersion },
    units: UNITS,
    project: { id: project.id, title: project.title },
    documents,
    codebook: project.codebook,
    actors: [],
    coders: chosenCoders(project, annotations, choice.coderId),
    annotations,
    relations: [],
  };
}

function chosenDocuments(project: Project, id: DocumentId | undefined): readonly SourceDocument[] {
  if (id === undefined) return project.documents;
  const document = findDocument(project, id);
  if (document === undefined) throw new Error(`No document ${id} to export`);
  return [document];
}

function viewOf(document: SourceDocument, textOf: TextSource): TextView {
  const text = textOf(document.id);
  if (text === undefined) throw new Error(`The text of document ${document.id} is not at hand`);
  return createTextView(text);
}

/**
 * Those with annotations in the export, and the chosen one even without any. By id, because the order in a project
 * depends on who opened it first.
 */
function chosenCoders(
  project: Project,
  annotations: readonly AnnotationRecord[],
  chosen: CoderId | undefined,
): readonly Coder[] {
  if (chosen !== undefined && findCoder(project, chosen) === undefined) {
    throw new Error(`No coder ${chosen} to export`);
  }
  const wanted = new Set(annotations.map((annotation) => annotation.coderId));
  if (chosen !== undefined) wanted.add(chosen);
  return project.coders
    .filter((coder) => wanted.has(coder.id))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function createDocumentRecord(
  document: SourceDocument,
  view: TextView,
  includeText: boolean,
): DocumentRecord {
  const { id, title, date, genre, author, source, fileName, sha256, length, addedAt } = document;
  return {
    id,
    title,
    ...(date && { date }),
    ...(genre && { genre }),
    ...(author && { author }),
    ...(source && { source }),
    fileName,
    sha256,
    length,
    addedAt,
    excluded: document.excluded.map((region) => ({
      ...createDualSpan(view, region),
      reason: region.reason,
    })),
    ...(includeText && { text: view.text }),
  };
}

function createAnnotationRecord(annotation: Annotation, view: TextView): AnnotationRecord {
  const { confidence, pieces } = annotation;
  const [first, ...others] = pieces;
  const toRecord = (selector: typeof first): SpanRecord => createSpanRecord(view, selector);
  return {
    id: annotation.id,
    documentId: annotation.documentId,
    coderId: annotation.coderId,
    codeId: annotation.codeId,
    createdAt: annotation.createdAt,
    modifiedAt: annotation.modifiedAt,
    codebookRevision: annotation.codebookRevision,
    ...(confidence !== undefined && { confidence }),
    memo: annotation.memo,
    attributes: sortKeys(annotation.attributes),
    spans: [toRecord(first), ...others.map(toRecord)],
    parts: annotation.parts.map(({ name, selector }) => ({ name, span: toRecord(selector) })),
  };
}

/** By key, so that the order in which a coder filled them in does not show. */
function sortKeys(
  attributes: Readonly<Record<string, AttributeValue>>,
): Readonly<Record<string, AttributeValue>> {
  const entries = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}
