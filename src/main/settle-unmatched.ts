import { planChoices } from '../core/merging/plan-choices';
import type { MergeChoices, Unmatched } from '../core/merging/unmatched';
import { ok, type Result } from '../core/result';
import type { UnmatchedView } from '../ipc/contract';
import type { ProjectSession } from '../storage/project-session';
import { createCoderId, now } from './identity';
import type { ProjectHost } from './project-host';

/** Does what was chosen, in the name of who works here; true if that is a step to undo. */
export function settleUnmatched(
  host: ProjectHost,
  session: ProjectSession,
  unmatched: readonly Unmatched[],
  choices: MergeChoices,
  reason: string,
): Result<boolean> {
  const planned = planChoices(session.project, session.textOf, unmatched, choices, {
    at: now(),
    ...(host.coderId && { coderId: host.coderId }),
    reason,
    createCoderId,
  });
  if (!planned.ok) return planned;
  const { placing, command } = planned.value;
  const placed = placing === undefined ? ok(undefined) : host.recordQuietly(placing);
  if (!placed.ok) return placed;
  const done = command === undefined ? ok(undefined) : host.perform(session, command);
  return done.ok ? ok(command !== undefined) : done;
}

/** As the window asks about it. */
export function viewUnmatched(unmatched: readonly Unmatched[]): readonly UnmatchedView[] {
  return unmatched.map(({ key, sentence, options, suggested }) => ({
    key,
    sentence,
    options,
    suggested,
  }));
}
