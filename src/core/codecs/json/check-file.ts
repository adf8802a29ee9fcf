import { checkName } from '../../text/label';
import { findCodebookFaults } from '../../codebook/check-codebook';
import { createFault } from '../../result';
import { sha256 } from '../../text/sha256';
import { checkLinks } from './check-links';
import { createFaultCollector, type FaultCollector, type FaultList } from './fault-list';
import type { AnnotationRecord, AnnotationSetsFile, DocumentRecord, SpanRecord } from './format';
import { checkPlace, checkSpanRecord, checkUnitsAgree } from './span-record';
import { createTextView, type TextView } from './text-view';

const VISIBLE = /[^\s\p{C}\p{Z}]/u;

/**
 * What the shape of the file cannot say: ids occur once and lead somewhere, texts are those of their SHA-256, and
 * every span fits its text where the file holds it. Values of attributes that the codebook does not have are no fault:
 * `findStrays` tells them. Undefined when all is well.
 */
export function checkFile(file: AnnotationSetsFile): FaultList | undefined {
  const faults = createFaultCollector();
  checkNameAt(file.project.title, 'project.title', faults);
  checkUnique(file.documents, 'documents', faults);
  checkUnique(file.coders, 'coders', faults);
  checkUnique(file.annotations, 'annotations', faults);
  checkUnique(file.relations, 'relations', faults);
  checkUnique(file.memos, 'memos', faults);
  for (const fault of findCodebookFaults(file.codebook)) {
    faults.add(fault, `codebook.${fault.where ?? ''}`);
  }
  file.coders.forEach((coder, i) => {
    checkNameAt(coder.name, `coders[${String(i)}].name`, faults);
  });
  const views = new Map<string, TextView>();
  file.documents.forEach((document, i) => {
    const view = checkDocument(document, `documents[${String(i)}]`, faults);
    if (view !== undefined) views.set(document.id, view);
  });
  checkAnnotations(file, views, faults);
  checkLinks(file, faults);
  return faults.list();
}

function checkUnique(
  items: readonly { readonly id: string }[],
  where: string,
  faults: FaultCollector,
): void {
  const seen = new Set<string>();
  items.forEach(({ id }, i) => {
    if (seen.has(id))
      faults.add(createFault('transfer.twice', { id }), `${where}[${String(i)}].id`);
    seen.add(id);
  });
}

function checkNameAt(name: string, where: string, faults: FaultCollector): void {
  const fault = checkName(name);
  if (fault !== undefined) faults.add(fault, where);
}

/** The view of the text when the file holds it and it is the right one. */
function checkDocument(
  document: DocumentRecord,
  where: string,
  faults: FaultCollector,
): TextView | undefined {
  const view =
    document.text === undefined ? undefined : checkText(document, document.text, where, faults);
  document.excluded.forEach((region, i) => {
    const at = `${where}.excluded[${String(i)}]`;
    if (checkPlace(region, document.length, at, faults) && view !== undefined) {
      checkUnitsAgree(region, view, at, faults);
    }
  });
  return view;
}

function checkText(
  document: DocumentRecord,
  text: string,
  where: string,
  faults: FaultCollector,
): TextView | undefined {
  const at = `${where}.text`;
  if (sha256(text) !== document.sha256) {
    faults.add(createFault('transfer.text.hash'), at);
    return undefined;
  }
  if (text.includes('\r') || text.startsWith('\ufeff'))
    faults.add(createFault('transfer.text.form'), at);
  if (!VISIBLE.test(text)) faults.add(createFault('transfer.text.blank'), at);
  const view = createTextView(text);
  const actual = { utf16: text.length, codePoints: view.codePoints.length };
  let fits = true;
  for (const unit of ['utf16', 'codePoints'] as const) {
    if (document.length[unit] === actual[unit]) continue;
    const fault = createFault('transfer.text.length', {
      expected: actual[unit],
      given: document.length[unit],
    });
    faults.add(fault, `${where}.length.${unit}`);
    fits = false;
  }
  return fits ? view : undefined;
}

function checkAnnotations(
  file: AnnotationSetsFile,
  views: ReadonlyMap<string, TextView>,
  faults: FaultCollector,
): void {
  const documents = new Map(file.documents.map((document) => [document.id, document]));
  const coders = new Set(file.coders.map((coder) => coder.id));
  const codes = new Set(file.codebook.codes.map((code) => code.id));
  file.annotations.forEach((annotation, i) => {
    const where = `annotations[${String(i)}]`;
    const { documentId, coderId, codeId } = annotation;
    if (!coders.has(coderId)) {
      faults.add(createFault('transfer.unknownCoder', { id: coderId }), `${where}.coderId`);
    }
    if (!codes.has(codeId)) {
      faults.add(createFault('transfer.unknownCode', { id: codeId }), `${where}.codeId`);
    }
    const document = documents.get(documentId);
    if (document === undefined) {
      faults.add(
        createFault('transfer.unknownDocument', { id: documentId }),
        `${where}.documentId`,
      );
    } else {
      checkSpans(annotation, document.length, views.get(documentId), where, faults);
    }
  });
}

/** Collects what is wrong with the spans of one annotation, against the text where there is one. */
export function checkSpans(
  annotation: AnnotationRecord,
  length: { readonly utf16: number; readonly codePoints: number },
  view: TextView | undefined,
  where: string,
  faults: FaultCollector,
): void {
  const checkOne = (span: SpanRecord, at: string): void => {
    if (checkPlace(span, length, at, faults) && view !== undefined) {
      checkSpanRecord(span, view, at, faults);
    }
  };
  annotation.spans.forEach((span, i) => {
    checkOne(span, `${where}.spans[${String(i)}]`);
    const before = annotation.spans[i - 1];
    if (before !== undefined && span.utf16.start < before.utf16.end) {
      faults.add(createFault('transfer.span.order'), `${where}.spans[${String(i)}]`);
    }
  });
  annotation.parts.forEach((part, i) => {
    checkOne(part.span, `${where}.parts[${String(i)}].span`);
  });
}
