import type { DocumentId } from '../ids';
import { createFault, fail, ok, type Result } from '../result';
import { compareVerdicts, type Verdict } from '../verdict/verdict';
import { refuseTaken, type AppliedRun } from './applied';
import { checkVerdict } from './apply-verdicts';
import type { Command } from './command';
import type { Project } from './project';

type VerdictAdd = Extract<Command, { readonly kind: 'verdict.add' }>;
type VerdictRemove = Extract<Command, { readonly kind: 'verdict.remove' }>;

export function isVerdictAdd(command: Command): command is VerdictAdd {
  return command.kind === 'verdict.add';
}

export function isVerdictRemove(command: Command): command is VerdictRemove {
  return command.kind === 'verdict.remove';
}

/**
 * Adds verdicts with the same result as one by one, all or none. One by one each would look for its id among all that are
 * there: 25,000 took half a minute.
 */
export function addVerdicts(project: Project, steps: readonly VerdictAdd[]): Result<AppliedRun> {
  const taken = new Set([...project.verdicts.values()].flat().map(({ id }) => id));
  const added = new Map<DocumentId, Verdict[]>();
  for (const { verdict } of steps) {
    const fault = checkVerdict(project, verdict);
    if (fault !== undefined) return fail(fault);
    if (taken.has(verdict.id)) return refuseTaken(verdict.id);
    taken.add(verdict.id);
    const here = added.get(verdict.documentId);
    if (here === undefined) added.set(verdict.documentId, [verdict]);
    else here.push(verdict);
  }
  const verdicts = new Map(project.verdicts);
  for (const [id, here] of added) {
    verdicts.set(id, [...(verdicts.get(id) ?? []), ...here].sort(compareVerdicts));
  }
  return ok({
    project: { ...project, verdicts },
    inverses: steps.map(({ verdict: { id: verdictId, documentId } }) => ({
      kind: 'verdict.remove',
      documentId,
      verdictId,
    })),
  });
}

/** The same for taking away. */
export function removeVerdicts(
  project: Project,
  steps: readonly VerdictRemove[],
): Result<AppliedRun> {
  const touched = new Set(steps.map(({ documentId }) => documentId));
  const left = new Map(
    [...touched].map((id) => {
      const here = project.verdicts.get(id) ?? [];
      return [id, new Map(here.map((verdict) => [verdict.id, verdict]))] as const;
    }),
  );
  const inverses: Command[] = [];
  for (const { documentId, verdictId } of steps) {
    const here = left.get(documentId);
    const verdict = here?.get(verdictId);
    if (verdict === undefined) return fail(createFault('fault.verdict.unknown'));
    here?.delete(verdictId);
    inverses.push({ kind: 'verdict.add', verdict });
  }
  const verdicts = new Map(project.verdicts);
  for (const [id, here] of left) {
    if (here.size === 0) verdicts.delete(id);
    else verdicts.set(id, [...here.values()]);
  }
  return ok({ project: { ...project, verdicts }, inverses });
}
