import type { CoderId } from '../core/ids';
import type { History } from '../core/project/history';
import type { Coder, Project } from '../core/project/project';
import type { Fault } from '../core/result';
import { visibleProject } from '../core/teamwork/visible';
import type { HistoryNames, OpenProject, ProjectSnapshot } from '../ipc/contract';
import type { ProjectMemory } from '../ipc/remembered';
import type { ProjectSession } from '../storage/project-session';

let prepared: { readonly of: Project; readonly reader: CoderId; readonly json: string } | undefined;

/** Makes what the window will ask for while it is still loading. */
export function prepareSnapshot(project: Project, reader: CoderId): void {
  prepared = { of: project, reader, json: snapshotOf(project, reader) };
}

/** What was prepared is given away once, and not kept. */
function takeSnapshot(project: Project, reader: CoderId): string {
  const ready = prepared;
  prepared = undefined;
  return ready?.of === project && ready.reader === reader
    ? ready.json
    : snapshotOf(project, reader);
}

/** What is kept from the coder never reaches the window. */
function snapshotOf(project: Project, reader: CoderId): string {
  const visible = visibleProject(project, reader);
  const snapshot: ProjectSnapshot = {
    ...visible,
    annotations: [...visible.annotations],
    relations: [...visible.relations],
    marks: [...visible.marks],
    verdicts: [...visible.verdicts],
  };
  return JSON.stringify(snapshot);
}

/** The project as the window gets it. */
export function describeOpenProject(
  opened: {
    readonly session: ProjectSession;
    readonly coderId: CoderId;
    readonly newcomer?: Coder | undefined;
  },
  memory: ProjectMemory,
  notices: readonly Fault[],
): OpenProject {
  const { session, coderId, newcomer } = opened;
  const { openDocument } = memory;
  return {
    snapshot: takeSnapshot(session.project, coderId),
    serial: session.serial,
    folder: session.folder,
    coderId,
    ...(newcomer && { newcomer }),
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
