import { resolve } from 'node:path';
import { latestAllowed } from '../../core/journal/clock-ahead';
import type { DeviceId, Timestamp } from '../../core/ids';
import type { Looking } from '../../core/merging/looking';
import { ok, type Fault } from '../../core/result';
import { openCheckpoint, type OpenedCheckpoint } from '../journal/checkpoint';
import { readBeside } from '../journal/journal-beside';
import { parseJournals, type FoundAct } from '../journal/read-journals';
import { foldActs, type ProjectParts } from '../load-project';
import { localFolderOf } from '../local-folder';
import type { NewFile } from '../merge-folder';
import { placesOf } from '../project-folder';
import type { ProjectReader } from '../project-reader';
import { readCodersFiles } from '../read-files';

/** Who has worked in a project here for long need not have all of its journals read. */
export interface AtThisComputer {
  /** Where this computer keeps its own journals. */
  readonly journals: string;
  readonly deviceId: DeviceId;
}

/** The checkpoint of this computer, where it stands for nothing that is not in the project's folder. */
export async function openCheckpointOf(
  folder: string,
  { journals, deviceId }: AtThisComputer,
  tell: (progress: Looking) => void,
): Promise<OpenedCheckpoint | undefined> {
  const local = await localFolderOf(journals, folder);
  const opened = await openCheckpoint(local, placesOf(resolve(folder)), deviceId, tell);
  const there = new Set(opened?.journals.folder.map(({ entry }) => entry.stamp));
  const isInFolder = opened?.journals.local.every(({ entry }) => there.has(entry.stamp));
  return isInFolder === true ? opened : undefined;
}

interface OnTop {
  readonly parts: ProjectParts;
  /** What came. */
  readonly acts: readonly FoundAct[];
}

/**
 * What a project would be made of with these journals, which lie in its folder as `reader` sees it. The ledger of `parts`
 * goes on with them, so the project before has to be made before that. Undefined where all journals
 * have to be read together to know it, from the beginning: there is no checkpoint, or something is not plain.
 */
export async function putOnTop(
  parts: ProjectParts,
  files: readonly NewFile[],
  reader: ProjectReader,
  now: Timestamp,
): Promise<OnTop | undefined> {
  const { ledger, ids, read, coded } = parts;
  if (parts.knownSets === undefined) return undefined;
  // A copy of a set brings what no journal says by then.
  if (coded.notices.some(({ code }) => code === 'storage.set.copy')) return undefined;
  const beside = readBeside(files, read.prefixes);
  if (beside === undefined) return undefined;
  const notices: Fault[] = [];
  const known = new Set([...ids, ...read.projectIds]);
  const { acts, projectIds } = parseJournals(beside.journals, known, notices);
  if (notices.length > 0) return undefined;
  // Of an act that is ahead of the clock it is told only when it was not known, which a checkpoint does not say.
  const limit = latestAllowed(now);
  const mayBeKnown = ({ entry: { stamp } }: FoundAct): boolean =>
    stamp > limit && stamp <= ledger.latest;
  if (acts.some(mayBeKnown)) return undefined;
  await foldActs(ledger, acts);
  const isListedAnew = acts.some(({ entry }) =>
    entry.changes.some((change) => {
      const [kind] = 'put' in change ? change.put : 'edit' in change ? change.edit : change.drop;
      return kind === 'coder' || kind === 'document';
    }),
  );
  const listed = isListedAnew
    ? await readCodersFiles(parts.files, ledger, reader, parts.knownSets)
    : ok(coded);
  if (!listed.ok) return undefined;
  return {
    parts: {
      ...parts,
      coded: listed.value,
      read: {
        ...read,
        projectIds,
        journals: { ...read.journals, folder: [...read.journals.folder, ...acts] },
      },
    },
    acts,
  };
}
