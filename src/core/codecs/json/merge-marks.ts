import { compareMarks, type ReadingMark } from '../../document/reading-mark';
import type { SourceDocument } from '../../document/source-document';
import type { DocumentId } from '../../ids';
import type { Memo, MemoSubject } from '../../memo/memo';
import type { Command } from '../../project/command';
import { createMarkCheck } from '../../document/check-mark';
import { marksOf, type Project, type TextSource } from '../../project/project';
import { createFault } from '../../result';
import type { FaultCollector } from './fault-list';
import type { AnnotationSetsFile } from './format';
import { countFates, type MergeCounts } from './merge-counts';

interface SmallMerge {
  readonly commands: readonly Command[];
  readonly counts: MergeCounts;
}

type Documents = ReadonlyMap<DocumentId, SourceDocument>;

/** Of two decisions about the same place, coder and code the later one wins; ours when they are as old. */
export function mergeMarks(
  project: Project,
  textOf: TextSource,
  file: AnnotationSetsFile,
  documents: Documents,
  faults: FaultCollector,
): SmallMerge {
  const commands: Command[] = [];
  const checks = new Map(
    [...documents.values()].map(({ id }) => [id, createMarkCheck(textOf(id))] as const),
  );
  const counts = countFates(file.marks, ({ documentId: theirId, ...mark }, i) => {
    const documentId = documents.get(theirId)?.id;
    if (documentId === undefined) return undefined;
    const fault = checks.get(documentId)?.(mark);
    if (fault !== undefined) {
      faults.add(fault, `marks[${String(i)}].paragraph`);
      return undefined;
    }
    const here = marksOf(project, documentId).find((one) => compareMarks(one, mark) === 0);
    if (here !== undefined && isSame(here, mark)) return 'unchanged';
    if (here !== undefined && mark.at <= here.at) return 'kept';
    commands.push({ kind: 'mark.set', documentId, mark });
    return here === undefined ? 'added' : 'updated';
  });
  return { commands, counts };
}

function isSame(a: ReadingMark, b: ReadingMark): boolean {
  return a.decision === b.decision && a.at === b.at;
}

/** Known by their id; of two versions by the same coder the later `modifiedAt` wins, ours when they are equal. */
export function mergeMemos(
  project: Project,
  file: AnnotationSetsFile,
  documents: Documents,
  faults: FaultCollector,
): SmallMerge {
  const ours = new Map(project.memos.map((memo) => [memo.id, memo]));
  const commands: Command[] = [];
  const counts = countFates(file.memos, (record, i) => {
    const about = subjectHere(record.about, documents);
    if (about === undefined) return undefined;
    const memo: Memo = { ...record, about };
    const here = ours.get(memo.id);
    if (here === undefined) {
      commands.push({ kind: 'memo.add', memo });
      return 'added';
    }
    if (here.coderId !== memo.coderId) {
      const fault = createFault('transfer.otherMemo', { id: memo.id });
      faults.add(fault, `memos[${String(i)}].id`);
      return undefined;
    }
    if (contentOf(here) === contentOf(memo)) return 'unchanged';
    if (memo.modifiedAt <= here.modifiedAt) return 'kept';
    commands.push({ kind: 'memo.replace', memo });
    return 'updated';
  });
  return { commands, counts };
}

function subjectHere(about: MemoSubject, documents: Documents): MemoSubject | undefined {
  if (about.kind !== 'document') return about;
  const id = documents.get(about.id)?.id;
  return id === undefined ? undefined : { kind: 'document', id };
}

function contentOf({ about, text, createdAt, modifiedAt }: Memo): string {
  const subject = about.kind === 'project' ? [about.kind] : [about.kind, about.id];
  return JSON.stringify([subject, text, createdAt, modifiedAt]);
}
