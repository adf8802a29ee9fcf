import { progressOf } from '../../core/document/progress';
import type { ReadingMark } from '../../core/document/reading-mark';
import type { Timestamp } from '../../core/ids';
import { t } from '../../core/messages/message';
import { marksOf } from '../../core/project/project';
import { createReopening } from '../../core/teamwork/reopen';
import { store } from './app-state';
import { createActHead, perform } from './project-actions';
import { announce, showToast } from './toasts';

type Decision = ReadingMark['decision'];

/** Takes a decision about a paragraph of the open document, or takes it away where it is taken already. */
export function decideParagraph(n: number, decision: Decision): void {
  const next = decide(decision, n);
  if (next === undefined) return;
  announce(
    next === 'open'
      ? t('marks.paragraphOpen', { n })
      : t(next === 'finished' ? 'marks.paragraphFinished' : 'marks.paragraphNothing', { n }),
  );
}

/** The same about the whole open document. */
export function decideDocument(decision: Decision): void {
  const next = decide(decision, undefined);
  if (next === undefined) return;
  showToast(
    next === 'open'
      ? t('marks.documentOpen')
      : t(next === 'finished' ? 'marks.documentFinished' : 'marks.documentNothing'),
  );
}

function decide(decision: Decision, paragraph: number | undefined): Decision | 'open' | undefined {
  const { project, document, coderId } = store.getState();
  if (project === undefined || document === undefined) return undefined;
  const documentId = document.id;
  const progress = progressOf(marksOf(project, documentId), coderId);
  const before = paragraph === undefined ? progress.document : progress.paragraphs.get(paragraph);
  const place = { coderId, ...(paragraph !== undefined && { paragraph }) };
  if (before === decision) {
    void perform(
      paragraph === undefined
        ? createReopening(documentId, coderId, createActHead())
        : { kind: 'mark.clear', documentId, place },
    );
    return 'open';
  }
  const at = new Date().toISOString() as Timestamp;
  void perform({ kind: 'mark.set', documentId, mark: { ...place, decision, at } });
  return decision;
}
