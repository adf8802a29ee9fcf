import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isSafeId, type CoderId, type DeviceId, type ProjectId } from '../../core/ids';
import { parseEntry, type JournalEntry } from '../../core/journal/entry';
import { createFault, fail, ok, withPlace, type Fault, type Result } from '../../core/result';
import { realDisk } from '../disk';
import { isErrno, readFault } from '../file-fault';
import type { ProjectPlaces } from '../project-folder';
import { diskReader, type ProjectReader } from '../project-reader';
import { eachInSteps } from '../in-steps';
import { findJournals } from './find-journals';
import type { JournalHead } from './journal-head';
import { NO_LINES, type JournalLine, type KnownLines } from './journal-line';
import { readJournal } from './read-journal';

/** One act as a journal has it, and whose journal that is. */
export interface FoundAct {
  readonly entry: JournalEntry;
  readonly coderId: CoderId;
}

/** When an act was done and by whom: the coder who worked, else the one whose journal it stands in. */
export function whoseAct({ entry, coderId }: FoundAct): Pick<JournalEntry, 'stamp'> & {
  readonly coderId: CoderId;
} {
  return { stamp: entry.stamp, coderId: entry.coderId ?? coderId };
}

export interface Journal {
  readonly head: JournalHead;
  readonly files: readonly string[];
  readonly lines: readonly JournalLine[];
}

export interface JournalsRead {
  readonly acts: readonly FoundAct[];
  readonly lines: KnownLines;
  /** The files that hold them. */
  readonly files: ReadonlySet<string>;
  /** The ids that the project has and had. */
  readonly projectIds: ReadonlySet<ProjectId>;
  /** What could not be read, in sentences. */
  readonly notices: readonly Fault[];
}

/**
 * The acts in the journals of a project's coders, or of some of them, each journal's in its order. A journal counts when
 * its head has one of these project ids, or one that the project had at some time; any when none is given. Lines that
 * are no acts are left out and said.
 */
export async function readProjectJournals(
  places: ProjectPlaces,
  projectIds: ReadonlySet<ProjectId>,
  only?: ReadonlySet<CoderId>,
  reader: ProjectReader = diskReader,
): Promise<Result<JournalsRead>> {
  const coders = await listCoders(places, reader);
  if (!coders.ok) return coders;
  const journals: Journal[] = [];
  const notices: Fault[] = [];
  const projectId = [...projectIds][0] ?? ('unknown' as ProjectId);
  for (const [done, coderId] of coders.value.entries()) {
    if (only?.has(coderId) === false) continue;
    reader.tell?.({ step: 'journals', done, of: coders.value.length });
    const found = await findJournals(places, { coderId, projectId, anyProject: true }, reader);
    if (!found.ok) return found;
    notices.push(...found.value.notices);
    for (const { head, files, lines, damage } of found.value.journals) {
      notices.push(...damage.map((one) => one.fault));
      journals.push({ head, files, lines });
      // Here, so that how much is done is told as it is: what a line says is kept.
      await eachInSteps(lines, entryOf);
    }
  }
  return ok(parseJournals(journals, projectIds, notices));
}

/**
 * The acts in the journals of a folder on this computer; a folder that is not there has none. Most of their lines are
 * `known`: the project's journals have them too.
 */
export async function readLocalJournals(
  folder: string | undefined,
  projectIds: ReadonlySet<ProjectId>,
  known = NO_LINES,
): Promise<JournalsRead> {
  const journals: Journal[] = [];
  const notices: Fault[] = [];
  for (const name of folder === undefined ? [] : await readdir(folder).catch(() => [])) {
    if (folder === undefined || !name.endsWith('.jsonl')) continue;
    const file = join(folder, name);
    const read = await readJournal(file, realDisk, known);
    if (!read.ok) {
      notices.push(read.fault);
      continue;
    }
    const { head, lines, damage } = read.value;
    notices.push(...damage.map((one) => one.fault));
    if (head !== undefined) journals.push({ head, files: [file], lines });
  }
  return parseJournals(journals, projectIds, notices);
}

/** Whether a file is the journal of this device; a copy that a sync service made beside it has another name. */
export function isJournalOf(deviceId: DeviceId): (name: string) => boolean {
  return (name) => name === `journal-${deviceId}.jsonl`;
}

