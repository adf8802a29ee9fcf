import { finish, type Steps } from '../comparison/steps';
import type { AnnotationId, VerdictId } from '../ids';
import type { BatchCommand } from '../project/command';
import type { Project } from '../project/project';
import { ok, type Result } from '../result';
import { sha256 } from '../text/sha256';
import { WHOLE, type Verdict, type VerdictSource } from '../verdict/verdict';
import { membersOf, type AdjudicatedGroup, type Adjudication } from './adjudication';
import { giveVerdicts, type Adjudicator, type Judged } from './give-verdicts';
import { goldAnnotation } from './gold-annotation';

/** The open passages on which all who coded the document say the same in everything. */
export function agreedGroups({ groups }: Adjudication): readonly AdjudicatedGroup[] {
  return groups.filter(({ state, kinds }) => state === 'open' && kinds.size === 0);
}

/**
 * One step that accepts these passages as all their coders have them; undefined when there are none. The id of what goes
 * into the gold set follows from the annotations that are accepted: two adjudicators who accept the same make the same.
 */
export function planAgreed(
  project: Project,
  groups: readonly AdjudicatedGroup[],
  by: Omit<Adjudicator, 'createId'>,
): Result<BatchCommand | undefined> {
  return finish(planAgreedInSteps(project, groups, by));
}

/** So many passages are accepted in one step. */
const PASSAGES = 20;

/** The same in steps, for thousands of passages; the last one checks that all of it fits. */
export function* planAgreedInSteps(
  project: Project,
  groups: readonly AdjudicatedGroup[],
  by: Omit<Adjudicator, 'createId'>,
): Steps<Result<BatchCommand | undefined>> {
  const judged: Judged[] = [];
  for (const [place, group] of groups.entries()) {
    const accepted = accept(project, group, by);
    if (accepted !== undefined) judged.push(accepted);
    if (place % PASSAGES === 0) yield;
  }
  return judged.length === 0 ? ok(undefined) : giveVerdicts(project, judged, [], by.at);
}

function accept(
  project: Project,
  group: AdjudicatedGroup,
  { coderId, at }: Omit<Adjudicator, 'createId'>,
): Judged | undefined {
  const [first] = group.members.keys();
  if (first === undefined) return undefined;
  const members = membersOf(project, group);
  const about = members.map(({ annotationId }) => annotationId).sort();
  const sources: readonly VerdictSource[] = [{ field: WHOLE, coderId: first }];
  const goldId = `g${hashOf(about)}` as AnnotationId;
  const made = goldAnnotation(project, group.members, sources, { id: goldId, at });
  if (made === undefined) return undefined;
  const verdict: Verdict = {
    id: `v${hashOf([coderId, ...about])}` as VerdictId,
    documentId: group.document.document.id,
    coderId,
    members,
    coders: [...group.document.coders.keys()],
    outcome: 'agreed',
    sources,
    goldIds: [goldId],
    words: '',
    codebookUnclear: false,
    at,
  };
  // What a coder noted is nothing that all say.
  return { verdict, gold: { ...made, memo: '' } };
}

function hashOf(ids: readonly string[]): string {
  return sha256(JSON.stringify(ids)).slice(0, 32);
}
