import { readdir, stat } from 'node:fs/promises';
import { Ledger } from '../core/journal/ledger';
import type { LeftOut } from '../core/journal/left-out';
import { settleInSteps } from '../core/journal/settle';
import type { SourceDocument } from '../core/document/source-document';
import type { DeviceId, DocumentId, ProjectId } from '../core/ids';
import type { Project } from '../core/project/project';
import { createFault, fail, ok, type Fault, type Result } from '../core/result';
import { exists, isErrno, readFault } from './file-fault';
import { eachInSteps, inSteps, letOthersRun } from './in-steps';
import {
  NOTHING_BEFORE,
  openCheckpoint,
  type JournalsOfProject,
  type OpenedCheckpoint,
} from './journal/checkpoint';
import type { JournalLine, KnownLines } from './journal/journal-line';
import { readLocalJournals, readProjectJournals, type FoundAct } from './journal/read-journals';
import { NO_SETS, type KnownSets } from './known-sets';
import { loadTexts } from './load-texts';
import { ProjectFiles } from './project-files';
import { placesOf, type ProjectPlaces } from './project-folder';
import { diskReader, type ProjectReader } from './project-reader';
import {
  readCodersFiles,
  readShared,
  type CodersFiles,
  type SharedFiles,
  type UnusableFile,
} from './read-files';
import type { StoredText } from './text-store';

export interface LoadedProject {
  /** What the ledger's records make, with what the files hold where the two are the same. */
  readonly project: Project;
  readonly ledger: Ledger;
  readonly texts: ReadonlyMap<DocumentId, StoredText>;
  /** Documents whose text is not at hand as it was: they and what was coded on them are kept, not shown. */
  readonly withheld: ReadonlySet<DocumentId>;
  readonly files: ProjectFiles;
  /** The ids that it has and had. */
  readonly projectIds: ReadonlySet<ProjectId>;
  readonly journals: JournalsOfProject['journals'];
  /** What this device had done before those acts. */
  readonly before: JournalsOfProject['before'];
  /** The lines of those journals without what they say: who opens one to write in it need not decode them again. */
  readonly lines: KnownLines;
  /** Beginnings of journals that need not even be read again, by path. */
  readonly prefixes: JournalsOfProject['prefixes'];
  /** What the files have. */
  readonly shared: Project;
  readonly sets: CodersFiles['sets'];
  readonly memos: CodersFiles['memos'];
  readonly unusable: readonly UnusableFile[];
  readonly notices: readonly Fault[];
  readonly leftOut: LeftOut;
}

/** What a project is made of. */
export interface ProjectParts {
  readonly folder: string;
  readonly files: ProjectFiles;
  /** With all that is in the others. */
  readonly ledger: Ledger;
  readonly ids: ReadonlySet<ProjectId>;
  readonly shared: SharedFiles;
  readonly coded: CodersFiles;
  readonly read: JournalsOfProject;
  /** There where a checkpoint stands for acts that are not among those that were read; files that were passed over. */
  readonly knownSets: KnownSets | undefined;
}

/**
 * Reads a whole project: what its files hold, then what the journals of all coders and the one on this computer
 * (`local`, a folder) say, which is later. A file that cannot be used is named, and what a journal has of it is there all
 * the same. Nothing is written. A fault is returned only when there is no project to show.
 *
 * For a device that left a checkpoint, only what the journals got since is read, as long as every byte before it is as it
 * was; the acts before it are not in the answer then, but what they came to.
 */
export async function loadProject(
  folder: string,
  local: string | undefined,
  deviceId?: DeviceId,
  reader: ProjectReader = diskReader,
): Promise<Result<LoadedProject>> {
  const checkpoint =
    local === undefined || deviceId === undefined
      ? undefined
      : await openCheckpoint(local, placesOf(folder), deviceId, reader.tell?.bind(reader));
  const parts = await loadParts(folder, local, checkpoint, reader);
  return parts.ok ? makeProject(parts.value, reader) : parts;
}

/** Reads all but the texts. With a reader that has hashes, sets that bring nothing are left out. */
export async function loadParts(
  folder: string,
  local: string | undefined,
  checkpoint: OpenedCheckpoint | undefined,
  reader: ProjectReader,
): Promise<Result<ProjectParts>> {
  const files = new ProjectFiles(folder);
  const missing = await findMissingParts(folder, files.places);
  if (missing !== undefined) return fail(missing);
  await letOthersRun();
  const ledger = checkpoint?.ledger ?? new Ledger();
  const shared = await readShared(files, ledger, reader);
  if (!shared.ok) return shared;
  const ids = new Set(shared.value.base.id === '' ? [] : [shared.value.base.id]);
  // Another project lies at this place now.
  if (checkpoint !== undefined && ![...ids].every((id) => checkpoint.projectIds.has(id)))
    return loadParts(folder, local, undefined, reader);
  const found =
    checkpoint === undefined
      ? await readJournals(files.places, local, ids, reader)
      : ok<JournalsOfProject>(checkpoint);
  if (!found.ok) return found;
  const read = found.value;
  await foldActs(ledger, [...read.journals.folder, ...read.journals.local]);
  await letOthersRun();
  const knownSets = reader.hash && (await checkpoint?.knownSets());
  const coded = await readCodersFiles(files, ledger, reader, knownSets);
  if (!coded.ok) return coded;
  return ok({
    folder,
    files,
    ledger,
    ids,
    shared: shared.value,
    coded: coded.value,
    read,
    knownSets: checkpoint && (knownSets ?? NO_SETS),
  });
}

