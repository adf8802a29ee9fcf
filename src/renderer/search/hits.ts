import type { CodeId, CoderId, DocumentId } from '../../core/ids';
import { annotationsOf, findDocument, type Project } from '../../core/project/project';
import { createCodedMarks, type CodedMark } from '../../core/search/occurrences';
import type { Span } from '../../core/text/span';
import type { DocumentResult } from './search-corpus';

export interface Hit {
  readonly key: string;
  readonly result: DocumentResult;
  readonly span: Span;
  readonly mark: CodedMark;
}

export type Row =
  | {
      readonly kind: 'document';
      readonly id: DocumentId;
      readonly title: string;
      readonly n: number;
    }
  | { readonly kind: 'hit'; readonly index: number; readonly hit: Hit };

export interface Hits {
  readonly all: readonly Hit[];
  /** The hits with a heading before those of each document. */
  readonly rows: readonly Row[];
  readonly excluded: number;
  readonly documents: number;
}

/** All hits in the order of the corpus, marked with what this coder has coded already. */
export function markHits(
  results: readonly DocumentResult[],
  project: Project,
  coderId: CoderId,
  codeId: CodeId | undefined,
): Hits {
  const all: Hit[] = [];
  const rows: Row[] = [];
  let excluded = 0;
  let documents = 0;
  for (const result of results) {
    excluded += result.excluded;
    const document = findDocument(project, result.documentId);
    if (document === undefined || result.spans.length === 0) continue;
    const { id } = document;
    documents += 1;
    const markOf =
      codeId === undefined
        ? (): CodedMark => 'free'
        : createCodedMarks(annotationsOf(project, id), coderId, codeId);
    rows.push({ kind: 'document', id, title: document.title.value, n: result.spans.length });
    for (const span of result.spans) {
      const key = `${id} ${span.start} ${span.end}`;
      const hit: Hit = { key, result, span, mark: markOf(span) };
      rows.push({ kind: 'hit', index: all.length, hit });
      all.push(hit);
    }
  }
  return { all, rows, excluded, documents };
}

/** What is not coded is ticked until a person says otherwise; what is coded just so can be coded no second time. */
export function isTicked({ key, mark }: Hit, ticks: ReadonlyMap<string, boolean>): boolean {
  return mark === 'same' ? false : (ticks.get(key) ?? mark === 'free');
}

/** With ticks for these hits set, or taken away. */
export function withTicks(
  ticks: ReadonlyMap<string, boolean>,
  hits: readonly Hit[],
  ticked: boolean,
): ReadonlyMap<string, boolean> {
  const next = new Map(ticks);
  for (const { key } of hits) next.set(key, ticked);
  return next;
}
