import type { MemoId, Timestamp } from '../../core/ids';
import type { Memo, MemoSubject } from '../../core/memo/memo';
import { t } from '../../core/messages/message';
import { store } from './app-state';
import { perform, undo } from './project-actions';
import { showToast } from './toasts';

/** A memo of the coder at this computer. */
export function addMemo(about: MemoSubject, text: string): void {
  const at = now();
  const { coderId } = store.getState();
  const id = crypto.randomUUID() as MemoId;
  const memo: Memo = { id, coderId, about, text, createdAt: at, modifiedAt: at };
  void perform({ kind: 'memo.add', memo });
}

export function changeMemo(memo: Memo, text: string): void {
  if (memo.text === text) return;
  void perform({ kind: 'memo.replace', memo: { ...memo, text, modifiedAt: now() } });
}

/** Asks nothing: Undo is beside the toast. */
export function deleteMemo(memo: Memo): void {
  void perform({ kind: 'memo.remove', memoId: memo.id }).then((done) => {
    if (!done) return;
    showToast(t('memos.deleted'), { label: t('window.undo'), run: () => void undo() });
  });
}

function now(): Timestamp {
  return new Date().toISOString() as Timestamp;
}
