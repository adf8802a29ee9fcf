import { createFault, type Fault } from '../core/result';
import { openSession } from '../storage/open-session';
import type { ProjectSession } from '../storage/project-session';
import { EXIT, type ExitCode } from './exit-code';
import { complainAbout, type Terminal } from './terminal';

/** Opens the project, says what was noticed, runs `body` and closes the project again. */
export async function withSession(
  terminal: Terminal,
  folder: string,
  body: (session: ProjectSession) => Promise<ExitCode> | ExitCode,
): Promise<ExitCode> {
  const opened = await openSession(folder);
  if (!opened.ok) {
    complainAbout(terminal, [opened.fault]);
    return EXIT.failed;
  }
  const session = opened.value;
  complainAbout(terminal, session.notices);
  const code = await body(session);
  const closed = await session.close();
  const fault = closed.ok ? findBehind(session) : closed.fault;
  if (fault === undefined) return code;
  if (code === EXIT.done) complainAbout(terminal, [fault]);
  return EXIT.failed;
}

/** Why other programs do not see in the folder what was done, although it is kept. */
function findBehind({ folder, saveState }: ProjectSession): Fault | undefined {
  const why = saveState.kind === 'saved' ? saveState.folder : undefined;
  return why && createFault('cli.fault.behind', { folder, reason: why.text });
}
