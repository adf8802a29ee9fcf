import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ActorId } from '../../src/core/ids';
import { contentHash } from '../../src/core/project/content-hash';
import type { Project } from '../../src/core/project/project';
import type { Actor } from '../../src/core/register/actor';
import type { Fault } from '../../src/core/result';
import { openSession } from '../../src/storage/open-session';
import type { ProjectSession } from '../../src/storage/project-session';
import { createTemporaryName } from '../../src/storage/temporary-file';
import { snapshot, temporaryFolder } from './disk';
import { removeJournals } from './journals';
import {
  add,
  ADA,
  BEN,
  codeOf,
  makeProject,
  NORTH,
  open,
  SOUTH,
  TEXTS,
  value,
} from './small-project';

const SET = 'coders/ada/north.json';

/** A project in which Ada has one annotation on each text, and Ben is a coder without any. */
async function codedProject(): Promise<string> {
  const folder = await makeProject();
  const session = await open(folder);
  value(session.perform({ kind: 'coder.add', coder: BEN, index: 1 }));
  const seoul = { id: 'rok' as ActorId, label: 'Seoul', kind: 'state', aliases: [], note: '' };
  value(session.perform({ kind: 'actor.add', actor: seoul as Actor, index: 0 }));
  value(session.perform(add('a1', 'must not')));
  value(session.perform(add('a2', 'scrap the law', { documentId: SOUTH })));
  value(await session.close());
  return folder;
}

async function change(path: string, edit: (content: string) => string): Promise<void> {
  await writeFile(path, edit(await readFile(path, 'utf8')));
}

/** Opening must fail with this code, name the file, and leave every byte as it is. */
async function expectRefused(
  folder: string,
  code: string,
  named: string,
): Promise<string | undefined> {
  const before = await snapshot(folder);
  const opened = await openSession(folder);
  expect(codeOf(opened)).toBe(code);
  expect(await snapshot(folder)).toEqual(before);
  if (opened.ok) return undefined;
  expect(opened.fault.text).toContain(named);
  return opened.fault.where;
}

interface Opened {
  readonly session: ProjectSession;
  /** The one thing that was noticed. */
  readonly notice: Fault;
}

/** The rest must open, with one notice of this code that names the file, and every byte must stay as it is. */
async function expectOpened(folder: string, code: string, named: string): Promise<Opened> {
  const before = await snapshot(folder);
  const session = await open(folder);
  expect(session.notices.map((notice) => notice.code)).toEqual([code]);
  const [notice] = session.notices as [Fault];
  expect(notice.text).toContain(named);
  expect(await snapshot(folder)).toEqual(before);
  return { session, notice };
}

/** What lies in the folder for files that could not be used, by its bytes. */
async function setAsideIn(folder: string): Promise<readonly (string | null)[]> {
  const all = Object.entries(await snapshot(folder));
  return all.filter(([name]) => name.startsWith('set-aside/')).map(([, bytes]) => bytes);
}

/** Once something is saved, the damaged file must lie aside byte for byte and the project open without a word. */
async function expectSetAside(
  session: ProjectSession,
  name: string,
  whole: Project,
): Promise<void> {
  const { folder } = session;
  const damaged = (await snapshot(folder))[name];
  for (const coder of [ADA, BEN]) {
    session.workAs(coder.id);
    value(await session.settled());
  }
  expect(session.saveState).toEqual({ kind: 'saved', serial: session.serial });
  expect(await setAsideIn(folder)).toEqual([damaged]);
  value(await session.close());
  const again = await open(folder);
  expect(again.notices).toEqual([]);
  expect(contentHash(again.project)).toBe(contentHash(whole));
  await removeJournals(folder);
  const fromFiles = await open(folder);
  expect(fromFiles.notices).toEqual([]);
  expect(contentHash(fromFiles.project)).toBe(contentHash(whole));
}

async function projectIn(folder: string): Promise<Project> {
  return (await open(folder)).project;
}

describe('not a project', () => {
  it('[P30] missing, a file, an empty folder, a folder of other things', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'empty'));
    await mkdir(join(folder, 'other'));
    await writeFile(join(folder, 'other', 'thesis.txt'), 'mine');
    const before = await snapshot(folder);
    const codes: string[] = [];
    for (const name of ['missing', 'other/thesis.txt', 'empty', 'other']) {
      codes.push(codeOf(await openSession(join(folder, name))));
    }
    expect(codes).toEqual([
      'storage.project.missing',
      'storage.project.notFolder',
      'storage.project.none',
      'storage.project.none',
    ]);
    expect(await snapshot(folder)).toEqual(before);
  });
});

