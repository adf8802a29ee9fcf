import { checkChoices } from '../core/merging/plan-choices';
import type { MergeChoices, Unmatched } from '../core/merging/unmatched';
import { t } from '../core/messages/message';
import { createFault, fail, ok, type Result } from '../core/result';
import type { UnmatchedPreview } from '../ipc/contract';
import type { ProjectSession } from '../storage/project-session';
import type { Backups } from './backups';
import type { ProjectHost } from './project-host';
import { settleUnmatched, viewUnmatched } from './settle-unmatched';
import type { Stoppable } from './stoppable';

interface Surroundings {
  readonly host: ProjectHost;
  readonly backups: Backups;
  /** Where this computer keeps its own journals. */
  readonly journals: string;
  readonly looking: Stoppable;
}

interface Waiting {
  readonly planId: number;
  readonly session: ProjectSession;
  readonly unmatched: readonly Unmatched[];
}

/** What does not match in the open project, and what a person wants done about it. Only the latest look waits. */
export class Matching {
  #waiting: Waiting | undefined;
  #plans = 0;

  constructor(private readonly around: Surroundings) {}

  /** Undefined when it is stopped. */
  async look(): Promise<Result<UnmatchedPreview | undefined>> {
    this.#waiting = undefined;
    const { host, journals, looking } = this.around;
    const session = host.require();
    if (!session.ok) return session;
    const found = await looking.run(async (run) => {
      const settled = await session.value.settled();
      const { folder, deviceId } = session.value;
      return settled.ok ? run('unmatched.look', folder, journals, deviceId) : settled;
    });
    if (found?.ok !== true) return found ?? ok(undefined);
    this.#plans += 1;
    this.#waiting = { planId: this.#plans, session: session.value, unmatched: found.value };
    return ok({ planId: this.#plans, unmatched: viewUnmatched(found.value) });
  }

  /** With a backup before. True if it is a step to undo. */
  settle(planId: number, choices: MergeChoices): Promise<Result<boolean>> {
    const { host, backups } = this.around;
    return host.inTurn(async () => {
      const waiting = this.#waiting;
      if (waiting?.planId !== planId || waiting.session !== host.session) {
        return fail(createFault('main.fault.importGone'));
      }
      const { session, unmatched } = waiting;
      const possible = checkChoices(unmatched, choices);
      if (!possible.ok) return possible;
      this.#waiting = undefined;
      const kept = await backups.make(session, session.project, 'merge');
      if (!kept.ok) return kept;
      return settleUnmatched(host, session, unmatched, choices, t('merging.settled'));
    });
  }
}
