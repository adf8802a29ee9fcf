import type { DocumentId } from '../../core/ids';
import type { Span } from '../../core/text/span';
import { goToAnnotation } from './view-actions';

interface Shower {
  readonly documentId: DocumentId;
  readonly show: (span: Span) => void;
}

let shower: Shower | undefined;
let wanted: { readonly documentId: DocumentId; readonly span: Span } | undefined;

/** The reader says how a passage is selected and brought into view; one that was asked for before is shown now. */
export function setPassageShower(next: Shower | undefined): void {
  shower = next;
  showWanted();
}

/** Goes to a passage that need not be annotated: its document, and the passage selected in it. */
export async function showPassage(documentId: DocumentId, span: Span): Promise<void> {
  wanted = { documentId, span };
  await goToAnnotation(documentId, undefined);
  showWanted();
}

function showWanted(): void {
  if (wanted === undefined || shower?.documentId !== wanted.documentId) return;
  const { span } = wanted;
  wanted = undefined;
  shower.show(span);
}
