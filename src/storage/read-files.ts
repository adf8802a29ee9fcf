import { basename, join } from 'node:path';
import { isSafeId, type CoderId, type DocumentId } from '../core/ids';
import type { Ledger } from '../core/journal/ledger';
import { readItems, readSet, readSharedParts } from '../core/journal/read-project';
import type { Memo } from '../core/memo/memo';
import type { Project } from '../core/project/project';
import { createFault, fail, ok, withPlace, type Fault, type Result } from '../core/result';
import { GOLD_CODER, isGold } from '../core/verdict/gold-coder';
import { findStrayInSet } from './file-checks';
import { setKey, type SetAddress } from './set-address';
import { isErrno, readFault } from './file-fault';
import { damaged } from './file-format';
import { JsonFile } from './json-file';
import { NO_SETS, type KnownSet, type KnownSets } from './known-sets';
import { diskReader, type Listed, type ProjectReader } from './project-reader';
import type { ProjectFiles } from './project-files';
import { isLeftBySystem, MEMOS_NAME, type ProjectPlaces } from './project-folder';
import { ANNOTATION_SET_FORMAT, type AnnotationSet } from './project-formats';

/** A file that could not be used, and why. What it held is not in the project unless a journal has it too. */
export interface UnusableFile {
  readonly path: string;
  readonly fault: Fault;
  /** Of an annotation set. */
  readonly set?: SetAddress;
}

/** project.json, codebook.json and actors.json, each if it could be read. */
export interface SharedFiles {
  readonly base: Project;
  readonly unusable: readonly UnusableFile[];
}

/** Reads what all coders share and takes it into the ledger. A file that is newer than the app is a fault. */
export async function readShared(
  files: ProjectFiles,
  ledger: Ledger,
  reader: ProjectReader = diskReader,
): Promise<Result<SharedFiles>> {
  const unusable: UnusableFile[] = [];
  const take = async <Data extends object>(
    file: JsonFile<Data>,
  ): Promise<Result<Data | undefined>> => {
    const read = await reader.json(file);
    if (read.ok || isNewer(read.fault)) return read;
    unusable.push({ path: file.path, fault: read.fault });
    return ok(undefined);
  };
  const head = await take(files.head);
  if (!head.ok) return head;
  const codebook = await take(files.codebook);
  if (!codebook.ok) return codebook;
  const actors = await take(files.actors);
  if (!actors.ok) return actors;
  const base = readSharedParts(ledger, {
    ...head.value,
    ...actors.value,
    ...(codebook.value && { codebook: codebook.value }),
  });
  return ok({ base, unusable });
}

/** After so many sets it is told how many have been read. */
const TOLD = 50;

export interface CodersFiles {
  /** By `<coder id>/<document id>`. */
  readonly sets: ReadonlyMap<string, AnnotationSet>;
  readonly memos: ReadonlyMap<CoderId, readonly Memo[]>;
  readonly unusable: readonly UnusableFile[];
  readonly notices: readonly Fault[];
}

/**
 * Reads the annotation sets and memos of the coders and documents that the ledger knows, and takes them into it. A copy
 * of a set that a sync service made beside it, under whatever name, brings what is nowhere else. Any other file there
 * is noticed, and left as it is. A set of a `known` file is not in the answer: it brings nothing.
 */
export async function readCodersFiles(
  files: ProjectFiles,
  ledger: Ledger,
  reader: ProjectReader = diskReader,
  known: KnownSets = NO_SETS,
): Promise<Result<CodersFiles>> {
  const unusable: UnusableFile[] = [];
  const notices: Fault[] = [];
  const owners = new Map<string, string>();
  const sets = new Map<string, AnnotationSet>();
  const memos = new Map<CoderId, readonly Memo[]>();
  const passed: KnownSet[] = [];
  const found = await listFiles(files.places, ledger, reader);
  if (!found.ok) return found;
  for (const [done, address] of found.value.sets.entries()) {
    if (done % TOLD === 0) {
      reader.tell?.({ step: 'files', done, of: found.value.sets.length });
    }
    const file = files.annotationSet(address.coderId, address.documentId);
    const before = known.get(setKey(address));
    if (before !== undefined && (await reader.hash?.(file.path)) === before.sha256) {
      passed.push(before);
      continue;
    }
    const set = await reader.json(file);
    if (!set.ok) unusable.push({ path: file.path, fault: set.fault, set: address });
    else {
      sets.set(setKey(address), set.value);
      notices.push(...takeSet(ledger, set.value, file.path, owners));
    }
  }
  // Of two sets with one annotation it counts which is the first.
  if (passed.some(({ annotationIds }) => annotationIds.some((id) => owners.has(id))))
    return readCodersFiles(files, ledger, reader);
  for (const coderId of found.value.memos) {
    const file = files.memos(coderId);
    const read = await reader.json(file);
    if (read.ok) {
      memos.set(coderId, read.value.memos);
      readItems(ledger, 'memo', read.value.memos);
    } else unusable.push({ path: file.path, fault: read.fault });
  }
  for (const path of found.value.others) {
    if (!(await takeCopy(path, ledger, owners, notices))) {
      notices.push(createFault('storage.project.strange', { file: path }));
    }
  }
  return ok({ sets, memos, unusable, notices });
}

