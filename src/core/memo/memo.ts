import type { ActorId, CodeId, CoderId, DocumentId, MemoId, Timestamp } from '../ids';

/** What a memo is about. Memos on annotations and relations are part of those. */
export type MemoSubject =
  | { readonly kind: 'project' }
  | { readonly kind: 'document'; readonly id: DocumentId }
  | { readonly kind: 'code'; readonly id: CodeId }
  | { readonly kind: 'actor'; readonly id: ActorId };

/** Dated prose of one coder. */
export interface Memo {
  readonly id: MemoId;
  readonly coderId: CoderId;
  readonly about: MemoSubject;
  /** Markdown. */
  readonly text: string;
  readonly createdAt: Timestamp;
  readonly modifiedAt: Timestamp;
}

/** Oldest first, then by id. */
export function compareMemos(a: Memo, b: Memo): number {
  return compareTexts(a.createdAt, b.createdAt) || compareTexts(a.id, b.id);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

export function isAbout(memo: Memo, subject: MemoSubject): boolean {
  const { about } = memo;
  return about.kind === 'project' || subject.kind === 'project'
    ? about.kind === subject.kind
    : about.kind === subject.kind && about.id === subject.id;
}
