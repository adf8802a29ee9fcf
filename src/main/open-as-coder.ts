import type { CoderId, ProjectId } from '../core/ids';
import type { Coder, Project } from '../core/project/project';
import { ok, type Result } from '../core/result';
import { peopleAmong } from '../core/verdict/gold-coder';
import { openSession } from '../storage/open-session';
import type { ProjectSession, SessionOptions } from '../storage/project-session';
import { createCoderId, userName } from './identity';

interface OpenedAs {
  readonly session: ProjectSession;
  readonly coderId: CoderId;
  /** Who works here and is not among the project's coders yet. */
  readonly newcomer?: Coder;
}

/**
 * Opens a project and finds who codes in it at this computer: the coder remembered from last time, else the one called
 * like the system's user, else a newcomer of that name, who enters the project's record with the first thing they do and
 * not by looking. Where nothing can be saved, the first coder it is.
 */
export async function openAsCoder(
  folder: string,
  rememberedCoder: (id: ProjectId) => CoderId | undefined,
  options: SessionOptions,
): Promise<Result<OpenedAs>> {
  const opened = await openSession(folder, options);
  if (!opened.ok) return opened;
  const session = opened.value;
  const known = findCoderHere(session, rememberedCoder(session.project.id));
  const someone = { id: known ?? createCoderId(), name: userName() };
  const coderId = someone.id;
  session.workAs(coderId);
  // What opening did is kept, or known not to be, before anybody looks at the state.
  await session.settled();
  return ok({ session, coderId, ...(known === undefined && { newcomer: someone }) });
}

function findCoderHere(
  session: ProjectSession,
  remembered: CoderId | undefined,
): CoderId | undefined {
  const own = findOwnCoder(session.project, remembered, userName());
  if (own !== undefined) return own;
  const readOnly = session.notices.some((notice) => notice.code === 'storage.project.readOnly');
  return readOnly ? peopleAmong(session.project.coders)[0]?.id : undefined;
}

function findOwnCoder(
  project: Project,
  remembered: CoderId | undefined,
  name: string,
): CoderId | undefined {
  const people = peopleAmong(project.coders);
  const known = people.find(({ id }) => id === remembered);
  return (known ?? people.find((coder) => coder.name === name))?.id;
}
