import { compareMarks, type MarkPlace, type ReadingMark } from '../document/reading-mark';
import type { CoderId, DocumentId } from '../ids';
import type { RecordChange } from '../journal/change';
import { Ledger } from '../journal/ledger';
import { markId, markOf, type MarkRecord } from '../journal/project-records';
import type { Stamp } from '../journal/stamp';
import { marksOf, type Project } from '../project/project';

/** What was decided about a document or a paragraph; without a mark it is open. */
export interface Decided {
  readonly documentId: DocumentId;
  readonly place: MarkPlace;
  readonly mark?: ReadingMark;
}

/** Where the second of two people with one coder id decided anything: what each of them says there, as if alone. */
export interface MarksApart {
  readonly theirs: readonly Decided[];
  readonly ours: readonly Decided[];
}

interface Act {
  readonly stamp: Stamp;
  readonly changes: readonly RecordChange[];
}

/**
 * There is one decision of a coder about a place, the latest, so of two people's the earlier is not seen any more; their
 * acts still tell. `before` is the project that knows nothing of `theirs`, and not of `others` either.
 */
export function marksApart(
  before: Project,
  coderId: CoderId,
  theirs: readonly Act[],
  others: readonly Act[],
): MarksApart {
  const base = [...before.marks].flatMap(([documentId, marks]) =>
    marks.filter((mark) => mark.coderId === coderId).map((mark) => ({ documentId, ...mark })),
  );
  const touched = new Map<string, MarkRecord>();
  const known = new Map(base.map((record) => [markId(record), record]));
  for (const change of theirs.flatMap(({ changes }) => changes)) {
    const id = idOfMark(change);
    const record = 'put' in change ? (change.as as unknown as MarkRecord) : known.get(id ?? '');
    if (id !== undefined && record?.coderId === coderId) touched.set(id, record);
  }
  const listed = (acts: readonly Act[]): readonly Decided[] => {
    const ledger = new Ledger();
    for (const record of base) ledger.foldItem('mark', markId(record), record, {});
    for (const { stamp, changes } of acts) {
      const about = changes.filter((change) => touched.has(idOfMark(change) ?? ''));
      if (about.length > 0) ledger.fold(stamp, about);
    }
    const living = new Map(ledger.living('mark').map(({ id, item }) => [id, item as MarkRecord]));
    return [...touched].map(([id, record]): Decided => {
      const found = living.get(id);
      const { documentId, paragraph, codeId } = record;
      const place = {
        coderId,
        ...(paragraph !== undefined && { paragraph }),
        ...(codeId !== undefined && { codeId }),
      };
      return { documentId, place, ...(found !== undefined && { mark: markOf(found) }) };
    });
  };
  return touched.size === 0
    ? { theirs: [], ours: [] }
    : { theirs: listed(theirs), ours: listed(others) };
}

/** Those of which the project says something else, put as what this coder decided. */
export function decidedOtherwise(
  project: Project,
  decided: readonly Decided[],
  coderId: CoderId | undefined,
): readonly Decided[] {
  return decided.filter(({ documentId, place, mark }) => {
    if (coderId === undefined) return mark !== undefined;
    const at = { ...place, coderId };
    const found = marksOf(project, documentId).find((one) => compareMarks(one, at) === 0);
    return found?.decision !== mark?.decision;
  });
}

function idOfMark(change: RecordChange): string | undefined {
  const [kind, id] = 'put' in change ? change.put : 'edit' in change ? change.edit : change.drop;
  return kind === 'mark' ? id : undefined;
}
