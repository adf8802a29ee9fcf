import { resolve } from 'node:path';
import type { Timestamp } from '../core/ids';
import { tellClocksAhead } from '../core/journal/clock-ahead';
import { ok, type Result } from '../core/result';
import { createDeviceId } from './device-id';
import { findLeftBehind } from './left-behind';
import { loadProject } from './load-project';
import { makeLocalFolder } from './local-folder';
import { watchedState, whoseAct } from './journal/read-journals';
import { prepareFolder } from './project-access';
import { KeptSession } from './kept-session';
import { placesOf } from './project-folder';
import type { ProjectSession, SessionOptions } from './project-session';

/**
 * Opens the project in `folder`. What is damaged or changed outside is named by a notice and left as it is; a fault is
 * returned when there is no project to show, or a newer Postil wrote it. A folder that cannot be written opens, with a
 * notice.
 */
export async function openSession(
  folder: string,
  options: SessionOptions = {},
): Promise<Result<ProjectSession>> {
  const path = resolve(folder);
  const here = options.local === undefined ? undefined : await makeLocalFolder(options.local, path);
  const local = here?.path;
  const deviceId = options.deviceId ?? createDeviceId();
  // Before they are read: what is written meanwhile is found at the first look.
  const watched = await watchedState(placesOf(path));
  const loaded = await loadProject(path, local, deviceId);
  if (!loaded.ok) return loaded;
  const notice = await prepareFolder(path);
  const left =
    options.local !== undefined && here?.isFirst === true
      ? await findLeftBehind(options.local, here.path, loaded.value)
      : [];
  const now = options.now ?? (() => new Date().toISOString() as Timestamp);
  const { folder: acts } = loaded.value.journals;
  const notices = [
    ...(notice === undefined ? [] : [notice]),
    ...loaded.value.notices,
    ...tellClocksAhead(loaded.value.project, acts.map(whoseAct), now()),
    ...left,
  ];
  const session = new KeptSession(path, loaded.value, notices, {
    local,
    deviceId,
    watched,
    now,
  });
  return ok(session);
}
