import type { CoderId, DocumentId, ProjectId } from '../core/ids';
import {
  MOST_PLACES,
  MOST_PROJECTS,
  MOST_RECENT,
  type ProjectMemory,
  type Remembered,
} from '../ipc/remembered';
import { INITIAL_SETTINGS, type ReadingPlace } from '../ipc/settings';

/*
 * Changes to what this computer remembers; each gives a new value.
 */

export const NOTHING_REMEMBERED: Remembered = {
  settings: INITIAL_SETTINGS,
  recentProjects: [],
  projects: [],
};

export function memoryOf(remembered: Remembered, id: ProjectId): ProjectMemory {
  return remembered.projects.find((memory) => memory.id === id) ?? { id, places: [] };
}

/** With `change` made to what is remembered of one project, which becomes the latest. */
export function withMemory(
  remembered: Remembered,
  id: ProjectId,
  change: (memory: ProjectMemory) => ProjectMemory,
): Remembered {
  const others = remembered.projects.filter((memory) => memory.id !== id);
  const projects = [change(memoryOf(remembered, id)), ...others].slice(0, MOST_PROJECTS);
  return { ...remembered, projects };
}

/** Who codes in the project at this place: who did there last, else who did anywhere. */
export function coderAt(
  { coderId, coders = [] }: ProjectMemory,
  folder: string,
): CoderId | undefined {
  return coders.find((known) => known.folder === folder)?.coderId ?? coderId;
}

export function withCoder(memory: ProjectMemory, folder: string, coderId: CoderId): ProjectMemory {
  const others = (memory.coders ?? []).filter((known) => known.folder !== folder);
  return { ...memory, coderId, coders: [{ folder, coderId }, ...others].slice(0, MOST_PLACES) };
}

export function withReadingPlace(
  memory: ProjectMemory,
  documentId: DocumentId,
  place: ReadingPlace,
): ProjectMemory {
  const others = memory.places.filter((known) => known.documentId !== documentId);
  return { ...memory, places: [...others, { documentId, place }] };
}

/** With this folder as the latest of the recent ones and the one to open next time. */
export function withRecent(remembered: Remembered, folder: string): Remembered {
  const others = remembered.recentProjects.filter((known) => known !== folder);
  const recentProjects = [folder, ...others].slice(0, MOST_RECENT);
  return { ...remembered, recentProjects, lastProject: folder };
}

export function withoutRecent(remembered: Remembered, folder: string): Remembered {
  const recentProjects = remembered.recentProjects.filter((known) => known !== folder);
  return { ...remembered, recentProjects };
}
