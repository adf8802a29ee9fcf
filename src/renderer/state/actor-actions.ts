import { t } from '../../core/messages/message';
import type { ActorId, Timestamp } from '../../core/ids';
import {
  planReassign,
  type ActorUse,
  type MergePlan,
  type ReassignPlan,
} from '../../core/project/actor-change';
import { applyCommand } from '../../core/project/apply';
import type { ActorCommand } from '../../core/project/command';
import { effectiveAttributes } from '../../core/project/effective';
import { findCode } from '../../core/codebook/codebook';
import type { Annotation } from '../../core/annotation/annotation';
import { registerIndex, type Actor, type ActorKind } from '../../core/register/actor';
import { createFault, fail, ok, type Fault, type Result } from '../../core/result';
import { store } from './app-state';
import { perform, undo } from './project-actions';
import { showToast } from './toasts';
import { showView } from './view-actions';

/** Longest note of an entry, in code units. */
const LONGEST_NOTE = 100_000;

/** Shows the page of an actor; without an id, the register. */
export function openActorPage(actorId?: string): void {
  showView(actorId === undefined ? { kind: 'actors' } : { kind: 'actors', actorId });
}

/** To the page of the first actor that an annotation names, links followed. */
export function openActorOf(annotation: Annotation): void {
  const { project } = store.getState();
  if (project === undefined) return;
  const effective = effectiveAttributes(project, annotation);
  const code = findCode(project.codebook, annotation.codeId);
  const named = (code?.attributes ?? []).flatMap(({ id, type }) => {
    const value = effective[id];
    return type === 'actors' && typeof value === 'object' ? value : [];
  });
  if (named[0] === undefined) showToast(t('actors.noActor'));
  else openActorPage(named[0]);
}

/** Looks for the names of an actor in the texts. */
export function findMentions(actorId: string): void {
  showView({ kind: 'occurrences', actorId });
}

/** The id of the new entry, or why there cannot be one. */
export function addActor(label: string, kind: ActorKind): Result<ActorId> {
  const { project } = store.getState();
  const id = crypto.randomUUID() as ActorId;
  const actor: Actor = { id, label: label.trim(), kind, aliases: [], note: '' };
  const fault = give({ kind: 'actor.add', actor, index: project?.actors.length ?? 0 });
  return fault === undefined ? ok(id) : fail(fault);
}

/** Puts another state of an entry in its place; says why not, for the field in which it was typed. */
export function changeActor(actor: Actor): Fault | undefined {
  if (actor.note.length > LONGEST_NOTE) {
    return createFault('actors.fault.longNote', { max: LONGEST_NOTE });
  }
  const before = store.getState().project?.actors.find(({ id }) => id === actor.id);
  const isSame = JSON.stringify(before) === JSON.stringify(actor);
  return isSame ? undefined : give({ kind: 'actor.replace', actor });
}

/** Asks nothing: Undo is beside the toast. An entry in use stays, and it is said why. */
export async function removeActor(actor: Actor): Promise<boolean> {
  const isDone = await perform({ kind: 'actor.remove', actorId: actor.id });
  if (isDone) sayDone(t('actors.removed', { name: actor.label }));
  return isDone;
}

export async function mergeActors({ command, from, into }: MergePlan): Promise<void> {
  openActorPage(into.id);
  const names = { from: from.label, into: into.label };
  if (await perform(command)) sayDone(t('actors.merged.done', names));
}

/** What giving these places to another actor would do. */
export function planReassigning(
  uses: readonly ActorUse[],
  fromId: string,
  toId: string,
): Result<ReassignPlan> | undefined {
  const { project, coderId } = store.getState();
  const at = new Date().toISOString() as Timestamp;
  return project && planReassign(project, uses, { fromId, toId, coderId, at });
}

export async function reassign(plan: ReassignPlan, toId: string): Promise<void> {
  const { project } = store.getState();
  const name = (project && registerIndex(project.actors).resolve(toId)?.label) ?? toId;
  const { length: n } = plan.reassigned;
  if (n === 0) {
    showToast(t('actors.reassign.nothing'));
  } else if (await perform(plan.command)) {
    const stay = plan.notOwn.length;
    const done = t('actors.reassigned', { n, name });
    sayDone(stay === 0 ? done : `${done}. ${t('actors.reassign.notOwn', { n: stay })}`);
  }
}

/** Carries out a command of the register, or says why it cannot be without a message at the window's edge. */
function give(command: ActorCommand): Fault | undefined {
  const { project } = store.getState();
  if (project === undefined) return undefined;
  const applied = applyCommand(project, command, () => undefined);
  if (!applied.ok) return applied.fault;
  void perform(command);
  return undefined;
}

function sayDone(text: string): void {
  showToast(text, { label: t('window.undo'), run: () => void undo() });
}
