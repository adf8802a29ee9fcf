import { basename, join } from 'node:path';
import { shell, type BrowserWindow } from 'electron';
import { createFault, fail, ok, type Result } from '../core/result';
import { createProject } from '../storage/create-project';
import type { AppMemory } from './app-memory';
import { askForNewFolder, askForProject } from './dialogs';
import { createCoderId, createProjectId, now, userName } from './identity';
import { isThere } from './is-there';
import type { ProjectHost } from './project-host';
import { withoutRecent } from './remembered';

type Parent = BrowserWindow | undefined;

/*
 * What a person does with projects as a whole. A dialog that is cancelled is no failure.
 */

/** Asks for a folder, makes an empty project in it and opens it. It is called like the folder. */
export async function newProject(host: ProjectHost, parent: Parent): Promise<Result<undefined>> {
  const folder = await askForNewFolder(parent);
  if (folder === undefined) return ok(undefined);
  const created = await createProject(folder, {
    title: basename(folder),
    coder: { id: createCoderId(), name: userName() },
    id: createProjectId(),
    at: now(),
  });
  return created.ok ? host.open(folder) : created;
}

export async function chooseProject(host: ProjectHost, parent: Parent): Promise<Result<undefined>> {
  const folder = await askForProject(parent);
  return folder === undefined ? ok(undefined) : host.open(folder);
}

/** Opens one of the recent projects; one that is gone is taken off the list. */
export async function openRecent(
  host: ProjectHost,
  memory: AppMemory,
  folder: string,
): Promise<Result<undefined>> {
  if (await isThere(join(folder, 'project.json'))) return host.open(folder);
  memory.update((known) => withoutRecent(known, folder));
  return fail(createFault('main.fault.recentGone', { folder }));
}

export async function showFolder(host: ProjectHost): Promise<Result<undefined>> {
  const session = host.require();
  if (!session.ok) return session;
  const { folder } = session.value;
  const problem = await shell.openPath(folder);
  return problem === '' ? ok(undefined) : fail(createFault('main.fault.showFolder', { folder }));
}
