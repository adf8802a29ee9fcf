import type { SourceDocument } from '../../document/source-document';
import type { DocumentId } from '../../ids';
import type { Project } from '../../project/project';
import { createFault } from '../../result';
import type { FaultCollector } from './fault-list';
import type { AnnotationSetsFile, DocumentRecord } from './format';

/** A text that comes into the project with the import. */
interface AddedText {
  readonly document: SourceDocument;
  readonly text: string;
}

export interface DocumentMatch {
  /** From the id in the file to the document as it is, or will be, in the project. */
  readonly documents: ReadonlyMap<DocumentId, SourceDocument>;
  readonly added: readonly AddedText[];
}

/**
 * A document is known by its text: the one with the same SHA-256 (the same id first, if several have it), whatever
 * its id. One that is not here is added where the file holds its text, under its own id if that is free.
 */
export function matchDocuments(
  project: Project,
  file: AnnotationSetsFile,
  createId: () => DocumentId,
  faults: FaultCollector,
): DocumentMatch {
  const taken = new Set(project.documents.map((document) => document.id));
  const documents = new Map<DocumentId, SourceDocument>();
  const added: AddedText[] = [];
  file.documents.forEach((record, i) => {
    const here = findSameText(project, record);
    if (here !== undefined) {
      documents.set(record.id, here);
    } else if (record.text === undefined) {
      const fault = createFault('transfer.missingText', { title: record.title.value });
      faults.add(fault, `documents[${String(i)}]`);
    } else {
      const document = createDocument(record, freeId(record.id, taken, createId));
      taken.add(document.id);
      documents.set(record.id, document);
      added.push({ document, text: record.text });
    }
  });
  return { documents, added };
}

function findSameText(project: Project, record: DocumentRecord): SourceDocument | undefined {
  const same = project.documents.filter((document) => document.sha256 === record.sha256);
  return same.find((document) => document.id === record.id) ?? same[0];
}

function freeId(
  wanted: DocumentId,
  taken: ReadonlySet<DocumentId>,
  createId: () => DocumentId,
): DocumentId {
  let id = wanted;
  while (taken.has(id)) id = createId();
  return id;
}

function createDocument(record: DocumentRecord, id: DocumentId): SourceDocument {
  const { text: _text, excluded, ...described } = record;
  return {
    ...described,
    id,
    excluded: excluded.map(({ utf16, reason }) => ({ start: utf16.start, end: utf16.end, reason })),
  };
}
