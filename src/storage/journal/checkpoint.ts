import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { CoderId, DeviceId, ProjectId } from '../../core/ids';
import { Ledger } from '../../core/journal/ledger';
import { replayHistory } from '../../core/journal/replay-history';
import { deviceOf } from '../../core/journal/stamp';
import type { Looking } from '../../core/merging/looking';
import { EMPTY_HISTORY, type History } from '../../core/project/history';
import type { Fault } from '../../core/result';
import { isErrno } from '../file-fault';
import { findKnownSets, readKnownSets, writeKnownSets, type KnownSets } from '../known-sets';
import { localFolderOf } from '../local-folder';
import { ProjectFiles } from '../project-files';
import type { ProjectPlaces } from '../project-folder';
import { readCheckpoint, writeCheckpoint, type CheckpointHead } from './checkpoint-file';
import { isSameJournal, readBeside } from './journal-beside';
import type { JournalHead } from './journal-head';
import type { JournalLine, KnownLines } from './journal-line';
import { readBehindPrefix, type JournalPrefix } from './journal-prefix';
import { listJournals, pathOfJournal, type JournalPlace } from './list-journals';
import { parseJournals, whoseAct, type FoundAct, type Journal } from './read-journals';
import { scanJournal } from './scan-journal';

/** What the journals of a project say, those in its folder and those on this computer. */
export interface JournalsOfProject {
  readonly journals: { readonly folder: readonly FoundAct[]; readonly local: readonly FoundAct[] };
  /** What the acts that are not among them came to; the first two are of the device that asks. */
  readonly before: {
    readonly history: History;
    readonly adoptions: number;
    readonly devices: ReadonlyMap<CoderId, ReadonlySet<string>>;
  };
  readonly projectIds: ReadonlySet<ProjectId>;
  readonly lines: KnownLines;
  readonly prefixes: ReadonlyMap<string, JournalPrefix>;
  readonly notices: readonly Fault[];
}

export const NOTHING_BEFORE: JournalsOfProject['before'] = {
  history: EMPTY_HISTORY,
  adoptions: 0,
  devices: new Map(),
};

export interface OpenedCheckpoint extends JournalsOfProject {
  /** Of the acts before. */
  readonly ledger: Ledger;
  /** Sets that were sound then and said nothing that the acts before do not say. */
  readonly knownSets: () => Promise<KnownSets>;
}

/** What a device left, and what the journals got since; undefined when all of them have to be read. */
export async function openCheckpoint(
  local: string,
  places: ProjectPlaces,
  deviceId: DeviceId,
  tell: (progress: Looking) => void = () => undefined,
): Promise<OpenedCheckpoint | undefined> {
  const read = await readCheckpoint(local);
  if (read?.kept.deviceId !== deviceId) return undefined;
  const { kept, hash } = read;
  const found = await listJournals(local, places);
  const isKept = (one: JournalPlace): boolean => kept.files.some((known) => isSame(known, one));
  if (!kept.files.every((known) => found.some((one) => isSame(known, one)))) return undefined;
  const prefixes = new Map<string, JournalPrefix>();
  const journals: Record<JournalPlace['where'], Journal[]> = { folder: [], local: [] };
  const lines = new Map<string, JournalLine>();
  const take = (where: JournalPlace['where'], journal: Journal): void => {
    journals[where].push(journal);
    for (const line of journal.lines) lines.set(line.hash, line);
  };
  for (const [done, known] of kept.files.entries()) {
    tell({ step: 'journals', done, of: kept.files.length });
    const path = pathOfJournal(known, local, places);
    const behind = await readBehindPrefix(path, known).catch(ignoreErrno);
    if (behind === undefined) return undefined;
    // One of several copies of a journal went on: all of them have to be read together.
    if (behind.lines.length > 0 && !isOnly(known, kept.files)) return undefined;
    prefixes.set(path, behind.prefix);
    take(known.where, { head: known.head, files: [path], lines: behind.lines });
  }
  const came = await Promise.all(
    found
      .filter((one) => !isKept(one))
      .map(async (place) => {
        const path = pathOfJournal(place, local, places);
        return { ...place, path, bytes: await readFile(path).catch(ignoreErrno) };
      }),
  );
  const more = readBeside(
    came.flatMap(({ path, bytes }) => (bytes === undefined ? [] : [{ path, bytes }])),
    prefixes,
  );
  if (more?.journals.length !== came.length) return undefined;
  for (const journal of more.journals) {
    const place = came.find(({ path }) => journal.files.includes(path)) as JournalPlace;
    if (!isItsCoders(place, journal.head)) return undefined;
    take(place.where, journal);
  }
  const ids = new Set(kept.projectIds);
  const notices: Fault[] = [];
  const inFolder = parseJournals(journals.folder, ids, notices);
  const here = parseJournals(journals.local, inFolder.projectIds, notices);
  if (notices.length > 0) return undefined;
  // Whether the folder had the acts of a journal that is new here before the checkpoint nobody can tell.
  const since = new Set(inFolder.acts.map(({ entry }) => entry.stamp));
  const isNewHere = came.some(({ where }) => where === 'local');
  if (isNewHere && !here.acts.every(({ entry }) => since.has(entry.stamp))) return undefined;
  return {
    ledger: await read.ledger(),
    journals: { folder: inFolder.acts, local: here.acts },
    before: {
      history: kept.history,
      adoptions: kept.adoptions,
      devices: new Map(kept.devices.map(([coderId, all]) => [coderId, new Set(all)])),
    },
    projectIds: here.projectIds,
    lines,
    prefixes: more.prefixes,
    notices: [],
    knownSets: () => readKnownSets(local, hash),
  };
}

