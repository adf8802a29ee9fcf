import { relative, sep } from 'node:path';
import type { CoderId, DeviceId, DocumentId } from '../core/ids';
import { contentHash } from '../core/project/content-hash';
import type { Project } from '../core/project/project';
import { ok, type Fault, type Result } from '../core/result';
import { findJournals, type FoundJournal } from './journal/find-journals';
import type { DamageKind } from './journal/journal-damage';
import { listCoders } from './journal/read-journals';
import { loadProject, type LoadedProject } from './load-project';
import type { ProjectPlaces } from './project-folder';
import { findStale } from './stale-files';

/** One journal, of all the files that hold some of it. */
export interface JournalReport {
  readonly coderId: CoderId;
  readonly deviceId: DeviceId;
  /** Below the project's folder, with `/`. */
  readonly files: readonly string[];
  /** Acts, without the line that says whose journal it is. */
  readonly lines: number;
  /** How often each kind of damage was found. */
  readonly damage: Readonly<Record<DamageKind, number>>;
}

/** What a project's folder holds and what is wrong with it. Paths lie below the folder and have `/`. */
export interface Examination {
  readonly project: Project;
  readonly contentHash: string;
  readonly journals: readonly JournalReport[];
  /** Files that could not be used: damaged, newer, or not given by the disk. */
  readonly unusable: readonly { readonly file: string; readonly fault: Fault }[];
  /** Files that can be made again from the journals and do not hold what those say. */
  readonly stale: readonly string[];
  /** Documents whose text is missing or was changed outside: they and what was coded on them are kept, not shown. */
  readonly withheld: readonly DocumentId[];
  /** All of it in sentences, and what was left out of the project besides. Stale files are no notice. */
  readonly notices: readonly Fault[];
  /** What is to be known, takes nothing away and stays as it is: a journal that two computers went on with. */
  readonly notes: readonly Fault[];
}

/** Reads a whole project and writes nothing. A fault is returned when there is no project to speak of. */
export async function examineProject(folder: string): Promise<Result<Examination>> {
  const loaded = await loadProject(folder, undefined);
  if (!loaded.ok) return loaded;
  const { project, files, unusable, withheld, notices } = loaded.value;
  const journals = await reportJournals(files.places, project, folder);
  if (!journals.ok) return journals;
  const paths = unusable.map((file) => file.path);
  return ok({
    project,
    contentHash: contentHash(project),
    journals: journals.value,
    unusable: unusable.map(({ path, fault }) => ({ file: below(folder, path), fault })),
    stale: findStalePaths(loaded.value)
      .filter((path) => !paths.includes(path))
      .map((path) => below(folder, path)),
    withheld: [...withheld],
    notices: notices.filter((one) => !isNote(one)),
    notes: notices.filter(isNote),
  });
}

/** Whether nothing is lost or wrong in a project, and there is nothing to do. */
export function isWell({ stale, notices }: Examination): boolean {
  return stale.length + notices.length === 0;
}

/** All lines of a fork are read, and a journal keeps it for ever. */
function isNote({ code }: Fault): boolean {
  return code === 'journal.damage.fork';
}

async function reportJournals(
  places: ProjectPlaces,
  project: Project,
  folder: string,
): Promise<Result<readonly JournalReport[]>> {
  const coders = await listCoders(places);
  if (!coders.ok) return coders;
  const reports: JournalReport[] = [];
  for (const coderId of coders.value) {
    const owner = { coderId, projectId: project.id, anyProject: true };
    const found = await findJournals(places, owner);
    if (!found.ok) return found;
    reports.push(...found.value.journals.map((journal) => reportJournal(journal, folder)));
  }
  return ok(reports);
}

function reportJournal(
  { head, lines, damage, files }: FoundJournal,
  folder: string,
): JournalReport {
  const counts: Record<DamageKind, number> = { torn: 0, bad: 0, gap: 0, fork: 0, ends: 0 };
  for (const { kind } of damage) counts[kind] += 1;
  return {
    coderId: head.coderId,
    deviceId: head.deviceId,
    files: files.map((file) => below(folder, file)),
    lines: lines.length,
    damage: counts,
  };
}

/** Of all coders, each file once. */
function findStalePaths(loaded: LoadedProject): readonly string[] {
  const { project, files } = loaded;
  const { places } = files;
  const paths = project.coders.flatMap(({ id }): readonly string[] => {
    const { head, codebook, actors, memos, sets } = findStale(loaded, project, id);
    return [
      ...(head ? [places.head] : []),
      ...(codebook ? [places.codebook] : []),
      ...(actors ? [places.actors] : []),
      ...memos.map((coderId) => places.memos(coderId)),
      ...sets.map((set) => places.annotationSet(set.coderId, set.documentId)),
    ];
  });
  return [...new Set(paths)];
}

function below(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
