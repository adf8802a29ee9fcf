import type { CodeId, CoderId, Timestamp } from '../ids';

/**
 * What a coder decided about a paragraph, or about the whole document: read and coded (`finished`), or read with
 * nothing to code in it (`nothing`), of one code or of any.
 */
export interface ReadingMark {
  readonly coderId: CoderId;
  /** Number of the paragraph, from 1, as it is cited; absent for the whole document. */
  readonly paragraph?: number;
  /** Absent for every code. */
  readonly codeId?: CodeId;
  readonly decision: 'finished' | 'nothing';
  readonly at: Timestamp;
}

/** What a mark is about; there is one decision for each. */
export type MarkPlace = Pick<ReadingMark, 'coderId' | 'paragraph' | 'codeId'>;

/** By coder, paragraph (the whole document first) and code, so that every machine has the same order. */
export function compareMarks(a: MarkPlace, b: MarkPlace): number {
  return (
    compareTexts(a.coderId, b.coderId) ||
    (a.paragraph ?? 0) - (b.paragraph ?? 0) ||
    compareTexts(a.codeId ?? '', b.codeId ?? '')
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
