import type { CoderId } from '../core/ids';
import type { History } from '../core/project/history';
import type { Fault } from '../core/result';
import type { HistoryNames, OpenProject, ProjectSnapshot } from '../ipc/contract';
import type { ProjectMemory } from '../ipc/remembered';
import type { ProjectSession } from '../storage/project-session';

/** The project as the window gets it, whole. */
export function describeOpenProject(
  session: ProjectSession,
  memory: ProjectMemory,
  coderId: CoderId,
  notices: readonly Fault[],
): OpenProject {
  const { project } = session;
  const snapshot: ProjectSnapshot = {
    ...project,
    annotations: [...project.annotations],
    relations: [...project.relations],
    marks: [...project.marks],
  };
  const { openDocument } = memory;
  return {
    snapshot: JSON.stringify(snapshot),
    serial: session.serial,
    folder: session.folder,
    coderId,
    ...(openDocument !== undefined && { openDocument }),
    places: Object.fromEntries(memory.places.map(({ documentId, place }) => [documentId, place])),
    history: historyNames(session.history),
    notices,
  };
}

export function historyNames(history: History): HistoryNames {
  const undo = history.undo.at(-1)?.name;
  const redo = history.redo.at(-1)?.name;
  return { ...(undo !== undefined && { undo }), ...(redo !== undefined && { redo }) };
}
