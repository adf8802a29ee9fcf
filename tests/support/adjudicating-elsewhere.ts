import type { Adjudicator } from '../../src/core/adjudication/give-verdicts';
import type { CoderId, DeviceId, Timestamp } from '../../src/core/ids';
import type { Command } from '../../src/core/project/command';
import type { Project } from '../../src/core/project/project';
import type { Result } from '../../src/core/result';
import { openSession } from '../../src/storage/open-session';
import { valueOf } from './adjudicating';

/** A second adjudicator at another computer, who knows what the folder held when it was opened there. */
export interface Elsewhere {
  readonly project: Project;
  /** Decides, and closes the project there. */
  decide(plan: (project: Project, by: Adjudicator) => Result<Command>): Promise<void>;
}

/** Bo opens the project in `folder` at a computer of their own. */
export async function openElsewhere(folder: string): Promise<Elsewhere> {
  const session = valueOf(await openSession(folder, { deviceId: 'elsewhere' as DeviceId }));
  const { project } = session;
  const coderId = 'bo' as CoderId;
  session.workAs(coderId);
  return {
    project,
    async decide(plan) {
      let made = 0;
      const by: Adjudicator = {
        coderId,
        at: '2000-10-21T09:00:00.000Z' as Timestamp,
        createId: () => `elsewhere-${String((made += 1))}`,
      };
      valueOf(session.perform(valueOf(plan(project, by))));
      await session.close();
    },
  };
}
