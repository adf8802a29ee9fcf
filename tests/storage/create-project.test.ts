import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { ProjectId } from '../../src/core/ids';
import { createProject } from '../../src/storage/create-project';
import { JsonFile } from '../../src/storage/json-file';
import { openSession } from '../../src/storage/open-session';
import { snapshot, temporaryFolder } from './disk';
import { ADA, codeOf, makeProject, NOW, open, preparedText, TEXTS } from './small-project';
import { watchWrites } from './watch-writes';

const GIVEN = { title: 'Winds', coder: ADA, id: 'winds' as ProjectId, at: NOW };
const TEXT = preparedText('north');

describe('a new project', () => {
  it('[P10] is laid out as agreed', async () => {
    const disk = await snapshot(await makeProject());
    expect(Object.keys(disk)).toEqual([
      '.gitattributes',
      '.gitignore',
      'codebook.json',
      'documents',
      'documents/north.txt',
      'documents/south.txt',
      'project.json',
      'sources',
      'sources/north-north wind.txt',
      'sources/south-south wind.txt',
    ]);
    expect(Buffer.from(disk['documents/north.txt'] ?? '', 'latin1').toString()).toBe(
      TEXTS['north'],
    );
    expect(disk['.gitattributes']).toBe(
      '*.json -text\n*.jsonl -text\ndocuments/*.txt -text\nsources/* -text\n',
    );
    // What undoes a merge at one computer must not undo it at another.
    expect(disk['.gitignore']).toBe('/before-merge/\n/set-aside/\n.postil-*.tmp\n');
  });

  it('[P11] keeps the imported file byte for byte beside the text', async () => {
    const folder = join(await temporaryFolder(), 'p');
    const source = Buffer.from([0xff, 0xfe, 0x0d, 0x0a]);
    await createProject(folder, { ...GIVEN, texts: [{ ...TEXT, source }] });
    expect(await readFile(join(folder, 'sources', 'north-north wind.txt'))).toEqual(source);
  });

  it('[P12] opens with its title, coder, codebook and documents in order', async () => {
    const { project, notices, serial, saveState } = await open(await makeProject());
    expect(project.title).toBe('Winds');
    expect(project.coders).toEqual([ADA]);
    expect(project.documents.map(({ id }) => id)).toEqual(['north', 'south']);
    expect(project.codebook.codes.map(({ id }) => id)).toEqual(['stance', 'precondition', 'actor']);
    expect(project.codebook.revisions[0].at).toBe(NOW);
    expect({ notices, serial, saveState }).toEqual({
      notices: [],
      serial: 0,
      saveState: { kind: 'saved', serial: 0 },
    });
  });

  it('[P13] makes the folders above it', async () => {
    const folder = join(await temporaryFolder(), 'a', 'b', 'c');
    expect(codeOf(await createProject(folder, GIVEN))).toBe('ok');
    expect((await open(folder)).project.documents).toEqual([]);
  });

  it('[P14] may use an empty folder, and does not mind what a desktop leaves there', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, '.DS_Store'), 'x');
    expect(codeOf(await createProject(folder, GIVEN))).toBe('ok');
  });

  it('[P14] may use a folder that is an empty repository of git', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, '.git'));
    await writeFile(join(folder, '.git', 'HEAD'), 'ref: refs/heads/main');
    expect(codeOf(await createProject(folder, GIVEN))).toBe('ok');
    expect((await snapshot(folder))['.git/HEAD']).toBe('ref: refs/heads/main');
  });
});

describe('refused, and nothing on disk is changed', () => {
  it.each([
    ['storage.create.notEmpty', 'thesis.txt'],
    ['storage.create.isProject', 'project.json'],
  ])('[P15] %s: a folder with %s', async (code, name) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, name), 'mine');
    expect(codeOf(await createProject(folder, { ...GIVEN, texts: [TEXT] }))).toBe(code);
    expect(await snapshot(folder)).toEqual({ [name]: 'mine' });
  });

  it('[P16] a file in its place, or above it', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), 'mine');
    expect(codeOf(await createProject(join(folder, 'file'), GIVEN))).toBe(
      'storage.create.notFolder',
    );
    expect(codeOf(await createProject(join(folder, 'file', 'p'), GIVEN))).toBe(
      'storage.write.gone',
    );
    expect(await snapshot(folder)).toEqual({ file: 'mine' });
  });

  it('[P17] a title or a set of documents that no project file can hold', async () => {
    const folder = await temporaryFolder();
    const long = await createProject(join(folder, 'p'), { ...GIVEN, title: 'x'.repeat(201) });
    expect(long.ok ? undefined : long.fault.where).toBe('title');
    expect(await snapshot(folder)).toEqual({});
  });
});

describe('interrupted', () => {
  it('[P18] what a failure leaves is removed again, and only that', async () => {
    const folder = await temporaryFolder();
    const empty = join(folder, 'empty');
    await mkdir(empty);
    const source = { ...TEXT, document: { ...TEXT.document, fileName: 'x'.repeat(400) } };
    vi.spyOn(JsonFile.prototype, 'write').mockImplementationOnce(async () => {
      await mkdir(join(empty, 'project.json'));
      return { ok: true, value: undefined };
    });
    const inPlace = await createProject(empty, { ...GIVEN, texts: [source] });
    expect(codeOf(inPlace)).toBe('storage.read.folder');
    vi.restoreAllMocks();
    const deep = join(folder, 'a', 'b');
    vi.spyOn(JsonFile.prototype, 'write').mockResolvedValueOnce({
      ok: false,
      fault: { code: 'storage.write.full', text: 'full' },
    });
    expect(codeOf(await createProject(deep, { ...GIVEN, texts: [TEXT] }))).toBe(
      'storage.write.full',
    );
    vi.restoreAllMocks();
    expect(await snapshot(folder)).toEqual({ empty: null });
  });

  it('[P19] without project.json, which is written last, it is called incomplete', async () => {
    const folder = await makeProject();
    await rm(join(folder, 'project.json'));
    const before = await snapshot(folder);
    expect(codeOf(await openSession(folder))).toBe('storage.project.halfWritten');
    expect(codeOf(await createProject(folder, GIVEN))).toBe('storage.create.notEmpty');
    expect(await snapshot(folder)).toEqual(before);
  });

  it('[P20] project.json comes after everything else', async () => {
    const folder = join(await temporaryFolder(), 'p');
    const written: string[] = [];
    watchWrites({
      before: async (path) => {
        if (path.endsWith('project.json')) written.push(...Object.keys(await snapshot(folder)));
      },
    });
    await createProject(folder, { ...GIVEN, texts: [TEXT] });
    vi.restoreAllMocks();
    expect(written).toContain('documents/north.txt');
    expect(written).toContain('codebook.json');
    expect(written).not.toContain('project.json');
  });
});
