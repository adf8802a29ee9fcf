import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { CoderId } from '../core/ids';
import { planChoices } from '../core/merging/plan-choices';
import type { MergeChoices, Unmatched } from '../core/merging/unmatched';
import { t } from '../core/messages/message';
import { contentHash } from '../core/project/content-hash';
import { createFault, fail, ok, type Result } from '../core/result';
import { openSession } from '../storage/open-session';
import type { ProjectSession } from '../storage/project-session';
import { now } from './now';

/** `key=choice` each; a key may hold what a choice never does. */
export function readChoices(given: readonly string[]): Result<MergeChoices> {
  const choices: Record<string, string> = {};
  for (const one of given) {
    const at = one.lastIndexOf('=');
    if (at <= 0) return fail(createFault('merge.fault.choose', { given: one }));
    choices[one.slice(0, at)] = one.slice(at + 1);
  }
  return ok(choices);
}

interface SettledMerge {
  /** Journals with what was chosen, as paths in the folder. */
  readonly journals: readonly string[];
  readonly contentHash: string;
}

/** Opens what was merged and does what was chosen, in the name of this coder. */
export async function settleMerge(
  folder: string,
  coderId: CoderId,
  unmatched: readonly Unmatched[],
  choices: MergeChoices,
): Promise<Result<SettledMerge>> {
  const opened = await openSession(folder);
  if (!opened.ok) return opened;
  const session = opened.value;
  session.workAs(coderId);
  const done = carryOut(session, coderId, unmatched, choices);
  const closed = await session.close();
  if (!done.ok) return done;
  if (!closed.ok) return closed;
  const own = join('coders', coderId, `journal-${session.deviceId}.jsonl`);
  return ok({ journals: done.value ? [own] : [], contentHash: contentHash(session.project) });
}

/** True if anything was done. */
function carryOut(
  session: ProjectSession,
  coderId: CoderId,
  unmatched: readonly Unmatched[],
  choices: MergeChoices,
): Result<boolean> {
  const planned = planChoices(session.project, session.textOf, unmatched, choices, {
    at: now(),
    coderId,
    reason: t('merging.merged'),
    createCoderId: () => randomUUID() as string as CoderId,
  });
  if (!planned.ok) return planned;
  const { placing, command } = planned.value;
  const placed = placing === undefined ? ok(undefined) : session.setUp(placing);
  if (!placed.ok) return placed;
  const done = command === undefined ? ok(undefined) : session.perform(command);
  return done.ok ? ok(placing !== undefined || command !== undefined) : done;
}
