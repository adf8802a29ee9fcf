import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CoderId, DeviceId, Timestamp } from '../../src/core/ids';
import type { Command } from '../../src/core/project/command';
import { contentHash } from '../../src/core/project/content-hash';
import { Backups } from '../../src/main/backups';
import { SLOW_TASKS, type RunSlowly } from '../../src/main/slow-tasks';
import { BackupFolder, listShelves } from '../../src/storage/backups/backup-folder';
import { mergeFolder } from '../../src/storage/merge-folder';
import { openSession } from '../../src/storage/open-session';
import { keepFiles } from '../../src/storage/packs/before-merge';
import { keepMerge, undoKeptMerge } from '../../src/storage/packs/kept-merge';
import { rememberMerge } from '../../src/storage/packs/take-back-merge';
import type { ProjectSession } from '../../src/storage/project-session';
import { removeJournals } from '../storage/journals';
import { addAt, makeProject, preparedText } from './acts';
import { adjudicate, codeAgain } from './adjudicating';
import { findState, type Found } from './found';
import { annotate, performAndSay, workIn, type Place, type Say } from './session-work';

/** Not a fault: the disk as a kill at each call would leave it. */
export const COPIES = 'copies';

/** Something that writes a project, done again and again with a fault at each of its calls to the file system. */
export interface Scenario {
  /** Makes what it begins with, in a folder that is not there yet: `project` and what is around; absent: nothing. */
  readonly prepare?: (root: string) => Promise<void>;
  readonly run: (place: Place, say: Say) => Promise<void>;
  /** What is there afterwards, in the words of what `run` said. */
  readonly find: (place: Place) => Promise<Found>;
  /** Its journals on this computer make no difference. */
  readonly withoutLocal?: true;
}

const findProject = ({ folder, local }: Place): Promise<Found> => findState(folder, local);

async function makeSmall(root: string): Promise<void> {
  const folder = join(root, 'project');
  const made = await makeProject(folder);
  if (!made.ok) throw new Error(made.fault.text);
  await annotate({ folder }, () => undefined, { count: 4, seed: 1, name: 'old' });
}

/** Two coders, who differ in two passages and agree on one. */
async function makeDoubleCoded(root: string): Promise<void> {
  const place = { folder: join(root, 'project') };
  const made = await makeProject(place.folder);
  if (!made.ok) throw new Error(made.fault.text);
  await workIn(place, () => undefined, codeAgain);
}

/** Annotation sets as version 1 had them, and no journals. */
async function makeOld(root: string): Promise<void> {
  await makeSmall(root);
  const folder = join(root, 'project');
  await removeJournals(folder);
  const ada = join(folder, 'coders', 'ada');
  for (const name of await readdir(ada)) {
    const set = JSON.parse(await readFile(join(ada, name), 'utf8')) as Record<string, unknown>;
    delete set['relations'];
    delete set['marks'];
    await writeFile(join(ada, name), JSON.stringify({ ...set, formatVersion: 1, lastLine: 0 }));
  }
}

/** Beside the project: its backups, and a copy of it in which somebody went on. */
const backupsOf = ({ folder }: Place): string => join(dirname(folder), 'backups');
const otherOf = ({ folder }: Place): string => join(dirname(folder), 'other');

const at = (day: number, hour = 9): Timestamp =>
  new Date(Date.UTC(2001, 0, day, hour)).toISOString() as Timestamp;

/** Merged as a terminal does it, and as it was before. */
async function makeMerged(root: string): Promise<void> {
  await makeTwo(root);
  const [folder, other] = [join(root, 'project'), join(root, 'other')];
  await cp(folder, join(root, 'before'), { recursive: true });
  const kept = await keepFiles(folder);
  const merged = kept.ok ? await mergeFolder(folder, other) : kept;
  const journals = merged.ok ? await rememberMerge(folder, merged.value) : merged;
  if (!journals.ok) throw new Error(journals.fault.text);
  const session = await openQuietly(folder);
  const remembered = await keepMerge(folder, journals.value, contentHash(session.project));
  await session.close();
  if (!remembered.ok) throw new Error(remembered.fault.text);
}

async function openQuietly(folder: string): Promise<ProjectSession> {
  const opened = await openSession(folder, { deviceId: 'late' as DeviceId });
  if (!opened.ok) throw new Error(opened.fault.text);
  return opened.value;
}

/** As the app does it, but in one thread. */
function backUp(place: Place, session: ProjectSession, now: Timestamp) {
  const backups = new Backups({
    root: backupsOf(place),
    runSlowly: ((name: keyof typeof SLOW_TASKS, ...args: never[]) =>
      (SLOW_TASKS[name] as (...all: never[]) => Promise<unknown>)(...args)) as RunSlowly,
    now: () => now,
    onFault: () => undefined,
  });
  return backups.make(session, session.project, 'daily');
}

/** Two backups of one day, of which one goes when there is a newer one; then a text and annotations are added. */
async function makeBackedUp(root: string): Promise<void> {
  await makeSmall(root);
  const place = { folder: join(root, 'project') };
  for (const hour of [9, 10]) {
    await annotate(place, () => undefined, { count: 1, seed: 2, name: `hour-${hour}` });
    const session = await openQuietly(place.folder);
    const made = await backUp(place, session, at(1, hour));
    if (!made.ok) throw new Error(made.fault.text);
    await session.close();
  }
  await workIn(
    place,
    () => undefined,
    async (session) => {
      const added = await session.addTexts([preparedText('east')]);
      if (!added.ok) throw new Error(added.fault.text);
    },
  );
}

