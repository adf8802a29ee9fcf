import type { CoderId } from '../core/ids';
import type { History } from '../core/project/history';
import type { Coder, Project } from '../core/project/project';
import type { Fault } from '../core/result';
import { visibleProject } from '../core/teamwork/visible';
import type { HistoryNames, OpenProject, ProjectSnapshot } from '../ipc/contract';
import type { ProjectMemory } from '../ipc/remembered';
import { inSteps } from '../storage/in-steps';
import type { ProjectSession } from '../storage/project-session';

let prepared: { readonly of: Project; readonly reader: CoderId; readonly json: string } | undefined;

/** Makes what the window will ask for while it is still loading, in steps. */
export async function prepareSnapshot(project: Project, reader: CoderId): Promise<void> {
  prepared = { of: project, reader, json: await inSteps(snapshotInSteps(project, reader)) };
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
  const { annotations, relations, marks, verdicts, ...rest } = visibleProject(project, reader);
  const snapshot: ProjectSnapshot = {
    ...rest,
    annotations: [...annotations],
    relations: [...relations],
    marks: [...marks],
    verdicts: [...verdicts],
  };
  return JSON.stringify(snapshot);
}

/** The same, a document a step. */
function* snapshotInSteps(project: Project, reader: CoderId): Generator<undefined, string> {
  const { annotations, relations, marks, verdicts, ...rest } = visibleProject(project, reader);
  const pieces = [JSON.stringify(rest).slice(0, -1)];
  for (const [key, sets] of Object.entries({ annotations, relations, marks, verdicts })) {
    pieces.push(`,"${key}":[`);
    let comma = '';
    for (const set of sets) {
      pieces.push(comma, JSON.stringify(set));
      comma = ',';
      yield;
    }
    pieces.push(']');
  }
  return `${pieces.join('')}}`;
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