/** Reads the texts and makes the project. */
export async function makeProject(
  { folder, files, ledger, ids, shared, coded, read }: ProjectParts,
  reader: ProjectReader,
): Promise<Result<LoadedProject>> {
  const unusable = [...shared.unusable, ...coded.unusable];
  const texts = await loadTexts(
    ledger.living('document').map((record) => record.item as SourceDocument),
    files.places,
    reader,
  );
  await letOthersRun();
  const settled = await inSteps(
    settleInSteps(ledger, (id) => texts.known.get(id)?.text, texts.withheld),
  );
  if (settled === undefined) {
    return fail(whyUnusable(folder, files.places, unusable));
  }
  return ok({
    project: settled.project,
    ledger,
    texts: texts.known,
    withheld: new Set(texts.withheld.keys()),
    files,
    projectIds: new Set([...ids, ...read.projectIds]),
    journals: read.journals,
    before: read.before,
    lines: read.lines,
    prefixes: read.prefixes,
    shared: shared.base,
    sets: coded.sets,
    memos: coded.memos,
    unusable,
    notices: [
      ...unusable.map((file) => describeUnusable(file, settled.project)),
      ...texts.withheld.values(),
      ...coded.notices,
      ...read.notices,
      ...settled.notices,
    ],
    leftOut: settled.leftOut,
  });
}

async function readJournals(
  places: ProjectPlaces,
  local: string | undefined,
  ids: ReadonlySet<ProjectId>,
  reader: ProjectReader,
): Promise<Result<JournalsOfProject>> {
  const inFolder = await readProjectJournals(places, ids, undefined, reader);
  if (!inFolder.ok) return inFolder;
  await letOthersRun();
  const here = await readLocalJournals(local, inFolder.value.projectIds, inFolder.value.lines);
  return ok({
    journals: { folder: inFolder.value.acts, local: here.acts },
    before: NOTHING_BEFORE,
    projectIds: here.projectIds,
    lines: bare([...inFolder.value.lines.values(), ...here.lines.values()]),
    prefixes: new Map(),
    notices: [...inFolder.value.notices, ...here.notices],
  });
}

function bare(lines: readonly JournalLine[]): KnownLines {
  return new Map(lines.map(({ hash, line, prev }) => [hash, { hash, line, prev, body: {} }]));
}

/** A window that loads meanwhile gets its files between the steps of reading. */
export async function foldActs(ledger: Ledger, acts: readonly FoundAct[]): Promise<void> {
  await eachInSteps(acts, ({ entry }) => {
    ledger.fold(entry.stamp, entry.changes);
  });
}

/** What a person needs to know of a file that could not be used: why, and what is there all the same. */
function describeUnusable({ fault, set }: UnusableFile, project: Project): Fault {
  if (set === undefined) {
    return { ...fault, text: `${fault.text} ${createFault('storage.file.fromJournals').text}` };
  }
  const all = project.annotations.get(set.documentId) ?? [];
  const n = all.filter((annotation) => annotation.coderId === set.coderId).length;
  return { ...fault, text: `${fault.text} ${createFault('storage.set.fromJournals', { n }).text}` };
}

/** Why there is no project to show: what it needs is neither in its files nor in a journal. */
function whyUnusable(
  folder: string,
  places: ProjectPlaces,
  unusable: readonly UnusableFile[],
): Fault {
  const found = unusable.find(({ path }) => path === places.head || path === places.codebook);
  if (found !== undefined && found.fault.code !== 'storage.read.missing') return found.fault;
  return found?.path === places.codebook
    ? createFault('storage.project.noCodebook', { folder })
    : createFault('storage.project.halfWritten', { folder });
}

async function findMissingParts(folder: string, places: ProjectPlaces): Promise<Fault | undefined> {
  try {
    if (!(await stat(folder)).isDirectory())
      return createFault('storage.project.notFolder', { folder });
    await readdir(folder);
  } catch (error) {
    if (isErrno(error) && error.code === 'ENOENT')
      return createFault('storage.project.missing', { folder });
    return readFault(error, folder);
  }
  if ((await exists(places.head)) || (await exists(places.coders))) return undefined;
  const parts = [places.codebook, places.documents, places.sources, places.gitAttributes];
  const found = await Promise.all(parts.map(exists));
  const code = found.includes(true) ? 'storage.project.halfWritten' : 'storage.project.none';
  return createFault(code, { folder });
}
