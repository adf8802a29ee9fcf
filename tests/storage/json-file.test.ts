import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { FileFormat } from '../../src/storage/file-format';
import { JsonFile } from '../../src/storage/json-file';
import { snapshot, temporaryFolder } from './disk';
import { codeOf, value } from './small-project';

interface Note {
  readonly words: string;
  readonly count: number;
}

const schema = z.strictObject({ words: z.string(), count: z.number() });
const FIRST: FileFormat<Note> = { name: 'postil-note', migrations: [], schema };
const THIRD: FileFormat<Note> = {
  ...FIRST,
  migrations: [
    { to: 2, migrate: ({ text, ...rest }) => ({ ...rest, words: text }) },
    { to: 3, migrate: (body) => ({ ...body, count: String(body['words']).split(' ').length }) },
  ],
};

const NOTE: Note = { words: 'a short note', count: 3 };

/** Where JSON ends being JSON; which line that is, is the business of core. */
const LINE: unknown = expect.stringMatching(/^line \d+, column \d+$/);

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const body = (fields: string): string => `{ "format": "postil-note", ${fields} }`;

describe('reading', () => {
  it.each([
    ['an empty file', '', 'storage.file.damaged', undefined],
    ['blanks', ' \n', 'storage.file.damaged', undefined],
    ['null', 'null', 'storage.file.otherFormat', undefined],
    ['a list', '[]', 'storage.file.otherFormat', undefined],
    ['zeros', '\0\0\0', 'storage.file.damaged', LINE],
    ['a cut file', '{ "format": "postil-note", "wor', 'storage.file.damaged', LINE],
    ['marks of a merge', '<<<<<<< ours\n{}', 'storage.file.conflict', undefined],
    [
      'another format',
      '{ "format": "other", "formatVersion": 1 }',
      'storage.file.otherFormat',
      undefined,
    ],
    ['no version', body('"words": "", "count": 1'), 'storage.file.otherFormat', undefined],
    ['version 0', body('"formatVersion": 0'), 'storage.file.otherFormat', undefined],
    ['a newer version', body('"formatVersion": 2'), 'storage.file.newer', undefined],
    [
      'a wrong field',
      body('"formatVersion": 1, "words": 7, "count": 1'),
      'storage.file.damaged',
      'words',
    ],
    [
      'an unknown field',
      body('"formatVersion": 1, "words": "", "count": 1, "x": 1'),
      'storage.file.damaged',
      undefined,
    ],
    ['__proto__', body('"formatVersion": 1, "__proto__": {}'), 'storage.file.damaged', '__proto__'],
    [
      'half a character',
      body('"formatVersion": 1, "words": "\\ud800", "count": 1'),
      'storage.file.damaged',
      'words',
    ],
    [
      'Latin-1',
      body('"formatVersion": 1, "words": "caf\xe9", "count": 1'),
      'storage.file.notUtf8',
      undefined,
    ],
  ])('[J1] %s: refused by path, and never written over', async (_, content, code, where) => {
    const folder = await temporaryFolder();
    const path = join(folder, 'note.json');
    await writeFile(path, latin1(content));
    const file = new JsonFile(path, FIRST, NOTE);
    const read = await file.read();
    expect(codeOf(read)).toBe(code);
    const fault = read.ok ? undefined : read.fault;
    expect(fault?.text).toContain(path);
    expect(fault?.where).toEqual(where);
    expect(codeOf(await file.write(NOTE))).toBe('storage.write.changed');
    expect(await snapshot(folder)).toEqual({ 'note.json': content });
  });

  it('[J2] a missing file is the initial data, or a fault where there is none', async () => {
    const path = join(await temporaryFolder(), 'note.json');
    expect(value(await new JsonFile(path, FIRST, NOTE).read())).toEqual(NOTE);
    expect(codeOf(await new JsonFile(path, FIRST).read())).toBe('storage.read.missing');
  });

  it('[J3] a byte order mark, as some editors add it, does no harm', async () => {
    const path = join(await temporaryFolder(), 'note.json');
    await writeFile(path, `\ufeff${body('"formatVersion": 1, "words": "a", "count": 1')}`);
    expect(value(await new JsonFile(path, FIRST).read())).toEqual({ words: 'a', count: 1 });
  });

  it('[J4] an older file is migrated step by step, and stays as it is until it is written', async () => {
    const path = join(await temporaryFolder(), 'note.json');
    const old = body('"formatVersion": 1, "text": "a short note"');
    await writeFile(path, old);
    const file = new JsonFile(path, THIRD);
    expect(value(await file.read())).toEqual(NOTE);
    expect(await readFile(path, 'utf8')).toBe(old);
    value(await file.write(NOTE));
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ formatVersion: 3, ...NOTE });
  });

  it('[J5] a migration whose result does not fit the schema is a damaged file', async () => {
    const path = join(await temporaryFolder(), 'note.json');
    await writeFile(path, body('"formatVersion": 1'));
    expect(codeOf(await new JsonFile(path, THIRD).read())).toBe('storage.file.damaged');
  });
});

describe('writing', () => {
  it('[J6] what is written is indented, says its format, and is read back', async () => {
    const path = join(await temporaryFolder(), 'note.json');
    value(await new JsonFile(path, FIRST).write(NOTE));
    expect(await readFile(path, 'utf8')).toBe(
      '{\n  "format": "postil-note",\n  "formatVersion": 1,\n  "words": "a short note",\n  "count": 3\n}\n',
    );
    expect(value(await new JsonFile(path, FIRST).read())).toEqual(NOTE);
  });

  it('[J7] a file that another program changed meanwhile is not written over', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'note.json');
    const ours = new JsonFile(path, FIRST);
    const theirs = new JsonFile(path, FIRST);
    value(await ours.write(NOTE));
    value(await theirs.read());
    value(await theirs.write({ words: 'theirs', count: 1 }));
    const before = await snapshot(folder);
    expect(codeOf(await ours.write({ words: 'ours', count: 1 }))).toBe('storage.write.changed');
    expect(await snapshot(folder)).toEqual(before);
  });

  it('[J8] a file that was touched but holds the same bytes is written', async () => {
    const path = join(await temporaryFolder(), 'note.json');
    const file = new JsonFile(path, FIRST);
    value(await file.write(NOTE));
    const content = await readFile(path);
    await rm(path);
    await writeFile(path, content);
    expect(codeOf(await file.write({ words: 'b', count: 1 }))).toBe('ok');
  });
});
