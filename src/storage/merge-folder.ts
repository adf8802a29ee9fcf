import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isSafeId, type CoderId } from '../core/ids';
import { createFault, fail, ok, type Result } from '../core/result';
import { ensureFolder, replaceFile } from './durable-file';
import { isErrno, readFault } from './file-fault';
import { ProjectFiles } from './project-files';
import { isLeftBySystem, placesOf, type ProjectPlaces } from './project-folder';

/** What was put into a project's folder, as paths in it. */
export interface MergedFiles {
  readonly journals: readonly string[];
  /** Texts, files as they were imported, and snapshots. */
  readonly texts: readonly string[];
}

/** A file that a merge adds. */
export interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The pack or copy that brings it, where several are merged. */
  readonly from?: string;
}

/** What a merge adds, by kind. */
export type PlannedFiles = Readonly<Record<keyof MergedFiles, readonly NewFile[]>>;

export const NOTHING_PLANNED: PlannedFiles = { journals: [], texts: [] };

const JOURNAL = /^journal-.*\.jsonl$/u;

/**
 * Brings what another copy of the same project holds into this one: its journals, as files of their own beside those that
 * are there, and its texts. No file is changed. What the journals say is the union of their acts, each once, so copies
 * may be merged in any order and any number of times, and come to the same content.
 *
 * Everything is read before anything is written. Refused, with nothing done: another project, and a copy
 * whose work stands in JSON files only.
 */
export async function mergeFolder(folder: string, other: string): Promise<Result<MergedFiles>> {
  const planned = await planMerge(folder, other, NOTHING_PLANNED);
  if (!planned.ok) return planned;
  const { journals, texts } = planned.value;
  // Texts first: an act that adds a document must find its text.
  for (const file of [...texts, ...journals]) {
    const written = await write(placesOf(resolve(folder)), file);
    if (!written.ok) return written;
  }
  return ok(pathsOf(folder, planned.value));
}

/** As paths in the project's folder. */
export function pathsOf(folder: string, { journals, texts }: PlannedFiles): MergedFiles {
  const pathOf = ({ path }: NewFile): string => path.slice(resolve(folder).length + 1);
  return { journals: journals.map(pathOf), texts: texts.map(pathOf) };
}

/** What `mergeFolder` would add once what is `planned` is there; nothing is written. */
export async function planMerge(
  folder: string,
  other: string,
  planned: PlannedFiles,
): Promise<Result<PlannedFiles>> {
  const [into, from] = [placesOf(resolve(folder)), placesOf(resolve(other))];
  const same = await checkSameProject(folder, other);
  if (!same.ok) return same;
  const journals = await newJournals(into, from, planned.journals);
  if (!journals.ok) return journals;
  const texts: NewFile[] = [];
  for (const place of ['documents', 'sources', 'snapshots'] as const) {
    const found = await newTexts(into[place], from[place], planned.texts);
    if (!found.ok) return found;
    texts.push(...found.value);
  }
  return ok({ journals: journals.value, texts });
}

async function checkSameProject(folder: string, other: string): Promise<Result<undefined>> {
  const head = await new ProjectFiles(resolve(folder)).head.read();
  if (!head.ok) return head;
  const theirs = await new ProjectFiles(resolve(other)).head.read();
  if (!theirs.ok) return theirs;
  if (head.value.id === theirs.value.id) return ok(undefined);
  const titles = { here: head.value.title, there: theirs.value.title, folder: resolve(other) };
  return fail(createFault('storage.merge.otherProject', titles));
}

async function newJournals(
  into: ProjectPlaces,
  from: ProjectPlaces,
  planned: readonly NewFile[],
): Promise<Result<readonly NewFile[]>> {
  const files: NewFile[] = [];
  const coders = await list(from.coders);
  if (!coders.ok) return coders;
  let hasSets = false;
  let hasJournals = false;
  for (const coder of coders.value.filter(isSafeId)) {
    const [here, there] = [into.coder(coder as CoderId), from.coder(coder as CoderId)];
    const names = await list(there);
    if (!names.ok) return names;
    const journals = names.value.filter((name) => JOURNAL.test(name));
    hasJournals ||= journals.length > 0;
    hasSets ||= names.value.some((name) => name.endsWith('.json'));
    const found = await notThereYet(here, there, journals, planned);
    if (!found.ok) return found;
    files.push(...found.value);
  }
  // Who opens a project takes all that stands in its JSON files into a journal, whoever's it is.
  if (hasSets && !hasJournals) {
    return fail(createFault('storage.merge.noJournal', { folder: from.coders }));
  }
  return ok(files);
}

/** Journals whose bytes no file here has, or begins with; each under a name that is free. */
async function notThereYet(
  here: string,
  there: string,
  names: readonly string[],
  planned: readonly NewFile[],
): Promise<Result<readonly NewFile[]>> {
  const own = await list(here);
  if (!own.ok) return own;
  const taken = new Map<string, Uint8Array>();
  for (const name of own.value.filter((one) => JOURNAL.test(one))) {
    const bytes = await read(join(here, name));
    if (!bytes.ok) return bytes;
    taken.set(name, bytes.value);
  }
  for (const { path, bytes } of planned) {
    if (dirname(path) === here) taken.set(basename(path), bytes);
  }
  const files: NewFile[] = [];
  for (const name of names) {
    const bytes = await read(join(there, name));
    if (!bytes.ok) return bytes;
    if ([...taken.values()].some((known) => beginsWith(known, bytes.value))) continue;
    const free = taken.has(name) ? nameBeside(name, bytes.value) : name;
    taken.set(free, bytes.value);
    files.push({ path: join(here, free), bytes: bytes.value });
  }
  return ok(files);
}

/** The same bytes have the same name wherever they come from. */
function nameBeside(name: string, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return `${basename(name, '.jsonl')} (merged ${hash}).jsonl`;
}

function beginsWith(known: Uint8Array, bytes: Uint8Array): boolean {
  return known.length >= bytes.length && Buffer.from(known.subarray(0, bytes.length)).equals(bytes);
}

/** A text that is here already stays as it is; whether it is the right one, its hash says when the project is opened. */
async function newTexts(
  here: string,
  there: string,
  planned: readonly NewFile[],
): Promise<Result<readonly NewFile[]>> {
  const [own, theirs] = [await list(here), await list(there)];
  if (!own.ok) return own;
  if (!theirs.ok) return theirs;
  const taken = new Set([
    ...own.value.map((name) => join(here, name)),
    ...planned.map(({ path }) => path),
  ]);
  const files: NewFile[] = [];
  for (const name of theirs.value) {
    const path = join(here, name);
    if (taken.has(path) || isLeftBySystem(name)) continue;
    const bytes = await read(join(there, name));
    if (!bytes.ok) return bytes;
    files.push({ path, bytes: bytes.value });
  }
  return ok(files);
}

async function write(places: ProjectPlaces, { path, bytes }: NewFile): Promise<Result<undefined>> {
  for (const folder of [places.documents, places.sources, places.coders, join(path, '..')]) {
    const made = await ensureFolder(folder);
    if (!made.ok) return made;
  }
  return replaceFile(path, bytes);
}

/** A folder that is not there is empty. */
async function list(folder: string): Promise<Result<readonly string[]>> {
  try {
    return ok((await readdir(folder)).sort());
  } catch (error) {
    if (isErrno(error) && error.code === 'ENOENT') return ok([]);
    return fail(readFault(error, folder));
  }
}

async function read(path: string): Promise<Result<Uint8Array>> {
  try {
    return ok(await readFile(path));
  } catch (error) {
    return fail(readFault(error, path));
  }
}