/** Takes a set in. An annotation that another set brought stays that set's. */
function takeSet(
  ledger: Ledger,
  set: AnnotationSet,
  path: string,
  owners: Map<string, string>,
): readonly Fault[] {
  const notices: Fault[] = [];
  const annotations = set.annotations.filter(({ id }, i) => {
    const owner = owners.get(id);
    owners.set(id, owner ?? path);
    if (owner === undefined) return true;
    const fault = withPlace(createFault('storage.set.taken', { id }), `annotations[${String(i)}]`);
    notices.push(damaged(path, fault));
    return false;
  });
  readSet(ledger, { ...set, annotations });
  return notices;
}

/** True if the file is a copy of a set of this project: what only it has is taken in. */
async function takeCopy(
  path: string,
  ledger: Ledger,
  owners: Map<string, string>,
  notices: Fault[],
): Promise<boolean> {
  if (!path.endsWith('.json')) return false;
  const read = await new JsonFile(path, ANNOTATION_SET_FORMAT).read();
  if (!read.ok || !knows(ledger, read.value) || findStrayInSet(path, read.value, read.value))
    return false;
  const { annotations } = read.value;
  const only = annotations.filter(({ id }) => !owners.has(id) && !ledger.has('annotation', id));
  takeSet(ledger, { ...read.value, annotations: only }, path, owners);
  if (only.length > 0) {
    notices.push(createFault('storage.set.copy', { file: path, n: only.length }));
  }
  return true;
}

function knows(ledger: Ledger, { coderId, documentId }: SetAddress): boolean {
  return ledger.has('coder', coderId) && ledger.has('document', documentId);
}

interface FoundFiles {
  readonly sets: readonly SetAddress[];
  readonly memos: readonly CoderId[];
  readonly others: readonly string[];
}

async function listFiles(
  places: ProjectPlaces,
  ledger: Ledger,
  reader: ProjectReader,
): Promise<Result<FoundFiles>> {
  const sets: SetAddress[] = [];
  const memos: CoderId[] = [];
  const others: string[] = [];
  try {
    const folders = await reader.list(places.coders);
    // In one order everywhere: of two sets with one annotation, every machine takes the same.
    for (const { name, isFolder } of folders.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isPassedOver(name)) continue;
      const coderId = name as CoderId;
      const path = places.coder(coderId);
      // The gold set's files lie elsewhere.
      const isCoder = isFolder && ledger.has('coder', coderId) && !isGold(coderId);
      if (!isFolder) others.push(path);
      const listed = isFolder ? await reader.list(path) : [];
      const own = await listSets(path, listed, coderId, isCoder, ledger);
      sets.push(...own.sets);
      memos.push(...own.memos);
      if (isCoder) others.push(...own.others);
      else if (own.others.length > 0) others.push(path);
    }
  } catch (error) {
    const isMissing = isErrno(error) && error.code === 'ENOENT';
    if (!isMissing) return fail(readFault(error, places.coders));
  }
  try {
    const listed = await reader.list(places.gold);
    const isKnown = ledger.has('coder', GOLD_CODER);
    const gold = await listSets(places.gold, listed, GOLD_CODER, isKnown, ledger);
    sets.push(...gold.sets);
    others.push(...gold.others);
  } catch (error) {
    const isMissing = isErrno(error) && error.code === 'ENOENT';
    if (!isMissing) return fail(readFault(error, places.gold));
  }
  return ok({ sets, memos, others });
}

/** What a folder of one coder's holds; whatever is strange in it is among the others. */
async function listSets(
  path: string,
  listed: readonly Listed[],
  coderId: CoderId,
  isCoder: boolean,
  ledger: Ledger,
): Promise<FoundFiles> {
  const sets: SetAddress[] = [];
  const memos: CoderId[] = [];
  const others: string[] = [];
  for (const name of listed.map((one) => one.name).sort()) {
    const documentId = basename(name, '.json') as DocumentId;
    if (isPassedOver(name) || name.endsWith('.jsonl')) continue;
    if (name === MEMOS_NAME) {
      if (isCoder) memos.push(coderId);
    } else if (isCoder && name.endsWith('.json') && ledger.has('document', documentId)) {
      sets.push({ coderId, documentId });
    } else if (!(await isEmptySet(join(path, name)))) others.push(join(path, name));
  }
  return { sets, memos, others };
}

/** A coder or document that was removed leaves empty sets behind, of which nobody needs to hear. */
async function isEmptySet(path: string): Promise<boolean> {
  if (!path.endsWith('.json') || !isSafeId(basename(path, '.json'))) return false;
  const set = await new JsonFile(path, ANNOTATION_SET_FORMAT).read();
  if (!set.ok) return false;
  const { annotations, relations, marks, verdicts } = set.value;
  return annotations.length + relations.length + marks.length + verdicts.length === 0;
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || isLeftBySystem(name);
}

function isNewer(fault: Fault): boolean {
  return fault.code === 'storage.file.newer';
}
