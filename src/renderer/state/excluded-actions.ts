import { excludedAt, withExcluded } from '../../core/document/excluded';
import type { ExcludedRegion } from '../../core/document/source-document';
import type { DocumentId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { findDocument } from '../../core/project/project';
import type { Span } from '../../core/text/span';
import { store } from './app-state';
import { perform, undo } from './project-actions';
import { showToast } from './toasts';

/** Asks why the passage is not part of the text; `undefined` when nothing is selected. */
export function askToExclude(span: Span | undefined): void {
  if (span === undefined) showToast(t('excluded.nothing'));
  else store.setState({ dialog: { kind: 'exclude', span } });
}

/** Takes a passage of the open document out of the text proper. */
export function excludePassage(span: Span, reason: string): void {
  const { project, document } = store.getState();
  const source = project && document && findDocument(project, document.id);
  if (source === undefined) return;
  setExcluded(source.id, withExcluded(source.excluded, { ...span, reason }), t('excluded.done'));
}

/** Makes the region around an offset of the open document part of the text again. */
export function includeAt(offset: number): void {
  const { project, document } = store.getState();
  const source = project && document && findDocument(project, document.id);
  if (source === undefined) return;
  const region = excludedAt(source.excluded, offset);
  if (region === undefined) showToast(t('excluded.notHere'));
  else includeRegion(source.id, source.excluded, region);
}

export function includeRegion(
  documentId: DocumentId,
  all: readonly ExcludedRegion[],
  region: ExcludedRegion,
): void {
  const others = all.filter((one) => one !== region);
  setExcluded(documentId, others, t('excluded.undone'));
}

function setExcluded(
  documentId: DocumentId,
  excluded: readonly ExcludedRegion[],
  said: string,
): void {
  void perform({ kind: 'document.exclude', documentId, excluded }).then((done) => {
    if (done) showToast(said, { label: t('window.undo'), run: () => void undo() });
  });
}
