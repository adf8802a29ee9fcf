import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSession } from '../../src/storage/project-session';
import { createTemporaryName } from '../../src/storage/temporary-file';
import { snapshot, temporaryFolder } from './disk';
import { add, BEN, codeOf, makeProject, NORTH, open, SOUTH, TEXTS, value } from './small-project';

const SET = 'coders/ada/north.json';

/** A project in which Ada has one annotation on each text, and Ben is a coder without any. */
async function codedProject(): Promise<string> {
  const folder = await makeProject();
  const session = await open(folder);
  value(session.perform({ kind: 'coder.add', coder: BEN, index: 1 }));
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

describe('damaged: refused by name, and nothing on disk is changed', () => {
  it('[P31] the codebook is missing', async () => {
    const folder = await codedProject();
    await rm(join(folder, 'codebook.json'));
    await expectRefused(folder, 'storage.project.noCodebook', folder);
  });

  it.each([
    ['project.json', (): string => 'null', 'storage.file.otherFormat'],
    ['project.json', (): string => '', 'storage.file.damaged'],
    ['project.json', (all: string): string => all.slice(0, 100), 'storage.file.damaged'],
    [
      'project.json',
      (all: string): string => all.replace('"formatVersion": 1', '"formatVersion": 2'),
      'storage.file.newer',
    ],
    ['codebook.json', (): string => '[]', 'storage.file.otherFormat'],
    [
      'codebook.json',
      (all: string): string => all.replace('"blue"', '"pink"'),
      'storage.file.damaged',
    ],
    [SET, (): string => 'null', 'storage.file.otherFormat'],
    [SET, (all: string): string => all.slice(0, -20), 'storage.file.damaged'],
    [
      SET,
      (all: string): string => all.replace('postil-annotation-set', 'postil-codebook'),
      'storage.file.otherFormat',
    ],
    [SET, (all: string): string => all.replace('"memo"', '"__proto__"'), 'storage.file.damaged'],
  ])('[P32] %s as %s: %s', async (name, edit, code) => {
    const folder = await codedProject();
    await change(join(folder, name), edit);
    await expectRefused(folder, code, join(folder, name));
  });

  it.each([
    ['"start": 11', '"start": 12', 'annotations[0]'],
    ['"exact": "must not"', '"exact": "must now"', 'annotations[0]'],
    ['"codeId": "stance"', '"codeId": "opinion"', 'annotations[0]'],
    ['"end": 19', '"end": 1900', 'annotations[0]'],
    ['"memo": ""', '"memo": 7', 'annotations[0].memo'],
  ])('[P33] an annotation that does not fit: %s becomes %s', async (from, to, where) => {
    const folder = await codedProject();
    await change(join(folder, SET), (all) => all.replace(from, to));
    expect(await expectRefused(folder, 'storage.file.damaged', join(folder, SET))).toBe(where);
  });

  it('[P34] a set in the wrong place, or an annotation of somebody else in it', async () => {
    const folder = await codedProject();
    const path = join(folder, 'coders', 'ben', 'north.json');
    await mkdir(join(folder, 'coders', 'ben'));
    await rename(join(folder, SET), path);
    expect(await expectRefused(folder, 'storage.file.damaged', path)).toBeUndefined();
    await change(path, (all) => all.replace('"coderId": "ada"', '"coderId": "ben"'));
    const where = await expectRefused(folder, 'storage.file.damaged', path);
    expect(where).toBe('annotations[0]');
  });

  it('[P35] the same annotation in two sets, as a merge of copies makes it', async () => {
    const folder = await codedProject();
    await mkdir(join(folder, 'coders', 'ben'));
    const copy = (await readFile(join(folder, SET), 'utf8')).replaceAll('"ada"', '"ben"');
    await writeFile(join(folder, 'coders', 'ben', 'north.json'), copy);
    await expectRefused(folder, 'storage.file.damaged', 'a1');
  });

  it('[P36] two entries with one id in project.json', async () => {
    const folder = await codedProject();
    await change(join(folder, 'project.json'), (all) => all.replace('"id": "ben"', '"id": "ada"'));
    expect(await expectRefused(folder, 'storage.file.twice', 'ada')).toBe('coders[1].id');
  });

  it('[P37] a text that was changed outside, even by its line ends only', async () => {
    const folder = await codedProject();
    await change(join(folder, 'documents', 'north.txt'), (all) => all.replaceAll('\n', '\r\n'));
    await expectRefused(
      folder,
      'storage.project.textChanged',
      join('sources', 'north-north wind.txt'),
    );
  });

  it('[P38] a text that is missing', async () => {
    const folder = await codedProject();
    await rm(join(folder, 'documents', 'south.txt'));
    await expectRefused(folder, 'storage.project.textMissing', join('documents', 'south.txt'));
  });

  it('[P39] a description that does not fit the text', async () => {
    const folder = await codedProject();
    await change(join(folder, 'project.json'), (all) => all.replace(/"utf16": \d+/, '"utf16": 7'));
    await expectRefused(folder, 'storage.project.textDescription', 'project.json');
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

  it('[P41] files of others in coders/ are noticed and left; a journal and hidden files are not even that', async () => {
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
      new Set(['storage.project.strange']),
    );
    const named = ['conflicted copy', 'eve', 'notes.txt'];
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
