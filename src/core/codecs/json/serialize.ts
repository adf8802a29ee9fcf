import type { Annotation, AttributeValue } from '../../annotation/annotation';
import type { SourceDocument } from '../../document/source-document';
import type { Timestamp } from '../../ids';
import { effectiveAttributes } from '../../project/effective';
import type { Project, TextSource } from '../../project/project';
import {
  FORMAT,
  FORMAT_VERSION,
  UNITS,
  type AnnotationRecord,
  type AnnotationSetsFile,
  type DocumentRecord,
  type RelationRecord,
  type SpanRecord,
} from './format';
import { annotationSetsSchema } from './schema';
import { selectSets, type SetsSelection } from './select-sets';
import { createDualSpan, createSpanRecord } from './span-record';
import { createTextView, type TextView } from './text-view';

/** What to export. */
export interface SetsChoice extends SetsSelection {
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
  const { documents, annotations, relations, ...rest } = selectSets(project, choice);
  const views = new Map(documents.map((document) => [document.id, viewOf(document, textOf)]));
  const data: AnnotationSetsFile = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    exportedAt: given.exportedAt,
    app: { name: 'Postil', version: given.appVersion },
    units: UNITS,
    project: { id: project.id, title: project.title },
    documents: documents.map((document) =>
      createDocumentRecord(document, views.get(document.id) as TextView, choice.includeTexts),
    ),
    codebook: project.codebook,
    annotations: annotations.map((annotation) =>
      createAnnotationRecord(project, annotation, views.get(annotation.documentId) as TextView),
    ),
    relations: relations.map(
      ({ fromDocumentId: _from, toDocumentId: _to, ...record }): RelationRecord => record,
    ),
    ...rest,
  };
  return `${JSON.stringify(annotationSetsSchema.parse(data), undefined, 2)}\n`;
}

function viewOf(document: SourceDocument, textOf: TextSource): TextView {
  const text = textOf(document.id);
  if (text === undefined) throw new Error(`The text of document ${document.id} is not at hand`);
  return createTextView(text);
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

function createAnnotationRecord(
  project: Project,
  annotation: Annotation,
  view: TextView,
): AnnotationRecord {
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
    attributes: sortKeys(effectiveAttributes(project, annotation)),
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
