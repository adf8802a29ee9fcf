import { createMarkCheck } from '../document/check-mark';
import { compareMarks, type ReadingMark } from '../document/reading-mark';
import type { ExcludedRegion, SourceDocument } from '../document/source-document';
import type { DocumentId } from '../ids';
import { findCode } from '../codebook/codebook';
import { createFault, fail, ok, type Fault, type Result } from '../result';
import { isGraphemeBoundary } from '../text/grapheme';
import { checkName } from '../text/label';
import { clamp } from '../text/span';
import { refuseTaken, type Applied } from './applied';
import type { DocumentCommand } from './command';
import {
  annotationsOf,
  findCoder,
  findDocument,
  marksOf,
  verdictsOf,
  type Project,
  type TextSource,
} from './project';

export function applyToDocuments(
  project: Project,
  command: DocumentCommand,
  textOf: TextSource,
): Result<Applied> {
  if (command.kind === 'document.add') return add(project, command.document, command.index);
  const found = findDocument(project, command.documentId);
  if (found === undefined) {
    return fail(createFault('fault.command.unknownDocument', { id: command.documentId }));
  }
  switch (command.kind) {
    case 'document.remove':
      return remove(project, found);
    case 'document.describe':
      return describe(project, found, command);
    case 'document.exclude':
      return exclude(project, found, command.excluded, textOf);
    case 'mark.set':
      return setMark(project, found, command.mark, textOf);
    case 'mark.clear': {
      const before = marksOf(project, found.id).find(
        (mark) => compareMarks(mark, command.place) === 0,
      );
      if (before === undefined) return fail(createFault('fault.mark.unknown'));
      return ok({
        project: withMarks(project, found.id, before, undefined),
        inverse: { kind: 'mark.set', documentId: found.id, mark: before },
      });
    }
  }
}

function add(project: Project, document: SourceDocument, index: number): Result<Applied> {
  if (findDocument(project, document.id) !== undefined) return refuseTaken(document.id);
  const fault = checkName(document.title.value);
  if (fault !== undefined) return fail(fault);
  const at = clamp(index, 0, project.documents.length);
  return ok({
    project: { ...project, documents: project.documents.toSpliced(at, 0, document) },
    inverse: { kind: 'document.remove', documentId: document.id },
  });
}

function remove(project: Project, document: SourceDocument): Result<Applied> {
  const { id } = document;
  const isMemoed = project.memos.some(({ about }) => about.kind === 'document' && about.id === id);
  const sets = [annotationsOf(project, id), marksOf(project, id), verdictsOf(project, id)];
  if (sets.some((set) => set.length > 0) || isMemoed) {
    return fail(createFault('fault.command.documentInUse', { title: document.title.value }));
  }
  const index = project.documents.indexOf(document);
  return ok({
    project: { ...project, documents: project.documents.toSpliced(index, 1) },
    inverse: { kind: 'document.add', document, index },
  });
}

function describe(
  project: Project,
  before: SourceDocument,
  command: Extract<DocumentCommand, { kind: 'document.describe' }>,
): Result<Applied> {
  const fault = checkName(command.description.title.value);
  if (fault !== undefined) return fail(fault);
  const { id, title, date, genre, author, source, ...rest } = before;
  const known = { ...(date && { date }), ...(genre && { genre }), ...(author && { author }) };
  const description = { title, ...known, ...(source && { source }) };
  return ok({
    project: withDocument(project, { id, ...command.description, ...rest }),
    inverse: { kind: 'document.describe', documentId: id, description },
  });
}

function exclude(
  project: Project,
  before: SourceDocument,
  excluded: readonly ExcludedRegion[],
  textOf: TextSource,
): Result<Applied> {
  const fault = checkExcluded(excluded, before.length.utf16, textOf(before.id));
  if (fault !== undefined) return fail(fault);
  return ok({
    project: withDocument(project, { ...before, excluded }),
    inverse: { kind: 'document.exclude', documentId: before.id, excluded: before.excluded },
  });
}

/** Why these cannot be the excluded regions of a text of `length` code units. */
function checkExcluded(
  excluded: readonly ExcludedRegion[],
  length: number,
  text: string | undefined,
): Fault | undefined {
  for (const [i, { start, end }] of excluded.entries()) {
    if (start >= end) return createFault('fault.command.emptySpan');
    if (end > length) return createFault('fault.command.outside', { start, end, length });
    if (start < (excluded[i - 1]?.end ?? 0)) return createFault('fault.excluded.order');
    if (text === undefined) continue;
    const cut = [start, end].find((offset) => !isGraphemeBoundary(text, offset));
    if (cut !== undefined) return createFault('fault.command.cutsCharacter', { offset: cut });
  }
  return undefined;
}

function setMark(
  project: Project,
  document: SourceDocument,
  mark: ReadingMark,
  textOf: TextSource,
): Result<Applied> {
  if (findCoder(project, mark.coderId) === undefined) {
    return fail(createFault('fault.command.unknownCoder', { id: mark.coderId }));
  }
  if (mark.codeId !== undefined && findCode(project.codebook, mark.codeId) === undefined) {
    return fail(createFault('fault.command.unknownCode', { id: mark.codeId }));
  }
  const outside = createMarkCheck(textOf(document.id))(mark);
  if (outside !== undefined) return fail(outside);
  const before = marksOf(project, document.id).find((one) => compareMarks(one, mark) === 0);
  const { coderId, paragraph, codeId } = mark;
  const place = {
    coderId,
    ...(paragraph !== undefined && { paragraph }),
    ...(codeId !== undefined && { codeId }),
  };
  const documentId = document.id;
  return ok({
    project: withMarks(project, documentId, before, mark),
    inverse:
      before === undefined
        ? { kind: 'mark.clear', documentId, place }
        : { kind: 'mark.set', documentId, mark: before },
  });
}

function withMarks(
  project: Project,
  id: DocumentId,
  removed: ReadingMark | undefined,
  added: ReadingMark | undefined,
): Project {
  const kept = marksOf(project, id).filter((mark) => mark !== removed);
  const next = added === undefined ? kept : [...kept, added].sort(compareMarks);
  const marks = new Map(project.marks);
  if (next.length === 0) marks.delete(id);
  else marks.set(id, next);
  return { ...project, marks };
}

function withDocument(project: Project, next: SourceDocument): Project {
  const documents = project.documents.map((document) =>
    document.id === next.id ? next : document,
  );
  return { ...project, documents };
}
