import { Ledger } from '../core/journal/ledger';
import { settleProject } from '../core/journal/settle';
import { contentHash } from '../core/project/content-hash';
import { createFault, type Fault } from '../core/result';
import { readLocalJournals } from './journal/read-journals';
import type { LoadedProject } from './load-project';
import { listForsaken } from './local-folder';

/**
 * Acts in this project, done at a place that is gone, with which it would be another: it was moved to another file system
 * before they came into its folder, it was restored from a backup that is older than they are, or a copy of it was
 * deleted. Only a person can tell, so they are told, with the folder `local` to put the journals into, and stay.
 */
export async function findLeftBehind(
  root: string,
  local: string,
  loaded: Pick<
    LoadedProject,
    'journals' | 'projectIds' | 'ledger' | 'project' | 'texts' | 'withheld'
  >,
): Promise<readonly Fault[]> {
  const { folder, local: here } = loaded.journals;
  const known = new Set([...folder, ...here].map(({ entry }) => entry.stamp));
  const notices: Fault[] = [];
  for (const { path, place } of await listForsaken(root)) {
    const { acts } = await readLocalJournals(path, loaded.projectIds);
    const added = acts.map(({ entry }) => entry).filter(({ stamp }) => !known.has(stamp));
    if (added.length === 0) continue;
    const ledger = Ledger.from(loaded.ledger.image());
    for (const { stamp, changes } of added) ledger.fold(stamp, changes);
    const textOf = (id: Parameters<typeof loaded.texts.get>[0]) => loaded.texts.get(id)?.text;
    const settled = settleProject(ledger, textOf, loaded.withheld);
    if (settled === undefined) continue;
    // What was restored is called like its folder.
    const { title } = loaded.project;
    if (contentHash({ ...settled.project, title }) === contentHash(loaded.project)) continue;
    const params = { n: added.length, place, from: path, to: local };
    notices.push(createFault('storage.project.leftBehind', params));
  }
  return notices;
}
