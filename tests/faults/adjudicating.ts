import {
  adjudicationOf,
  type AdjudicatedGroup,
  type Adjudication,
} from '../../src/core/adjudication/adjudication';
import type { Adjudicator } from '../../src/core/adjudication/give-verdicts';
import { agreedGroups, planAgreed } from '../../src/core/adjudication/plan-agreed';
import { planLink } from '../../src/core/adjudication/plan-link';
import { planMissed } from '../../src/core/adjudication/plan-missed';
import { planReopen } from '../../src/core/adjudication/plan-reopen';
import { planVerdict } from '../../src/core/adjudication/plan-verdict';
import { comparedWork } from '../../src/core/comparison/compared-work';
import type { CodeId, CoderId } from '../../src/core/ids';
import type { Command } from '../../src/core/project/command';
import { annotationsOf, type Project } from '../../src/core/project/project';
import type { Result } from '../../src/core/result';
import { createSelector } from '../../src/core/text/quote';
import { createSpan } from '../../src/core/text/span';
import { isGold } from '../../src/core/verdict/gold-coder';
import type { ProjectSession } from '../../src/storage/project-session';
import { addAt } from './acts';
import { ADA, AT, NORTH } from './names';
import { performAndSay, type Say } from './session-work';

const BO = 'bo' as CoderId;

/** Bo codes what Ada does, but for one passage each. */
export function codeAgain(session: ProjectSession): Promise<void> {
  const perform = (command: Command): void => {
    const done = session.perform(command);
    if (!done.ok) throw new Error(done.fault.text);
  };
  perform({ kind: 'coder.add', coder: { id: BO, name: 'Bo' }, index: 1 });
  for (const at of [0, 1, 2]) perform(addAt(ADA.id, `ada-${String(at)}`, at));
  session.workAs(BO);
  for (const at of [0, 2, 3]) perform(addAt(BO, `bo-${String(at)}`, at));
  session.workAs(ADA.id);
  return Promise.resolve();
}

/**
 * What an adjudicator does, each a step that is there whole or not at all: what all agree on, one taken, none, one reopened
 * and decided anew, one that all missed, a link. The coders' own must be as it was after each of them.
 */
export function adjudicate(session: ProjectSession, say: Say): Promise<void> {
  const before = ownOf(session.project);
  let ids = 0;
  const by: Adjudicator = {
    coderId: ADA.id,
    at: AT,
    createId: () => `made-${String((ids += 1))}`,
  };
  const found = (): Adjudication => adjudicationOf(session.project, comparedWork(session.project));
  const at = (place: number): AdjudicatedGroup => {
    const group = found().groups[place];
    if (group === undefined) throw new Error(`There is no passage ${String(place)}.`);
    return group;
  };
  const step = (planned: Result<Command | undefined> | Command): void => {
    const command = 'ok' in planned ? valueOf(planned) : planned;
    if (command === undefined) throw new Error('There is nothing to do.');
    performAndSay(session, say, command);
    if (ownOf(session.project) !== before) throw new Error('The coders’ own is another.');
  };
  step(planAgreed(session.project, agreedGroups(found()), by));
  step(planVerdict(session.project, at(1), { outcome: 'taken', from: ADA.id }, by));
  step(planReopen(session.project, at(1).verdicts, AT));
  step(planVerdict(session.project, at(1), { outcome: 'none', words: 'Too vague.' }, by));
  step(planVerdict(session.project, at(1), { outcome: 'taken', from: ADA.id }, by));
  const [document] = comparedWork(session.project).documents;
  if (document === undefined) throw new Error('Nothing is compared.');
  const text = session.textOf(NORTH) ?? '';
  const start = text.indexOf('says');
  const pieces = [createSelector(text, createSpan(start, start + 4))] as const;
  const codeId = 'stance' as CodeId;
  step(planMissed(session.project, document, { pieces, codeId, reason: 'A slip' }, by));
  step(drawLink(session.project, by));
  step(planReopen(session.project, found().links, AT));
  return Promise.resolve();
}

function drawLink(project: Project, by: Adjudicator): ReturnType<typeof planLink> {
  const gold = annotationsOf(project, NORTH).filter(({ coderId }) => isGold(coderId));
  for (const { id: kindId, attribute, from, to } of project.codebook.relationKinds) {
    const begin = gold.find(({ codeId }) => from.includes(codeId));
    const end = gold.find((one) => one !== begin && to.includes(one.codeId));
    if (attribute !== undefined || begin === undefined || end === undefined) continue;
    return planLink(project, { kindId, from: begin, to: end, takenFrom: [] }, by);
  }
  throw new Error('No kind of relation fits.');
}

/** All that the coders made, as text. */
function ownOf(project: Project): string {
  return JSON.stringify(annotationsOf(project, NORTH).filter(({ coderId }) => !isGold(coderId)));
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.fault.text);
  return result.value;
}
