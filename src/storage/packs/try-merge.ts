import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CoderId, DocumentId, Timestamp } from '../../core/ids';
import { tellClocksAhead } from '../../core/journal/clock-ahead';
import { deviceOf } from '../../core/journal/stamp';
import { findUnmatched } from '../../core/merging/find-unmatched';
import type { Unmatched } from '../../core/merging/unmatched';
import { compareContents, type Counts } from '../../core/past/compare-projects';
import type { Project } from '../../core/project/project';
import { createFault, ok, type Fault, type Result } from '../../core/result';
import { whoseAct } from '../journal/read-journals';
import { loadProject, type LoadedProject } from '../load-project';
import {
  mergeFolder,
  NOTHING_PLANNED,
  pathsOf,
  planMerge,
  type MergedFiles,
  type PlannedFiles,
} from '../merge-folder';
import { openSession } from '../open-session';
import { RememberingReader } from '../remembering-reader';
import { setAsideFolder } from '../set-aside';
import { beforeMergeFolder } from './before-merge';
import { mergePack, planPack } from './open-pack';
import { findOtherTexts } from './other-texts';
import { isPack } from './pack-file';

/** What merging would come to. */
export interface TriedMerge {
  readonly files: MergedFiles;
  readonly addedCoders: readonly string[];
  readonly addedDocuments: readonly string[];
  /** `back` is what would no longer be there, `gone` what would come in: seen from the project after merging. */
  readonly annotations: Counts;
  readonly relations: Counts;
  readonly memos: Counts;
  /** Decisions about paragraphs and documents, and verdicts. */
  readonly marks: Counts;
  readonly verdicts: Counts;
  /** What does not match, with the choices there are. */
  readonly unmatched: readonly Unmatched[];
  /** Documents whose text is another there; the session that merges is to hold them (`holdTexts`). */
  readonly otherTexts: readonly DocumentId[];
  /** What would be noticed that is not noticed now. */
  readonly notices: readonly Fault[];
}

/**
 * Brings what packs and copies of the project hold into its folder, one after the other. The first that is refused ends it:
 * try them before.
 */
export async function mergeOthers(
  folder: string,
  project: Project,
  others: readonly string[],
): Promise<Result<MergedFiles>> {
  const journals: string[] = [];
  const texts: string[] = [];
  for (const other of others) {
    const merged = (await isPack(other))
      ? await mergePack(folder, project, other)
      : await mergeFolder(folder, other);
    if (!merged.ok) return merged;
    journals.push(...merged.value.journals);
    texts.push(...merged.value.texts);
  }
  return ok({ journals, texts });
}

/** Makes the project as it would be after merging; the folder stays as it is. */
export async function tryMerge(
  folder: string,
  others: readonly string[],
  now: Timestamp,
): Promise<Result<TriedMerge>> {
  const tried = await tryMergeWhole(folder, others, now);
  return tried.ok ? ok(tried.value.merge) : tried;
}

/** `tryMerge` with the project that it would be. */
export async function tryMergeWhole(
  folder: string,
  others: readonly string[],
  now: Timestamp,
): Promise<Result<{ readonly merge: TriedMerge; readonly project: Project }>> {
  const place = resolve(folder);
  // What does not change is read once; a copy is made only where something of it has to be written first.
  const reader = new RememberingReader();
  const before = await loadProject(place, undefined, undefined, reader);
  if (!before.ok) return before;
  const texts = await findOtherTexts(before.value.project, others);
  if (!texts.ok) return texts;
  const otherTexts = texts.value.map(({ id }) => id);
  const merge = async (folderWithHeld: string, read: RememberingReader): Promise<Result<Tried>> => {
    const planned = await planOthers(folderWithHeld, before.value.project, others);
    if (!planned.ok) return planned;
    const added = [...planned.value.journals, ...planned.value.texts];
    const files = new Map(added.map(({ path, bytes }) => [path, bytes]));
    const after = await loadProject(folderWithHeld, undefined, undefined, read.withAdded(files));
    return after.ok
      ? ok({ files: pathsOf(folderWithHeld, planned.value), after: after.value })
      : after;
  };
  const tried = await (otherTexts.length === 0
    ? merge(place, reader)
    : inCopy(place, async (copy) => {
        const held = await holdTexts(copy, otherTexts, now);
        return held.ok ? merge(copy, new RememberingReader()) : held;
      }));
  if (!tried.ok) return tried;
  const { files, after } = tried.value;
  const { notices, ...compared } = compare(before.value, after);
  const told = texts.value.map(({ title }) =>
    createFault('pack.notice.otherText', { title: title.value }),
  );
  const known = new Set(before.value.journals.folder.map(({ entry }) => entry.stamp));
  const came = after.journals.folder.filter(({ entry }) => !known.has(entry.stamp));
  const ahead = tellClocksAhead(after.project, came.map(whoseAct), now);
  return ok({
    merge: { files, otherTexts, ...compared, notices: [...told, ...ahead, ...notices] },
    project: after.project,
  });
}

