import type { CoderId, ProjectId } from '../core/ids';
import { findCoder, type Project } from '../core/project/project';
import { ok, type Result } from '../core/result';
import { openSession, type ProjectSession } from '../storage/project-session';
import { createCoderId, userName } from './identity';

interface OpenedAs {
  readonly session: ProjectSession;
  readonly coderId: CoderId;
}

/**
 * Opens a project and finds who codes in it at this computer: the coder remembered from last time, else the one called
 * like the system's user, else a new one of that name. That one is added before the history begins, so Undo does not
 * take the person away; where nothing can be saved, the first coder it is.
 */
export async function openAsCoder(
  folder: string,
  rememberedCoder: (id: ProjectId) => CoderId | undefined,
): Promise<Result<OpenedAs>> {
  const opened = await openSession(folder);
  if (!opened.ok) return opened;
  const session = opened.value;
  const own = findOwnCoder(session.project, rememberedCoder(session.project.id), userName());
  if (own !== undefined) return ok({ session, coderId: own });
  const first = session.project.coders[0]?.id;
  const readOnly = session.notices.some((notice) => notice.code === 'storage.project.readOnly');
  if (readOnly && first !== undefined) return ok({ session, coderId: first });

  const coder = { id: createCoderId(), name: userName() };
  const added = session.perform({
    kind: 'coder.add',
    coder,
    index: session.project.coders.length,
  });
  if (!added.ok) return added;
  const saved = await session.close();
  if (!saved.ok) return saved;
  const again = await openSession(folder);
  return again.ok ? ok({ session: again.value, coderId: coder.id }) : again;
}

function findOwnCoder(
  project: Project,
  remembered: CoderId | undefined,
  name: string,
): CoderId | undefined {
  const known = remembered === undefined ? undefined : findCoder(project, remembered);
  return (known ?? project.coders.find((coder) => coder.name === name))?.id;
}
