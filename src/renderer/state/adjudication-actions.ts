import type { AdjudicatedGroup } from '../../core/adjudication/adjudication';
import type { Adjudicator } from '../../core/adjudication/give-verdicts';
import { planLink, type WantedLink } from '../../core/adjudication/plan-link';
import { planMissed, type Missed, type AddedPassage } from '../../core/adjudication/plan-missed';
import { planAgreed, planAgreedInSteps } from '../../core/adjudication/plan-agreed';
import { planDropStray, planKeep, planReopen } from '../../core/adjudication/plan-reopen';
import { planVerdict, type Decision } from '../../core/adjudication/plan-verdict';
import type { Annotation } from '../../core/annotation/annotation';
import { findRelationKind } from '../../core/codebook/codebook';
import type { ComparedDocument } from '../../core/comparison/compared-work';
import type { Timestamp } from '../../core/ids';
import { t } from '../../core/messages/message';
import type { BatchCommand } from '../../core/project/command';
import type { Project } from '../../core/project/project';
import { createFault, type Result } from '../../core/result';
import type { Verdict } from '../../core/verdict/verdict';
import { store } from './app-state';
import { perform, projectOfMine, undo } from './project-actions';
import { runSteps } from './run-steps';
import { showFault, showToast } from './toasts';
import { goToAnnotation } from './view-actions';

/** Decides on a passage as the coder at this computer, and says so with the way back. */
export function decide(group: AdjudicatedGroup, decision: Decision, said: string): void {
  plan((project) => planVerdict(project, group, decision, adjudicator()), said);
}

/** Puts a new annotation of this passage into the gold set, and goes to it to be worked at. */
export function decideNew(group: AdjudicatedGroup, like: Annotation, decision: object): void {
  const project = projectOfMine();
  if (project === undefined) return;
  const { pieces, codeId } = like;
  const planned = planVerdict(
    project,
    group,
    { ...decision, outcome: 'new', pieces, codeId },
    adjudicator(),
  );
  if (planned.ok) performAndGo(planned.value);
  else showFault(planned.fault);
}

/** Files what all coders of a document missed; false where it is refused, which is said. */
export function addMissed(compared: ComparedDocument, missed: Missed, goThere: boolean): boolean {
  const project = projectOfMine();
  if (project === undefined) return false;
  const planned = planMissed(project, compared, missed, adjudicator());
  if (!planned.ok) {
    showFault(planned.fault);
    return false;
  }
  if (goThere) performAndGo(planned.value);
  else plan(() => planned, t('adjudicate.said.missed'));
  return true;
}

/** Puts a link into the gold set; false where it is refused, which is said. */
export function addLink(wanted: WantedLink): boolean {
  const project = projectOfMine();
  if (project === undefined) return false;
  const planned = planLink(project, wanted, adjudicator());
  if (!planned.ok) {
    showFault(planned.fault);
    return false;
  }
  const kind = findRelationKind(project.codebook, wanted.kindId)?.name ?? wanted.kindId;
  plan(() => planned, t('adjudicate.said.link', { kind }));
  return true;
}

/** Goes to the annotation that a step makes. */
function performAndGo(command: BatchCommand): void {
  const made = command.commands.find(({ kind }) => kind === 'annotation.add');
  void perform(command).then((done) => {
    if (done && made?.kind === 'annotation.add') {
      void goToAnnotation(made.annotation.documentId, made.annotation.id);
    }
  });
}

export function acceptAgreed(groups: readonly AdjudicatedGroup[]): void {
  plan(
    (project) => planAgreed(project, groups, adjudicator()),
    t('adjudicate.accepted', { n: groups.length }),
  );
}

/**
 * Accepts passages of many documents in one step, planned between frames. `onDone` is told whether it was done: not if
 * anything changed meanwhile, which is said.
 */
export function acceptEverywhere(
  groups: readonly AdjudicatedGroup[],
  documents: number,
  onDone: (isDone: boolean) => void,
): void {
  const project = projectOfMine();
  if (project === undefined) return;
  runSteps(planAgreedInSteps(project, groups, adjudicator()), (planned) => {
    const isSame = store.getState().project === project;
    if (!isSame) showFault(createFault('fault.verdict.meanwhile'));
    else plan(() => planned, t('adjudicate.everywhere.accepted', { n: groups.length, documents }));
    onDone(isSame && planned.ok);
  });
}

export function reopen(verdicts: readonly Verdict[], passages = verdicts.length): void {
  plan((project) => done(planReopen(project, verdicts, now(), passages)), t('adjudicate.reopened'));
}

export function keepVerdict(group: AdjudicatedGroup, verdict: Verdict): void {
  plan((project) => planKeep(project, group, verdict, now()), t('adjudicate.kept'));
}

/** Of several who filed the same passage, one; the others' are taken out of the gold set. */
export function keepAdded({ verdicts }: AddedPassage, kept: Verdict): void {
  const others = verdicts.filter(({ id }) => id !== kept.id);
  plan((project) => done(planReopen(project, others, now(), 1)), t('adjudicate.kept'));
}

export function dropStray(stray: readonly Annotation[]): void {
  plan(() => done(planDropStray(stray)), t('adjudicate.dropped'));
}

/** What a verdict says besides what it made. */
export function changeVerdict(verdict: Verdict): void {
  void perform({ kind: 'verdict.replace', verdict });
}

function plan(make: (project: Project) => Result<BatchCommand | undefined>, said: string): void {
  const project = projectOfMine();
  if (project === undefined) return;
  const planned = make(project);
  if (!planned.ok) showFault(planned.fault);
  else if (planned.value !== undefined) {
    void perform(planned.value).then((performed) => {
      if (performed) showToast(said, { label: t('window.undo'), run: () => void undo() });
    });
  }
}

function done(value: BatchCommand): Result<BatchCommand> {
  return { ok: true, value };
}

function adjudicator(): Adjudicator {
  return {
    coderId: store.getState().coderId,
    at: now(),
    createId: () => crypto.randomUUID(),
  };
}

function now(): Timestamp {
  return new Date().toISOString() as Timestamp;
}
