import { createFault, type Fault } from '../core/result';
import { readLocalJournals } from './journal/read-journals';
import type { LoadedProject } from './load-project';
import { listForsaken } from './local-folder';

/**
 * Acts in this project, done at a place that is gone, which it does not have: it was moved to another file system before
 * they came into its folder, or a copy of it was deleted. Nobody but a person can tell, so they are told and stay.
 */
export async function findLeftBehind(
  root: string,
  local: string,
  { journals, projectIds }: Pick<LoadedProject, 'journals' | 'projectIds'>,
): Promise<readonly Fault[]> {
  const known = new Set([...journals.folder, ...journals.local].map(({ entry }) => entry.stamp));
  const notices: Fault[] = [];
  for (const { path, place } of await listForsaken(root)) {
    const { acts } = await readLocalJournals(path, projectIds);
    const n = acts.filter(({ entry }) => !known.has(entry.stamp)).length;
    if (n > 0)
      notices.push(createFault('storage.project.leftBehind', { n, place, from: path, to: local }));
  }
  return notices;
}
