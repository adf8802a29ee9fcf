import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { DeviceId, ProjectId } from '../../core/ids';
import { Ledger, type LedgerImage } from '../../core/journal/ledger';
import { replayHistory } from '../../core/journal/replay-history';
import { deviceOf } from '../../core/journal/stamp';
import { EMPTY_HISTORY, type History } from '../../core/project/history';
import type { Fault } from '../../core/result';
import { replaceFile } from '../durable-file';
import { isErrno } from '../file-fault';
import { localFolderOf } from '../local-folder';
import { ProjectFiles } from '../project-files';
import type { ProjectPlaces } from '../project-folder';
import { NO_LINES, type JournalLine, type KnownLines } from './journal-line';
import { readBehindPrefix, type JournalPrefix } from './journal-prefix';
import { listCoders, parseJournals, type FoundAct, type Journal } from './read-journals';
import { scanJournal } from './scan-journal';

/** What the journals of a project say, those in its folder and those on this computer. */
export interface JournalsOfProject {
  readonly journals: { readonly folder: readonly FoundAct[]; readonly local: readonly FoundAct[] };
  /** What the acts that are not among them came to, for the device that asks. */
  readonly before: { readonly history: History; readonly adoptions: number };
  readonly projectIds: ReadonlySet<ProjectId>;
  readonly lines: KnownLines;
  readonly prefixes: ReadonlyMap<string, JournalPrefix>;
  readonly notices: readonly Fault[];
}

export const NOTHING_BEFORE = { history: EMPTY_HISTORY, adoptions: 0 };

/**
 * What all journals of a project came to at some time, kept on this computer so that a start need not replay years of
 * work. It stands for nothing that is not in the journals: it is made of them, counts only while each of them begins with
 * exactly the bytes it was made of, and can be thrown away.
 */
interface Checkpoint {
  readonly deviceId: DeviceId;
  readonly projectIds: readonly ProjectId[];
  readonly files: readonly (Pick<JournalPrefix, 'head' | 'end' | 'sha256'> & FilePlace)[];
  readonly history: History;
  readonly adoptions: number;
  readonly ledger: LedgerImage;
}

/** Where a journal is: `local` is this computer, a path with `/` below that place. */
interface FilePlace {
  readonly where: 'folder' | 'local';
  readonly file: string;
}

/** Raise it when the fold of acts, or what an image holds, becomes another. */
const FORMAT = 'postil-checkpoint 1';

const pathOf = (local: string): string => join(local, 'checkpoint.json');

export interface OpenedCheckpoint extends JournalsOfProject {
  /** Of the acts before. */
  readonly ledger: Ledger;
}

/** What a device left, and what the journals got since; undefined when all of them have to be read. */
export async function openCheckpoint(
  local: string,
  places: ProjectPlaces,
  deviceId: DeviceId,
): Promise<OpenedCheckpoint | undefined> {
  const kept = await readCheckpoint(pathOf(local));
  if (kept?.deviceId !== deviceId) return undefined;
  const found = await listJournals(local, places);
  if (found.length !== kept.files.length) return undefined;
  const prefixes = new Map<string, JournalPrefix>();
  const journals: Record<FilePlace['where'], Journal[]> = { folder: [], local: [] };
  const lines = new Map<string, JournalLine>();
  for (const { where, file, ...known } of kept.files) {
    if (!found.some((one) => one.where === where && one.file === file)) return undefined;
    const path = join(where === 'folder' ? places.coders : local, file);
    const read = await readBehindPrefix(path, known).catch(ignoreErrno);
    if (read === undefined) return undefined;
    prefixes.set(path, read.prefix);
    journals[where].push({ head: known.head, files: [path], lines: read.lines });
    for (const line of read.lines) lines.set(line.hash, line);
  }
  const ids = new Set(kept.projectIds);
  const notices: Fault[] = [];
  const inFolder = parseJournals(journals.folder, ids, notices);
  const here = parseJournals(journals.local, inFolder.projectIds, notices);
  if (notices.length > 0) return undefined;
  return {
    ledger: Ledger.from(kept.ledger),
    journals: { folder: inFolder.acts, local: here.acts },
    before: { history: kept.history, adoptions: kept.adoptions },
    projectIds: here.projectIds,
    lines,
    prefixes,
    notices: [],
  };
}

