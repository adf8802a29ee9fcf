import type { Annotation } from '../annotation/annotation';
import type { AnnotationId, DocumentId } from '../ids';
import type { BatchCommand } from '../project/command';
import { createSelector } from '../text/quote';
import type { Span } from '../text/span';

/** What every one of the annotations is to be, whatever its passage. */
export type OccurrenceCoding = Pick<
  Annotation,
  'coderId' | 'codeId' | 'attributes' | 'codebookRevision' | 'createdAt'
>;

/** A passage to annotate, in the text of its document. */
export interface Occurrence {
  readonly documentId: DocumentId;
  readonly text: string;
  readonly span: Span;
}

/** One command that annotates all passages alike: one step to undo. */
export function annotateOccurrences(
  occurrences: readonly Occurrence[],
  coding: OccurrenceCoding,
  createId: () => AnnotationId,
): BatchCommand {
  return {
    kind: 'batch',
    purpose: 'occurrences',
    size: occurrences.length,
    commands: occurrences.map(({ documentId, text, span }) => ({
      kind: 'annotation.add',
      annotation: {
        ...coding,
        id: createId(),
        documentId,
        pieces: [createSelector(text, span)],
        parts: [],
        memo: '',
        modifiedAt: coding.createdAt,
      },
    })),
  };
}