/**
 * Reads all journals of the project in `folder` and leaves what they come to among this computer's journals, which are
 * in `root`. False, and nothing is left, when anything about them is not plain:
 * damage, two files of one journal that say different things, acts on this computer that the folder does not have.
 */
export async function leaveCheckpoint(
  root: string,
  folder: string,
  deviceId: DeviceId,
): Promise<boolean> {
  const local = await localFolderOf(root, folder);
  const projectFiles = new ProjectFiles(folder);
  const { places, head: projectFile } = projectFiles;
  const read = await projectFile.read();
  if (!read.ok) return false;
  const projectId = read.value.id;
  const files: CheckpointHead['files'][number][] = [];
  const journals: Record<JournalPlace['where'], Journal[]> = { folder: [], local: [] };
  const known = new Map<string, JournalLine>();
  for (const place of await listJournals(local, places)) {
    const path = pathOfJournal(place, local, places);
    const bytes = await readFile(path);
    const content = scanJournal(bytes, path, known);
    if (!content.ok) return false;
    const { head, end, lines, isForked, damage } = content.value;
    if (head === undefined || isForked || damage.length > 0) return false;
    files.push({ ...place, head, end, sha256: sha256(bytes.subarray(0, end.length)) });
    journals[place.where].push({ head, files: [path], lines });
    for (const line of lines) known.set(line.hash, line);
  }
  if (!areCopies(journals.folder) || !areCopies(journals.local)) return false;
  const notices: Fault[] = [];
  const inFolder = parseJournals(journals.folder, new Set([projectId]), notices);
  const here = parseJournals(journals.local, inFolder.projectIds, notices);
  const there = new Set(inFolder.acts.map(({ entry }) => entry.stamp));
  const isMissing = here.acts.some(({ entry }) => !there.has(entry.stamp));
  if (notices.length > 0 || isMissing || inFolder.acts.length === 0) return false;
  const ledger = new Ledger();
  for (const { entry } of inFolder.acts) ledger.fold(entry.stamp, entry.changes);
  const own = inFolder.acts
    .map(({ entry }) => entry)
    .filter(({ stamp }) => deviceOf(stamp) === deviceId)
    .sort((a, b) => (a.stamp < b.stamp ? -1 : 1));
  const once = own.filter(({ stamp }, i) => stamp !== own[i - 1]?.stamp);
  const hash = await writeCheckpoint(local, {
    deviceId,
    projectIds: [...here.projectIds],
    files,
    history: replayHistory(once),
    adoptions: once.filter(({ reason }) => reason === 'adopt').length,
    devices: [...devicesIn(inFolder.acts)].map(([coderId, all]) => [coderId, [...all]]),
    ledger: ledger.image(),
  });
  if (hash === undefined) return false;
  await writeKnownSets(local, hash, await findKnownSets(projectFiles, ledger));
  return true;
}

/** At which devices each coder did anything; what was taken over from files was done at none. */
export function devicesIn(acts: readonly FoundAct[]): ReadonlyMap<CoderId, ReadonlySet<string>> {
  const found = new Map<CoderId, Set<string>>();
  for (const act of acts) {
    if (act.entry.reason === 'adopt') continue;
    const { coderId, stamp } = whoseAct(act);
    const devices = found.get(coderId) ?? new Set<string>();
    found.set(coderId, devices.add(deviceOf(stamp)));
  }
  return found;
}

function isSame(a: JournalPlace, b: JournalPlace): boolean {
  return a.where === b.where && a.file === b.file;
}

/** In the folder a journal lies with its coder. */
function isItsCoders({ where, file }: JournalPlace, { coderId }: JournalHead): boolean {
  return where === 'local' || file.startsWith(`${coderId}/`);
}

function isOnly(one: CheckpointHead['files'][number], files: CheckpointHead['files']): boolean {
  const same = files.filter(
    ({ where, head }) => where === one.where && isSameJournal(head, one.head),
  );
  return same.length === 1;
}

/** Whether of several files of one journal, as a merge leaves them, the longest says all that the others do. */
function areCopies(journals: readonly Journal[]): boolean {
  return journals.every(({ head, lines }) => {
    const same = journals.filter((one) => isSameJournal(one.head, head));
    const longest = same.reduce((a, b) => (b.lines.length > a.lines.length ? b : a));
    return lines.every(({ hash }, i) => longest.lines[i]?.hash === hash);
  });
}

function sha256(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function ignoreErrno(error: unknown): undefined {
  if (!isErrno(error)) throw error;
}
