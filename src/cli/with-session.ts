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
  if (closed.ok) return code;
  if (code === EXIT.done) complainAbout(terminal, [closed.fault]);
  return EXIT.failed;
}
