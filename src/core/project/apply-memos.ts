import { compareMemos, type Memo } from '../memo/memo';
import { findCode } from '../codebook/codebook';
import { registerIndex } from '../register/actor';
import { createFault, fail, ok, type Fault, type Result } from '../result';
import { refuseTaken, type Applied } from './applied';
import type { MemoCommand } from './command';
import { findCoder, findDocument, type Project } from './project';

export function applyToMemos(project: Project, command: MemoCommand): Result<Applied> {
  const id = command.kind === 'memo.remove' ? command.memoId : command.memo.id;
  const before = project.memos.find((memo) => memo.id === id);
  if (command.kind === 'memo.remove') {
    if (before === undefined) return fail(createFault('fault.memo.unknown'));
    return ok({
      project: { ...project, memos: project.memos.filter((memo) => memo !== before) },
      inverse: { kind: 'memo.add', memo: before },
    });
  }
  const { memo } = command;
  if (command.kind === 'memo.add' && before !== undefined) return refuseTaken(id);
  if (command.kind === 'memo.replace' && before?.coderId !== memo.coderId) {
    return fail(createFault('fault.memo.unknown'));
  }
  const fault = checkMemo(project, memo);
  if (fault !== undefined) return fail(fault);
  const others = project.memos.filter((one) => one !== before);
  return ok({
    project: { ...project, memos: [...others, memo].sort(compareMemos) },
    inverse:
      before === undefined
        ? { kind: 'memo.remove', memoId: id }
        : { kind: 'memo.replace', memo: before },
  });
}

function checkMemo(project: Project, memo: Memo): Fault | undefined {
  if (findCoder(project, memo.coderId) === undefined) {
    return createFault('fault.command.unknownCoder', { id: memo.coderId });
  }
  const { about } = memo;
  const isThere =
    about.kind === 'project' ||
    (about.kind === 'document' && findDocument(project, about.id) !== undefined) ||
    (about.kind === 'code' && findCode(project.codebook, about.id) !== undefined) ||
    (about.kind === 'actor' && registerIndex(project.actors).find(about.id) !== undefined);
  return isThere ? undefined : createFault('fault.memo.subject');
}