const DAMAGES: readonly [string, (all: string) => string, string][] = [
  ['project.json', () => 'null', 'storage.file.otherFormat'],
  ['project.json', () => '', 'storage.file.damaged'],
  ['project.json', (all) => all.slice(0, 100), 'storage.file.damaged'],
  [
    'project.json',
    (all) => all.replace(/^ {2}"title".*$/mu, '<<<<<<< HEAD\n$&\n=======\n$&\n>>>>>>> 8d73d40'),
    'storage.file.conflict',
  ],
  ['codebook.json', () => '[]', 'storage.file.otherFormat'],
  ['codebook.json', (all) => all.replace('"blue"', '"pink"'), 'storage.file.damaged'],
  ['actors.json', () => '\0\0\0', 'storage.file.damaged'],
  [SET, () => 'null', 'storage.file.otherFormat'],
  [SET, () => '', 'storage.file.damaged'],
  [SET, (all) => `<<<<<<< HEAD\n${all}=======\n${all}>>>>>>> 8d73d40\n`, 'storage.file.conflict'],
  [SET, (all) => all.slice(0, -20), 'storage.file.damaged'],
  [
    SET,
    (all) => all.replace('postil-annotation-set', 'postil-codebook'),
    'storage.file.otherFormat',
  ],
  [SET, (all) => all.replace('"memo"', '"__proto__"'), 'storage.file.damaged'],
  [SET, (all) => all.replace('"memo": ""', '"memo": 7'), 'storage.file.damaged'],
  [SET, (all) => all.replaceAll('"ada"', '"ben"'), 'storage.file.damaged'],
];

