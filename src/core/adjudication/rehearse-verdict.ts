import type { Steps } from '../comparison/steps';
import type { CoderId } from '../ids';
import { applyCommand } from '../project/apply';
import { checkPermission } from '../project/permission';
import type { Project } from '../project/project';
import { withVerdicts, type AdjudicatedGroup, type Adjudication } from './adjudication';
import { planVerdict } from './plan-verdict';

/**
 * Goes through all that a verdict on one of these passages would take and returns what would be found then, without
 * anything being done: code that never ran is several times slower, and the first verdict is to be as quick as those after
 * it. Nothing where no passage is open.
 */
export function* rehearseVerdict(
  project: Project,
  groups: readonly AdjudicatedGroup[],
  coderId: CoderId,
): Steps<{ readonly project: Project; readonly found: Adjudication } | undefined> {
  const group = groups.find(({ verdicts }) => verdicts.length === 0);
  const from = group?.members.keys().next().value;
  if (group === undefined || from === undefined) return undefined;
  const { id } = group.document.document;
  const at = [...group.members.values()][0]?.modifiedAt;
  if (at === undefined) return undefined;
  const by = { coderId, at, createId: () => 'rehearsed' };
  const planned = planVerdict(project, group, { outcome: 'taken', from }, by);
  yield;
  if (!planned.ok) return undefined;
  checkPermission(project, planned.value, coderId);
  const applied = applyCommand(project, planned.value, () => undefined);
  yield;
  if (!applied.ok) return undefined;
  const after = applied.value.project;
  return { project: after, found: withVerdicts(after, groups, [id]) };
}
