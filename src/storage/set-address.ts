import type { CoderId, DocumentId } from '../core/ids';

/** Whose work on which document an annotation set is. */
export interface SetAddress {
  readonly coderId: CoderId;
  readonly documentId: DocumentId;
}

export function setKey({ coderId, documentId }: SetAddress): string {
  return `${coderId}/${documentId}`;
}