describe('damaged: named, the rest opens, and nothing on disk is changed until something is saved', () => {
  it('[P31] the codebook is missing: the journals have it; without them nothing can be shown', async () => {
    const folder = await codedProject();
    const whole = await projectIn(folder);
    const path = join(folder, 'codebook.json');
    const before = await readFile(path, 'utf8');
    await rm(path);
    const { session } = await expectOpened(folder, 'storage.read.missing', path);
    expect(contentHash(session.project)).toBe(contentHash(whole));
    session.workAs(ADA.id);
    value(await session.close());
    expect(await readFile(path, 'utf8')).toBe(before);
    await rm(path);
    await removeJournals(folder);
    await expectRefused(folder, 'storage.project.noCodebook', folder);
  });

  it.each(DAMAGES)('[P32] %s as %s: %s', async (name, edit, code) => {
    const folder = await codedProject();
    const whole = await projectIn(folder);
    await change(join(folder, name), edit);
    const { session, notice } = await expectOpened(folder, code, join(folder, name));
    expect(contentHash(session.project)).toBe(contentHash(whole));
    expect(notice.text).toMatch(name === SET ? /with 1 annotation of this set/ : /journals/);
    await expectSetAside(session, name, whole);
  });

  it.each(DAMAGES)('[P32] without journals: %s as %s: %s', async (name, edit, code) => {
    const folder = await codedProject();
    await removeJournals(folder);
    await change(join(folder, name), edit);
    if (name === 'project.json' || name === 'codebook.json') {
      await expectRefused(folder, code, join(folder, name));
      return;
    }
    const { session, notice } = await expectOpened(folder, code, join(folder, name));
    expect(session.project.annotations.get(SOUTH)).toHaveLength(1);
    if (name !== SET) return;
    expect(session.project.annotations.has(NORTH)).toBe(false);
    expect(notice.text).toContain('none of this set’s annotations are in a journal');
    const damaged = (await snapshot(folder))[SET];
    value(session.perform(add('a3', 'talks')));
    value(await session.close());
    expect(await setAsideIn(folder)).toEqual([damaged]);
    const again = await open(folder);
    expect(again.notices).toEqual([]);
    expect(again.project.annotations.get(NORTH)).toMatchObject([{ id: 'a3' }]);
    expect(again.project.annotations.get(SOUTH)).toHaveLength(1);
  });

  it.each(['project.json', 'codebook.json', 'actors.json'])(
    '[P32] %s of a newer Postil is not opened, journals or not',
    async (name) => {
      const folder = await codedProject();
      await change(join(folder, name), (all) =>
        all.replace(/"formatVersion": \d+/, '"formatVersion": 9'),
      );
      await expectRefused(folder, 'storage.file.newer', join(folder, name));
      await removeJournals(folder);
      await expectRefused(folder, 'storage.file.newer', join(folder, name));
    },
  );

  it('[P32] a set of a newer Postil is never written over; what is done goes into the journal', async () => {
    const folder = await codedProject();
    const path = join(folder, SET);
    await change(path, (all) => all.replace(/"formatVersion": \d+/, '"formatVersion": 9'));
    const newer = await readFile(path, 'utf8');
    const { session } = await expectOpened(folder, 'storage.file.newer', path);
    value(session.perform(add('a3', 'talks')));
    session.workAs(ADA.id);
    value(await session.close());
    expect(session.saveState).toMatchObject({
      kind: 'saved',
      serial: 1,
      folder: { code: 'storage.file.newer' },
    });
    expect(await readFile(path, 'utf8')).toBe(newer);
    expect(await setAsideIn(folder)).toEqual([]);
    expect((await projectIn(folder)).annotations.get(NORTH)).toHaveLength(2);
  });

  it.each([
    ['"start": 11', '"start": 12'],
    ['"exact": "must not"', '"exact": "must now"'],
    ['"codeId": "stance"', '"codeId": "opinion"'],
    ['"end": 19', '"end": 1900'],
  ])('[P33] an annotation that does not fit: %s becomes %s', async (from, to) => {
    const folder = await codedProject();
    const whole = await projectIn(folder);
    const path = join(folder, SET);
    await change(path, (all) => all.replace(from, to));
    // The journal knows better.
    expect(contentHash(await projectIn(folder))).toBe(contentHash(whole));
    await removeJournals(folder);
    const { session } = await expectOpened(folder, 'fault.journal.annotation', 'a1');
    expect(session.project.annotations.has(NORTH)).toBe(false);
    expect(session.project.annotations.get(SOUTH)).toHaveLength(1);
    value(session.perform(add('a3', 'talks')));
    value(await session.close());
    const [journal = ''] = Object.entries(await snapshot(folder))
      .filter(([name]) => name.endsWith('.jsonl'))
      .map(([, bytes]) => bytes as string);
    expect(journal).toContain('"put":["annotation","a1"]');
    expect((await open(folder)).notices).toHaveLength(1);
  });

  it('[P34] a set in the wrong place, or an annotation of somebody else in it', async () => {
    const folder = await codedProject();
    const whole = await projectIn(folder);
    const path = join(folder, 'coders', 'ben', 'north.json');
    await mkdir(join(folder, 'coders', 'ben'), { recursive: true });
    await rename(join(folder, SET), path);
    const { session, notice } = await expectOpened(folder, 'storage.file.damaged', path);
    expect(notice.where).toBeUndefined();
    expect(contentHash(session.project)).toBe(contentHash(whole));
    await change(path, (all) => all.replace('"coderId": "ada"', '"coderId": "ben"'));
    const strange = await expectOpened(folder, 'storage.file.damaged', path);
    expect(strange.notice.where).toBe('annotations[0]');
    await removeJournals(folder);
    const without = await expectOpened(folder, 'storage.file.damaged', path);
    expect(without.session.project.annotations.has(NORTH)).toBe(false);
    const bytes = await readFile(path, 'latin1');
    value(without.session.perform(add('b1', 'talks', { coderId: BEN.id })));
    value(await without.session.close());
    expect(await setAsideIn(folder)).toEqual([bytes]);
  });

  it('[P35] the same annotation in two sets, as a merge of copies makes it', async () => {
    const folder = await codedProject();
    const whole = await projectIn(folder);
    await mkdir(join(folder, 'coders', 'ben'), { recursive: true });
    const copy = (await readFile(join(folder, SET), 'utf8')).replaceAll('"ada"', '"ben"');
    await writeFile(join(folder, 'coders', 'ben', 'north.json'), copy);
    const { session } = await expectOpened(folder, 'storage.file.damaged', 'a1');
    expect(contentHash(session.project)).toBe(contentHash(whole));
    await removeJournals(folder);
    const without = await expectOpened(folder, 'storage.file.damaged', 'a1');
    expect(contentHash(without.session.project)).toBe(contentHash(whole));
  });

  it('[P36] two entries with one id in project.json', async () => {
    const folder = await codedProject();
    const whole = await projectIn(folder);
    const path = join(folder, 'project.json');
    await change(path, (all) => all.replace('"id": "ben"', '"id": "ada"'));
    const { session, notice } = await expectOpened(folder, 'storage.file.twice', 'ada');
    expect(notice.where).toBe('coders[1].id');
    const damaged = await readFile(path, 'utf8');
    await expectSetAside(session, 'project.json', whole);
    await writeFile(path, damaged);
    expect(await expectRefused(folder, 'storage.file.twice', 'ada')).toBe('coders[1].id');
  });

  it.each([
    [
      '[P37] a text that was changed outside, even by its line ends only,',
      (path: string) => change(path, (all) => all.replaceAll('\n', '\r\n')),
      'storage.project.textChanged',
      join('sources', 'north-north wind.txt'),
    ],
    [
      '[P38] a text that is missing',
      (path: string) => rm(path),
      'storage.project.textMissing',
      join('documents', 'north.txt'),
    ],
  ])(
    '%s is withheld with all that was coded on it, and comes back',
    async (_, harm, code, named) => {
      const folder = await codedProject();
      const whole = await projectIn(folder);
      const path = join(folder, 'documents', 'north.txt');
      const [text, set] = [await readFile(path, 'utf8'), await readFile(join(folder, SET), 'utf8')];
      await harm(path);
      const { session } = await expectOpened(folder, code, named);
      expect(session.project.documents.map(({ id }) => id)).toEqual(['south']);
      expect([...session.project.annotations.keys()]).toEqual(['south']);
      session.workAs(ADA.id);
      value(session.perform({ kind: 'project.describe', id: session.project.id, title: 'Storms' }));
      value(await session.close());
      expect(await readFile(join(folder, SET), 'utf8')).toBe(set);
      const head = JSON.parse(await readFile(join(folder, 'project.json'), 'utf8')) as Project;
      expect(head.documents.map(({ id }) => id).sort()).toEqual(['north', 'south']);
      const before = await open(folder);
      expect(before.notices[0]?.text).toContain('shown');
      expect(before.notices[0]?.text).not.toContain('open the project again');
      await writeFile(path, text);
      expect(await before.refresh()).toBe(true);
      expect(before.project.documents.map(({ id }) => id).sort()).toEqual(['north', 'south']);
      value(await before.close());
      const { project, notices } = await open(folder);
      expect(notices).toEqual([]);
      expect(contentHash({ ...project, title: 'Winds' })).toBe(contentHash(whole));
    },
  );

  it('[P39] a description that does not fit the text', async () => {
    const folder = await codedProject();
    const whole = await projectIn(folder);
    await change(join(folder, 'project.json'), (all) => all.replace(/"utf16": \d+/, '"utf16": 7'));
    // The journal knows better.
    expect(contentHash(await projectIn(folder))).toBe(contentHash(whole));
    await removeJournals(folder);
    const { session } = await expectOpened(
      folder,
      'storage.project.textDescription',
      'project.json',
    );
    expect(session.project.documents.map(({ id }) => id)).toEqual(['south']);
  });
});