/** States of the coders' journals, by path, but those that are `isOwn`, whosever: another text means that one changed. */
export async function watchedState(
  places: ProjectPlaces,
  isOwn: (name: string, coderId: CoderId) => boolean = () => false,
): Promise<ReadonlyMap<string, string>> {
  const states = new Map<string, string>();
  const coders = await listCoders(places);
  for (const coderId of coders.ok ? coders.value : []) {
    const folder = places.coder(coderId);
    for (const name of await readdir(folder).catch(() => [])) {
      if (!name.endsWith('.jsonl') || name.startsWith('.') || isOwn(name, coderId)) continue;
      const found = await stat(join(folder, name)).catch(() => undefined);
      if (found === undefined) continue;
      states.set(join(folder, name), `${String(found.size)} ${String(found.mtimeMs)}`);
    }
  }
  return states;
}

/**
 * A project may have had another id (an import into an empty one brings its own): journals from then count too, whether
 * their head has the older id or one of their acts brought the newer one.
 */
export function parseJournals(
  journals: readonly Journal[],
  projectIds: ReadonlySet<ProjectId>,
  notices: Fault[],
): JournalsRead {
  const known = new Set(projectIds);
  const acts: FoundAct[] = [];
  const files = new Set<string>();
  let waiting = journals.map((journal) => {
    const faults: Fault[] = [];
    const found = parseActs(journal, faults);
    return { ...journal, found, faults, idsIn: found.flatMap(({ entry }) => projectIdsIn(entry)) };
  });
  for (let before = -1; before !== waiting.length;) {
    before = waiting.length;
    const next: typeof waiting = [];
    for (const journal of waiting) {
      const { head, idsIn, found, faults } = journal;
      const ids = [head.projectId, ...idsIn];
      if (projectIds.size > 0 && !ids.some((id) => known.has(id))) {
        next.push(journal);
        continue;
      }
      for (const id of ids) known.add(id);
      for (const act of found) acts.push(act);
      for (const file of journal.files) files.add(file);
      notices.push(...faults);
    }
    waiting = next;
  }
  for (const {
    files: [file = ''],
  } of waiting) {
    notices.push(createFault('journal.file.otherOwner', { file }));
  }
  const lines = new Map(journals.flatMap((one) => one.lines.map((line) => [line.hash, line])));
  return { acts, lines, files, projectIds: known, notices };
}

const entries = new WeakMap<JournalLine, ReturnType<typeof parseEntry>>();

/** What a line says, parsed once. */
function entryOf(line: JournalLine): ReturnType<typeof parseEntry> {
  const known = entries.get(line);
  if (known !== undefined) return known;
  const entry = parseEntry(line.body);
  entries.set(line, entry);
  return entry;
}

function parseActs({ head, files, lines }: Journal, notices: Fault[]): readonly FoundAct[] {
  const [file = ''] = files;
  return lines.flatMap((one): readonly FoundAct[] => {
    const { line } = one;
    const entry = entryOf(one);
    if (entry.ok) return [{ entry: entry.value, coderId: head.coderId }];
    const { text, where } = entry.fault;
    const problem = where === undefined ? text : `${where}: ${text}`;
    const fault = createFault('journal.damage.bad', { file, line, problem });
    notices.push(withPlace(fault, `line ${String(line)}`));
    return [];
  });
}

function projectIdsIn(entry: JournalEntry): readonly ProjectId[] {
  return entry.changes.flatMap((change) => {
    if ('drop' in change) return [];
    const [[kind], fields] =
      'put' in change ? ([change.put, change.as] as const) : ([change.edit, change.set] as const);
    const { id } = fields as { readonly id?: ProjectId };
    return kind === 'project' && id !== undefined ? [id] : [];
  });
}

/** Coders that have a folder, whether or not the project knows them. */
export async function listCoders(
  places: ProjectPlaces,
  reader: ProjectReader = diskReader,
): Promise<Result<readonly CoderId[]>> {
  try {
    const folders = await reader.list(places.coders);
    return ok(
      folders
        .filter(({ name, isFolder }) => isFolder && isSafeId(name))
        .map((folder) => folder.name as CoderId)
        .sort(),
    );
  } catch (error) {
    if (isErrno(error) && error.code === 'ENOENT') return ok([]);
    return fail(readFault(error, places.coders));
  }
}