/**
 * Reads all journals of the project in `folder` and leaves what they come to among this computer's journals, which are
 * in `root`. False, and nothing is left, when anything about them is not plain:
 * damage, two files of one journal, acts on this computer that the folder does not have.
 */
export async function leaveCheckpoint(
  root: string,
  folder: string,
  deviceId: DeviceId,
): Promise<boolean> {
  const local = await localFolderOf(root, folder);
  const { places, head: projectFile } = new ProjectFiles(folder);
  const read = await projectFile.read();
  if (!read.ok) return false;
  const projectId = read.value.id;
  const found = await listJournals(local, places);
  const files: Checkpoint['files'][number][] = [];
  const journals: Record<FilePlace['where'], Journal[]> = { folder: [], local: [] };
  let known: KnownLines = NO_LINES;
  for (const { where, file } of found) {
    const path = join(where === 'folder' ? places.coders : local, file);
    const bytes = await readFile(path);
    const content = scanJournal(bytes, path, known);
    if (!content.ok) return false;
    const { head, end, lines, isForked, damage } = content.value;
    if (head === undefined || isForked || damage.length > 0) return false;
    if (files.some((one) => one.where === where && isSameHead(one.head, head))) return false;
    files.push({ where, file, head, end, sha256: sha256(bytes.subarray(0, end.length)) });
    journals[where].push({ head, files: [path], lines });
    known = new Map([...known, ...lines.map((line) => [line.hash, line] as const)]);
  }
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
  const written = await replaceFile(
    pathOf(local),
    encode({
      deviceId,
      projectIds: [...here.projectIds],
      files,
      history: replayHistory(once),
      adoptions: once.filter(({ reason }) => reason === 'adopt').length,
      ledger: ledger.image(),
    }),
  );
  return written.ok;
}

/** Of all coders, and those here. A file that a sync service is still bringing is none. */
async function listJournals(local: string, places: ProjectPlaces): Promise<readonly FilePlace[]> {
  const isJournal = (name: string): boolean => /^[^.].*[.]jsonl$/iu.test(name);
  const coders = await listCoders(places);
  const found: FilePlace[] = [];
  for (const coderId of coders.ok ? coders.value : []) {
    const names = await readdir(places.coder(coderId)).catch(() => []);
    const below = (name: string): string =>
      relative(resolve(places.coders), join(resolve(places.coder(coderId)), name))
        .split(sep)
        .join('/');
    found.push(
      ...names.filter(isJournal).map((name) => ({ where: 'folder' as const, file: below(name) })),
    );
  }
  const here = await readdir(local).catch(() => []);
  return [
    ...found,
    ...here.filter(isJournal).map((name) => ({ where: 'local' as const, file: basename(name) })),
  ];
}

function isSameHead(a: JournalPrefix['head'], b: JournalPrefix['head']): boolean {
  return a.coderId === b.coderId && a.deviceId === b.deviceId;
}

function encode(checkpoint: Checkpoint): Uint8Array {
  const body = JSON.stringify(checkpoint);
  return new TextEncoder().encode(`${FORMAT} ${sha256(body)}\n${body}\n`);
}

async function readCheckpoint(path: string): Promise<Checkpoint | undefined> {
  const text = await readFile(path, 'utf8').catch(ignoreErrno);
  const end = text?.indexOf('\n') ?? -1;
  if (text === undefined || end === -1) return undefined;
  const body = text.slice(end + 1, -1);
  // Ours as it was written, or nothing: what it was made of was parsed then.
  if (text.slice(0, end) !== `${FORMAT} ${sha256(body)}`) return undefined;
  return JSON.parse(body) as Checkpoint;
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function ignoreErrno(error: unknown): undefined {
  if (!isErrno(error)) throw error;
}
