import type { CoderId, ProjectId } from '../core/ids';
import type { Project } from '../core/project/project';
import { ok, type Result } from '../core/result';
import { peopleAmong } from '../core/verdict/gold-coder';
import { openSession } from '../storage/open-session';
import type { ProjectSession, SessionOptions } from '../storage/project-session';
import { createCoderId, userName } from './identity';

interface OpenedAs {
  readonly session: ProjectSession;
  readonly coderId: CoderId;
}

/**
 * Opens a project and finds who codes in it at this computer: the coder remembered from last time, else the one called
 * like the system's user, else a new one of that name, which is no step to undo. Where nothing can be saved, the first
 * coder it is.
 */
export async function openAsCoder(
  folder: string,
  rememberedCoder: (id: ProjectId) => CoderId | undefined,
  options: SessionOptions,
): Promise<Result<OpenedAs>> {
  const opened = await openSession(folder, options);
  if (!opened.ok) return opened;
  const session = opened.value;
  const coderId = chooseCoder(session, rememberedCoder(session.project.id));
  if (!coderId.ok) return coderId;
  session.workAs(coderId.value);
  // What opening did is kept, or known not to be, before anybody looks at the state.
  await session.settled();
  return ok({ session, coderId: coderId.value });
}

function chooseCoder(session: ProjectSession, remembered: CoderId | undefined): Result<CoderId> {
  const own = findOwnCoder(session.project, remembered, userName());
  if (own !== undefined) return ok(own);
  const first = peopleAmong(session.project.coders)[0]?.id;
  const readOnly = session.notices.some((notice) => notice.code === 'storage.project.readOnly');
  if (readOnly && first !== undefined) return ok(first);
  const coder = { id: createCoderId(), name: userName() };
  session.workAs(coder.id);
  const added = session.setUp({ kind: 'coder.add', coder, index: session.project.coders.length });
  return added.ok ? ok(coder.id) : added;
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