/** The contents of all backups that are listed, oldest first; each is read whole, with its texts. */
async function findBackups(place: Place): Promise<Found> {
  const [shelf] = await listShelves(backupsOf(place));
  const folder = new BackupFolder(join(backupsOf(place), shelf?.id ?? ''));
  const states: string[] = [];
  for (const { name } of (await folder.list()).toReversed()) {
    const read = await folder.read(name);
    states.push(read.ok ? contentHash(read.value.project) : `${name}: ${read.fault.code}`);
  }
  return { state: states.join(' '), notices: [] };
}

async function makeTwo(root: string): Promise<void> {
  await makeSmall(root);
  const other = { folder: join(root, 'other'), device: 'laptop' };
  await cp(join(root, 'project'), other.folder, { recursive: true });
  await workIn(
    other,
    () => undefined,
    async (session) => {
      const added = await session.addTexts([preparedText('east')]);
      if (!added.ok) throw new Error(added.fault.text);
      for (const n of [0, 1, 2]) {
        const done = session.perform(addAt('ada' as CoderId, `other-${n}`, n));
        if (!done.ok) throw new Error(done.fault.text);
      }
    },
  );
}

/** Does it, and once more if it failed; `done` is the state that it leads to. */
async function tryTwice(
  say: Say,
  done: readonly string[],
  act: () => Promise<{ readonly ok: boolean; readonly fault?: { readonly code: string } }>,
): Promise<void> {
  for (const state of done) say({ did: state });
  let made = await act();
  if (!made.ok) made = await act();
  if (made.ok) say({ saved: 1 });
  say({ end: made.ok ? 'saved' : (made.fault?.code ?? 'failed') });
}

/** To have another way of writing tested, add it here. */
export const SCENARIOS = {
  /** Annotations, a change, an undo. */
  annotating: {
    prepare: makeSmall,
    run: (place, say) => annotate(place, say, { count: 6, seed: 3, name: 'n' }),
    find: findProject,
  },

  /** A new project with two texts. */
  creating: {
    run: async (place, say) => {
      say({ opened: 'none', notices: [] });
      say({ did: 'made' });
      const made = await makeProject(place.folder);
      if (made.ok) say({ saved: 1 });
      say({ end: made.ok ? 'saved' : made.fault.code });
    },
    find: findProject,
    withoutLocal: true,
  },

  /** Verdicts of every kind, one of them reopened, and what all agree on accepted. */
  adjudicating: {
    prepare: makeDoubleCoded,
    run: (place, say) => workIn(place, say, (session) => adjudicate(session, say)),
    find: findProject,
  },

  /** A text with its annotations, as the import of sets does it: texts first, then one step. */
  importing: {
    prepare: makeSmall,
    run: (place, say) =>
      workIn(place, say, async (session) => {
        const text = preparedText('east');
        const stored = await session.storeTexts([text]);
        if (!stored.ok) return;
        const index = session.project.documents.length;
        const add: Command = { kind: 'document.add', document: text.document, index };
        const { coderId } = session;
        const commands = [add, addAt(coderId, 'i1', 0), addAt(coderId, 'i2', 1)];
        performAndSay(session, say, { kind: 'batch', purpose: 'import', size: 3, commands });
      }),
    find: findProject,
  },

  /** Opening a project whose files a version before the journals wrote, and going on in it. */
  migrating: {
    prepare: makeOld,
    run: (place, say) =>
      workIn(place, say, async (session) => {
        await session.settled();
        performAndSay(session, say, addAt(session.coderId, 'm1', 2));
      }),
    find: findProject,
  },

  /** A backup with a new text, after which an older backup goes. */
  'backing up': {
    prepare: makeBackedUp,
    run: async (place, say) => {
      const session = await openQuietly(place.folder);
      const before = (await findBackups(place)).state;
      say({ opened: before, notices: [] });
      const next = contentHash(session.project);
      const [, newest = ''] = before.split(' ');
      // With both of the older day, and when the older of them is gone.
      await tryTwice(say, [`${before} ${next}`, `${newest} ${next}`], () =>
        backUp(place, session, at(3)),
      );
      await session.close();
    },
    find: findBackups,
    withoutLocal: true,
  },

  /** What somebody did in another copy goes again. */
  'undoing a merge': {
    prepare: makeMerged,
    run: async (place, say) => {
      const { state, notices } = await findState(place.folder);
      say({ opened: state, notices });
      const before = (await findState(join(dirname(place.folder), 'before'))).state;
      await tryTwice(say, [before], () => undoKeptMerge(place.folder));
    },
    find: ({ folder }) => findState(folder),
    withoutLocal: true,
  },

  /** What somebody did in another copy, with a new text. */
  merging: {
    prepare: makeTwo,
    run: async (place, say) => {
      const before = await findState(place.folder);
      const after = await findState(otherOf(place));
      say({ opened: before.state, notices: before.notices });
      await tryTwice(say, [after.state], () => mergeFolder(place.folder, otherOf(place)));
    },
    find: ({ folder }) => findState(folder),
    withoutLocal: true,
  },
} satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof SCENARIOS;
