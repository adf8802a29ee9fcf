import { isAbout, type Memo, type MemoSubject } from '../memo/memo';
import { registerIndex } from '../register/actor';
import type { Project } from './project';

/** The memos on something, oldest first. Those on an actor that was merged are on the entry that stands for it too. */
export function memosAbout(project: Project, subject: MemoSubject): readonly Memo[] {
  const register = registerIndex(project.actors);
  return project.memos.filter(
    (memo) =>
      isAbout(memo, subject) ||
      (subject.kind === 'actor' &&
        memo.about.kind === 'actor' &&
        register.resolve(memo.about.id)?.id === subject.id),
  );
}
