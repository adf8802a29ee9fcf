import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DocumentId, Timestamp } from '../../core/ids';
import { tellClocksAhead } from '../../core/journal/clock-ahead';
import { findUnmatched } from '../../core/merging/find-unmatched';
import type { Looking } from '../../core/merging/looking';
import type { Unmatched } from '../../core/merging/unmatched';
import { compareContents, type Counts } from '../../core/past/compare-projects';
import type { Project } from '../../core/project/project';
import { createFault, ok, type Fault, type Result } from '../../core/result';
import { whoseAct, type FoundAct } from '../journal/read-journals';
import { loadParts, loadProject, makeProject, type LoadedProject } from '../load-project';
import { pathsOf, type MergedFiles, type NewFile } from '../merge-folder';
import { openSession } from '../open-session';
import { inPassingFolder } from '../passing-folder';
import { RememberingReader } from '../remembering-reader';
import { setAsideFolder } from '../set-aside';
import { beforeMergeFolder } from './before-merge';
import { findFromElsewhere, newActs } from './from-elsewhere';
import { planOthers } from './merge-others';
import { openCheckpointOf, putOnTop, type AtThisComputer } from './on-top';
import { findOtherTexts } from './other-texts';

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

export interface Trial {
  /** Where files may lie until it is done; whoever ends it before has to take them away. */
  readonly scratch?: string;
  readonly tell?: (progress: Looking) => void;
  /** Whose checkpoint may stand for what the project's journals say. */
  readonly here?: AtThisComputer;
}

/** Makes the project as it would be after merging; the folder stays as it is. */
export async function tryMerge(
  folder: string,
  others: readonly string[],
  now: Timestamp,
  trial: Trial = {},
): Promise<Result<TriedMerge>> {
  const tried = await tryMergeWhole(folder, others, now, trial);
  return tried.ok ? ok(tried.value.merge) : tried;
}

/** `tryMerge` with the project that it would be. */
export async function tryMergeWhole(
  folder: string,
  others: readonly string[],
  now: Timestamp,
  trial: Trial = {},
): Promise<Result<{ readonly merge: TriedMerge; readonly project: Project }>> {
  const { scratch = tmpdir(), tell = () => undefined, here } = trial;
  const place = resolve(folder);
  // What does not change is read once; a copy is made only where something of it has to be written first.
  const reader = new RememberingReader(tell);
  const checkpoint = here && (await openCheckpointOf(place, here, tell));
  const parts = await loadParts(place, undefined, checkpoint, reader);
  if (!parts.ok) return parts;
  const before = await makeProject(parts.value, reader);
  if (!before.ok) return before;
  const texts = await findOtherTexts(before.value.project, others);
  if (!texts.ok) return texts;
  const otherTexts = texts.value.map(({ id }) => id);
  const isWhole = parts.value.knownSets === undefined;
  const fromBeginning = () => tryMergeWhole(folder, others, now, { scratch, tell });
  if (otherTexts.length > 0 && !isWhole) return fromBeginning();
  const merge = async (
    folderWithHeld: string,
    read: RememberingReader,
  ): Promise<Result<Tried> | undefined> => {
    tell({ step: 'together', done: 0, of: 2 });
    const planned = await planOthers(folderWithHeld, before.value.project, others, scratch);
    if (!planned.ok) return planned;
    const added = [...planned.value.journals, ...planned.value.texts];
    const withAdded = read.withAdded(new Map(added.map(({ path, bytes }) => [path, bytes])));
    const onTop = isWhole
      ? undefined
      : await putOnTop(parts.value, planned.value.journals, withAdded, now);
    if (!isWhole && onTop === undefined) return undefined;
    const after = await (onTop === undefined
      ? loadProject(folderWithHeld, undefined, undefined, withAdded)
      : makeProject(onTop.parts, withAdded));
    if (!after.ok) return after;
    const came = onTop?.acts ?? newActs(before.value, after.value.journals.folder);
    const { journals } = planned.value;
    return ok({
      files: pathsOf(folderWithHeld, planned.value),
      journals,
      after: after.value,
      came,
    });
  };
  const tried = await (otherTexts.length === 0
    ? merge(place, reader)
    : inCopy(place, scratch, async (copy) => {
        const held = await holdTexts(copy, otherTexts, now);
        return held.ok ? merge(copy, new RememberingReader()) : held;
      }));
  if (tried === undefined) return fromBeginning();
  if (!tried.ok) return tried;
  tell({ step: 'together', done: 1, of: 2 });
  const { files, journals, after, came } = tried.value;
  const { notices, ...compared } = compare(before.value, after, journals);
  const told = texts.value.map(({ title }) =>
    createFault('pack.notice.otherText', { title: title.value }),
  );
  const ahead = tellClocksAhead(after.project, came.map(whoseAct), now);
  return ok({
    merge: { files, otherTexts, ...compared, notices: [...told, ...ahead, ...notices] },
    project: after.project,
  });
}

interface Tried {
  readonly files: MergedFiles;
  readonly journals: readonly NewFile[];
  readonly after: LoadedProject;
  readonly came: readonly FoundAct[];
}

/** Works in a copy of the project that is thrown away. */
async function inCopy<Value>(
  folder: string,
  below: string,
  work: (copy: string) => Promise<Value>,
): Promise<Value> {
  return inPassingFolder('merge', below, async (scratch) => {
    const copy = join(scratch, 'project');
    await cp(folder, copy, { recursive: true, filter: (path) => !isForLater(folder, path) });
    return work(copy);
  });
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
  journals: readonly NewFile[],
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
      fromElsewhere: findFromElsewhere(before, after, journals),
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
