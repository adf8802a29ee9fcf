import { codeName, currentRevision } from '../../core/codebook/codebook';
import type { Annotation } from '../../core/annotation/annotation';
import type { AnnotationId, CodeId, CoderId, Timestamp } from '../../core/ids';
import { t } from '../../core/messages/message';
import { annotateOccurrences } from '../../core/search/annotate-occurrences';
import { createSelector } from '../../core/text/quote';
import { store } from '../state/app-state';
import { perform, undo } from '../state/project-actions';
import { showToast } from '../state/toasts';
import { commandsFor } from './drafted';
import type { Hit } from './hits';
import { searchStore } from './search-state';

/** Annotates the passages as the form says, in one step that can be undone. */
export async function annotateHits(hits: readonly Hit[]): Promise<void> {
  const { project, coderId } = store.getState();
  const { codeId, attributes, drafted } = searchStore.getState();
  if (project === undefined || codeId === undefined || hits.length === 0) return;
  const annotate = annotateOccurrences(
    hits.map(({ result, span }) => ({ documentId: result.documentId, text: result.text, span })),
    {
      coderId,
      codeId,
      attributes,
      codebookRevision: currentRevision(project.codebook),
      createdAt: new Date().toISOString() as Timestamp,
    },
    () => crypto.randomUUID() as AnnotationId,
  );
  const made = commandsFor(project, drafted, attributes);
  const command = { ...annotate, commands: [...made, ...annotate.commands] };
  searchStore.setState({ ticks: new Map() });
  const code = codeName(project.codebook, codeId);
  const done = await perform(command);
  if (!done) return;
  showToast(t('search.annotated', { n: hits.length, code }), {
    label: t('window.undo'),
    run: () => void undo(),
  });
}

/** The annotation that one of the passages would be. */
export function draftOf({ result, span }: Hit, coderId: CoderId, codeId: CodeId): Annotation {
  const at = '1970-01-01T00:00:00.000Z' as Timestamp;
  return {
    id: 'draft' as AnnotationId,
    documentId: result.documentId,
    coderId,
    codeId,
    pieces: [createSelector(result.text, span)],
    parts: [],
    attributes: {},
    memo: '',
    createdAt: at,
    modifiedAt: at,
    codebookRevision: 0,
  };
}
