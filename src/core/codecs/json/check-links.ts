import { codeName, findCode, type Codebook } from '../../codebook/codebook';
import { findRegisterFaults } from '../../register/check-register';
import { createFault } from '../../result';
import type { FaultCollector } from './fault-list';
import type { AnnotationRecord, AnnotationSetsFile, RelationRecord } from './format';

/** What the register, relations, marks and memos of a file refer to, and what they say twice. */
export function checkLinks(file: AnnotationSetsFile, faults: FaultCollector): void {
  for (const fault of findRegisterFaults(file.actors)) {
    faults.add(fault, `actors${fault.where ?? ''}`);
  }
  const known: Known = {
    coders: new Set(file.coders.map(({ id }) => id)),
    documents: new Set(file.documents.map(({ id }) => id)),
    actors: new Set(file.actors.map(({ id }) => id)),
    codebook: file.codebook,
  };
  checkRelations(file, faults);
  checkMarks(file, known, faults);
  file.memos.forEach(({ coderId, about }, i) => {
    const where = `memos[${String(i)}]`;
    checkKnown(known, { coderId }, where, faults);
    if (about.kind === 'document') {
      checkKnown(known, { documentId: about.id }, `${where}.about`, faults, 'id');
    } else if (about.kind === 'code') {
      checkKnown(known, { codeId: about.id }, `${where}.about`, faults, 'id');
    } else if (about.kind === 'actor' && !known.actors.has(about.id)) {
      faults.add(createFault('transfer.unknownActor', { id: about.id }), `${where}.about.id`);
    }
  });
}

interface Known {
  readonly coders: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  readonly codebook: Codebook;
}

/** Collects the ids that are not in the file, at the field of their name or at `field`. */
function checkKnown(
  { coders, documents, codebook }: Known,
  ids: Partial<Pick<AnnotationRecord, 'coderId' | 'documentId' | 'codeId'>>,
  where: string,
  faults: FaultCollector,
  field?: string,
): void {
  const { coderId, documentId, codeId } = ids;
  if (coderId !== undefined && !coders.has(coderId)) {
    const fault = createFault('transfer.unknownCoder', { id: coderId });
    faults.add(fault, `${where}.${field ?? 'coderId'}`);
  }
  if (documentId !== undefined && !documents.has(documentId)) {
    const fault = createFault('transfer.unknownDocument', { id: documentId });
    faults.add(fault, `${where}.${field ?? 'documentId'}`);
  }
  if (codeId !== undefined && findCode(codebook, codeId) === undefined) {
    const fault = createFault('transfer.unknownCode', { id: codeId });
    faults.add(fault, `${where}.${field ?? 'codeId'}`);
  }
}

function checkMarks(file: AnnotationSetsFile, known: Known, faults: FaultCollector): void {
  const places = new Set<string>();
  file.marks.forEach((mark, i) => {
    const where = `marks[${String(i)}]`;
    checkKnown(known, mark, where, faults);
    const { documentId, coderId, paragraph, codeId } = mark;
    const place = JSON.stringify([documentId, coderId, paragraph, codeId]);
    if (places.has(place)) faults.add(createFault('transfer.sameMark'), where);
    places.add(place);
  });
}

function checkRelations(file: AnnotationSetsFile, faults: FaultCollector): void {
  const annotations = new Map(file.annotations.map((annotation) => [annotation.id, annotation]));
  const kinds = new Map(file.codebook.relationKinds.map((kind) => [kind.id, kind]));
  const links = new Set<string>();
  file.relations.forEach((relation, i) => {
    const where = `relations[${String(i)}]`;
    const { kindId, fromId, toId } = relation;
    const kind = kinds.get(kindId);
    const [from, to] = [annotations.get(fromId), annotations.get(toId)];
    if (kind === undefined) {
      faults.add(createFault('fault.relation.kind', { id: kindId }), `${where}.kindId`);
    }
    if (fromId === toId) faults.add(createFault('fault.relation.itself'), `${where}.toId`);
    checkEnd(relation, from, `${where}.fromId`, faults);
    checkEnd(relation, to, `${where}.toId`, faults);
    if (kind !== undefined && from !== undefined && to !== undefined) {
      if (!kind.from.includes(from.codeId) || !kind.to.includes(to.codeId)) {
        const fault = createFault('fault.relation.codes', {
          kind: kind.name,
          from: codeName(file.codebook, from.codeId),
          to: codeName(file.codebook, to.codeId),
        });
        faults.add(fault, where);
      }
    }
    const link = `${kindId} ${fromId} ${toId}`;
    if (links.has(link)) {
      faults.add(createFault('fault.relation.twice', { kind: kind?.name ?? kindId }), where);
    }
    links.add(link);
  });
}

function checkEnd(
  { coderId }: RelationRecord,
  end: AnnotationRecord | undefined,
  where: string,
  faults: FaultCollector,
): void {
  if (end === undefined) faults.add(createFault('transfer.unknownEnd'), where);
  else if (end.coderId !== coderId) faults.add(createFault('fault.relation.coder'), where);
}
