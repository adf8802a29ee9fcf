import { activeCodes, findCode, type Codebook } from '../codebook/codebook';
import { sameData } from '../codebook/compare';
import { revise, withRestored, withRetired, type Content, type Occasion } from '../codebook/edit';
import type { CodeId } from '../ids';
import { planCodebook, type CodebookChange } from '../project/codebook-change';
import { planMerge } from '../project/codebook-merge';
import type { Command } from '../project/command';
import type { Project } from '../project/project';
import type { Unmatched } from './unmatched';

type CodeUnmatched = Extract<
  Unmatched,
  { readonly kind: 'new-code' | 'gone-code' | 'changed-code' }
>;

/** What becomes of a code that came, went or changed: a revision of the codebook, with what was coded taken along. */
export function planCodeChoice(
  project: Project,
  unmatched: CodeUnmatched,
  choice: string,
  occasion: Occasion,
): readonly Command[] {
  const { codebook } = project;
  const { codeId } = unmatched;
  if (choice.startsWith('into:')) {
    const intoId = choice.slice('into:'.length) as CodeId;
    return commandsOf(mergeAgain(project, codeId, intoId, occasion));
  }
  const become = (content: Partial<Content>): readonly Command[] =>
    commandsOf(planCodebook(project, revise(codebook, content, occasion), occasion.at));
  if (unmatched.kind === 'changed-code') return become({ codes: codesWith(codebook, unmatched) });
  return choice === 'restore'
    ? become({ codes: withRestored(codebook, codeId) })
    : become({ codes: withRetired(codebook.codes, codeId) });
}

/** The code as it was here; a key that another code has by now is not its own any more. */
function codesWith(
  codebook: Codebook,
  { codeId, here }: Extract<Unmatched, { readonly kind: 'changed-code' }>,
): Codebook['codes'] {
  const { key, parentId, ...rest } = here;
  const others = activeCodes(codebook).filter((code) => code.id !== codeId);
  const isFree = key !== undefined && others.every((code) => code.key !== key);
  const isThere = parentId !== undefined && findCode(codebook, parentId) !== undefined;
  const code = { ...rest, ...(isFree && { key }), ...(isThere && { parentId }) };
  return codebook.codes.map((one) => (one.id === codeId ? code : one));
}

/** Where the codes were merged before, only the annotations that came since go after them: that is no new revision. */
function mergeAgain(
  project: Project,
  fromId: CodeId,
  intoId: CodeId,
  occasion: Occasion,
): CodebookChange | undefined {
  const change = planMerge(project, fromId, intoId, occasion);
  if (change === undefined || findCode(project.codebook, fromId)?.mergedInto !== intoId) {
    return change;
  }
  const isSame = change.command.commands.every(
    (one) => one.kind !== 'codebook.replace' || sameBook(project.codebook, one.codebook),
  );
  return isSame
    ? {
        ...change,
        command: {
          ...change.command,
          commands: change.command.commands.filter((one) => one.kind !== 'codebook.replace'),
        },
      }
    : change;
}

function sameBook(a: Codebook, b: Codebook): boolean {
  return sameData(a.codes, b.codes) && sameData(a.relationKinds, b.relationKinds);
}

function commandsOf(change: CodebookChange | undefined): readonly Command[] {
  return change?.command.commands ?? [];
}