describe('opened', () => {
  it('[P40] a set without a file is empty, and so is a project without any', async () => {
    const folder = await codedProject();
    await rm(join(folder, 'coders'), { recursive: true });
    const { project, notices } = await open(folder);
    expect(project.annotations.size).toBe(0);
    expect(notices).toEqual([]);
  });

  it('[P41] files of others in coders/ are noticed and left; hidden files are not even that', async () => {
    const folder = await codedProject();
    const coders = join(folder, 'coders');
    await mkdir(join(coders, 'eve'));
    await cp(join(folder, SET), join(coders, 'eve', 'north.json'));
    await writeFile(join(coders, 'notes.txt'), '');
    await writeFile(join(coders, 'ada', 'north (conflicted copy).json'), '{}');
    await writeFile(join(coders, 'ada', 'journal-desk.jsonl'), '');
    await writeFile(join(coders, '.DS_Store'), '');
    await writeFile(join(coders, 'ada', '._north.json'), '');
    await writeFile(join(coders, 'ada', 'Thumbs.db'), '');
    const before = await snapshot(folder);
    const session = await open(folder);
    expect(new Set(session.notices.map(({ code }) => code))).toEqual(
      new Set(['storage.project.strange', 'journal.file.empty']),
    );
    const named = ['conflicted copy', 'eve', 'notes.txt', 'journal-desk'];
    expect(session.notices).toHaveLength(named.length);
    for (const name of named) {
      expect(session.notices.some(({ text }) => text.includes(name))).toBe(true);
    }
    expect(await snapshot(folder)).toEqual(before);
  });

  it('[P42] what a crash left of a save is swept', async () => {
    const folder = await codedProject();
    const before = await snapshot(folder);
    const dead = createTemporaryName('left').replace(/-\d+-left/, '-4194304-left');
    for (const place of ['.', 'documents', 'sources', 'coders', 'coders/ada']) {
      await writeFile(join(folder, place, dead), 'half');
    }
    await open(folder);
    expect(await snapshot(folder)).toEqual(before);
  });

  it('[P43] a project that was moved opens at its new place', async () => {
    const folder = await codedProject();
    await rename(folder, `${folder}-2`);
    const session = await open(`${folder}-2`);
    expect(session.folder).toBe(`${folder}-2`);
    expect(session.textOf(NORTH)).toBe(TEXTS['north']);
    expect(await readdir(join(folder, '..'))).toEqual(['project-2']);
  });
});