interface Tried {
  readonly files: MergedFiles;
  readonly after: LoadedProject;
}

/** What `mergeOthers` would write. */
async function planOthers(
  folder: string,
  project: Project,
  others: readonly string[],
): Promise<Result<PlannedFiles>> {
  let planned = NOTHING_PLANNED;
  for (const other of others) {
    const more = (await isPack(other))
      ? await planPack(folder, project, other, planned)
      : await planMerge(folder, other, planned);
    if (!more.ok) return more;
    planned = {
      journals: [...planned.journals, ...more.value.journals],
      texts: [...planned.texts, ...more.value.texts],
    };
  }
  return ok(planned);
}

/** Works in a copy of the project that is thrown away. */
async function inCopy<Value>(
  folder: string,
  work: (copy: string) => Promise<Value>,
): Promise<Value> {
  const scratch = await mkdtemp(join(tmpdir(), 'postil-merge-'));
  try {
    const copy = join(scratch, 'project');
    await cp(folder, copy, { recursive: true, filter: (path) => !isForLater(folder, path) });
    return await work(copy);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** What nobody reads to open a project. */
function isForLater(folder: string, path: string): boolean {
  return path === beforeMergeFolder(folder) || path === setAsideFolder(folder);
}

/** Says in the folder what its documents are, so that what is merged then does not make others of them. */
export async function holdTexts(
  folder: string,
  documentIds: readonly DocumentId[],
  now: Timestamp,
): Promise<Result<undefined>> {
  if (documentIds.length === 0) return ok(undefined);
  const session = await openSession(folder, { now: () => now });
  if (!session.ok) return session;
  session.value.holdTexts(documentIds);
  return session.value.close();
}

function compare(
  before: LoadedProject,
  after: LoadedProject,
): Omit<TriedMerge, 'files' | 'otherTexts'> {
  const difference = compareContents(after.project, before.project);
  const { annotations, relations, memos, marks, verdicts, documents } = difference;
  const known = new Set(before.project.coders.map(({ id }) => id));
  const noticed = new Set(before.notices.map(({ text }) => text));
  const isLeftOut = ({ code }: Fault): boolean =>
    code === 'fault.journal.annotation' || code === 'fault.journal.relation';
  return {
    addedCoders: after.project.coders.filter(({ id }) => !known.has(id)).map(({ name }) => name),
    addedDocuments: documents.filter(({ kind }) => kind === 'gone').map(({ title }) => title),
    annotations,
    relations,
    memos,
    marks,
    verdicts,
    unmatched: findUnmatched({
      before: before.project,
      after: after.project,
      textOf: (id) => after.texts.get(id)?.text,
      leftOut: newlyLeftOut(before, after),
      fromElsewhere: findFromElsewhere(before, after),
    }),
    notices: after.notices.filter((one) => !noticed.has(one.text) && !isLeftOut(one)),
  };
}

function newlyLeftOut(
  { leftOut: before }: LoadedProject,
  { leftOut: after }: LoadedProject,
): LoadedProject['leftOut'] {
  const known = new Set([...before.annotations, ...before.relations].map(({ item }) => item.id));
  return {
    annotations: after.annotations.filter(({ item }) => !known.has(item.id)),
    relations: after.relations.filter(({ item }) => !known.has(item.id)),
  };
}

/** Coders who had worked here or sent something, and of whom acts come from a device that is new. */
function findFromElsewhere(before: LoadedProject, after: LoadedProject): ReadonlySet<CoderId> {
  const known = devicesOf(before);
  const found = new Set<CoderId>();
  for (const [coderId, devices] of devicesOf(after)) {
    const here = known.get(coderId);
    if (here !== undefined && [...devices].some((one) => !here.has(one))) found.add(coderId);
  }
  return found;
}

function devicesOf({ journals }: LoadedProject): ReadonlyMap<CoderId, ReadonlySet<string>> {
  const found = new Map<CoderId, Set<string>>();
  for (const act of journals.folder) {
    if (act.entry.reason === 'adopt') continue;
    const { coderId, stamp } = whoseAct(act);
    const devices = found.get(coderId) ?? new Set<string>();
    found.set(coderId, devices.add(deviceOf(stamp)));
  }
  return found;
}
