import type { DocumentId } from '../ids';
import { createFault, fail, ok, type Fault, type Result } from '../result';
import { isGold } from '../verdict/gold-coder';
import { compareVerdicts, type Verdict } from '../verdict/verdict';
import { refuseTaken, type Applied } from './applied';
import type { VerdictCommand } from './command';
import { findCoder, findDocument, verdictsOf, type Project } from './project';

export function applyToVerdicts(project: Project, command: VerdictCommand): Result<Applied> {
  if (command.kind === 'verdict.remove') {
    const { documentId, verdictId } = command;
    const found = verdictsOf(project, documentId).find(({ id }) => id === verdictId);
    if (found === undefined) return fail(createFault('fault.verdict.unknown'));
    return ok({
      project: withVerdicts(project, documentId, found, undefined),
      inverse: { kind: 'verdict.add', verdict: found },
    });
  }
  const { verdict } = command;
  const fault = checkVerdict(project, verdict);
  if (fault !== undefined) return fail(fault);
  if (command.kind === 'verdict.add') {
    if (isTaken(project, verdict)) return refuseTaken(verdict.id);
    const { id: verdictId, documentId } = verdict;
    return ok({
      project: withVerdicts(project, documentId, undefined, verdict),
      inverse: { kind: 'verdict.remove', documentId, verdictId },
    });
  }
  const before = verdictsOf(project, verdict.documentId).find(({ id }) => id === verdict.id);
  if (before?.coderId !== verdict.coderId) return fail(createFault('fault.verdict.unknown'));
  return ok({
    project: withVerdicts(project, verdict.documentId, before, verdict),
    inverse: { kind: 'verdict.replace', verdict: before },
  });
}

/**
 * Why this verdict cannot be in this project; undefined when it can. Whether the annotations that it is about, and those
 * that it made, are still there is not asked: what others do later does not undo a decision.
 */
export function checkVerdict(project: Project, verdict: Verdict): Fault | undefined {
  const { documentId, coderId, members, outcome, goldIds } = verdict;
  if (findDocument(project, documentId) === undefined) {
    return createFault('fault.command.unknownDocument', { id: documentId });
  }
  if (isGold(coderId) || findCoder(project, coderId) === undefined) {
    return createFault('fault.command.unknownCoder', { id: coderId });
  }
  const about = members.map(({ annotationId }) => annotationId);
  const isTwice = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;
  if (isTwice(about) || isTwice(goldIds) || members.some((one) => isGold(one.coderId))) {
    return createFault('fault.verdict.members');
  }
  if (verdict.link !== undefined) {
    const isAlone = members.length === 0 && goldIds.length === 0;
    const fits = isAlone && (outcome === 'new' || outcome === 'taken');
    return fits ? undefined : createFault('fault.verdict.link');
  }
  if ((outcome === 'none') !== (goldIds.length === 0)) {
    return createFault('fault.verdict.gold');
  }
  return members.length === 0 && outcome !== 'new'
    ? createFault('fault.verdict.nothing')
    : undefined;
}

function isTaken(project: Project, { id }: Verdict): boolean {
  return [...project.verdicts.values()].some((all) => all.some((one) => one.id === id));
}

function withVerdicts(
  project: Project,
  id: DocumentId,
  removed: Verdict | undefined,
  added: Verdict | undefined,
): Project {
  const kept = verdictsOf(project, id).filter((one) => one !== removed);
  const next = added === undefined ? kept : [...kept, added].sort(compareVerdicts);
  const verdicts = new Map(project.verdicts);
  if (next.length === 0) verdicts.delete(id);
  else verdicts.set(id, next);
  return { ...project, verdicts };
}
