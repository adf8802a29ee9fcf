import { cpSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  coderId,
  createAnnotation,
  createDesk,
  documentId,
  exportDesk,
  MONDAY,
} from '../core/codecs/json/fixture';
import { editJson } from '../core/codecs/json/edited-json';
import type { TeamActId } from '../../src/core/ids';
import { openSession } from '../../src/storage/open-session';
import { DOCUMENTS, readTree, runPostil, temporaryFolder, type Outcome } from './run-postil';

let scratch: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  scratch = temporaryFolder();
});
afterEach(() => {
  scratch[Symbol.dispose]();
});

const path = (...names: string[]): string => join(scratch.path, ...names);
const postil = (...args: string[]): Promise<Outcome> => runPostil(scratch.path, args);

/** Two texts, two coders, one annotation each; the units differ from the first character on. */
const SETS = exportDesk(
  createDesk({ one: '𠮷野 said Seoul must not wait.', two: 'Tokyo may 👍🏽 yet.' }, [
    createAnnotation('a1', '𠮷野 said Seoul [must not] wait.'),
    createAnnotation('b1', 'Tokyo may [👍🏽] yet.', {
      documentId: documentId('two'),
      coderId: coderId('bob'),
    }),
  ]),
);

/** A project with those sets in the folder `desk`, and their file beside it. Made once, then copied. */
const template = temporaryFolder();
beforeAll(async () => {
  writeFileSync(join(template.path, 'sets.json'), SETS);
  for (const args of [
    ['new', 'desk', '--coder', 'Zoe'],
    ['import', 'desk', 'sets.json'],
  ]) {
    const { code, stderr } = await runPostil(template.path, args);
    if (code !== 0) throw new Error(stderr);
  }
}, 60_000);
afterAll(() => {
  template[Symbol.dispose]();
});
function makeDesk(): void {
  cpSync(template.path, scratch.path, { recursive: true });
}

function withoutTime(json: string): string {
  return json.replace(/^ {2}"exportedAt": ".*",$/mu, '');
}

describe('postil', { timeout: 60_000 }, () => {
  it('says its version', async () => {
    const manifest = readFileSync(join(DOCUMENTS, '..', 'package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    expect(await postil('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each(['new', 'info', 'actors', 'relations', 'export', 'import', 'validate'])(
    'explains %s',
    async (command) => {
      const help = await postil(command, '--help');
      expect(help).toMatchObject({ code: 0, stderr: '' });
      expect(help.stdout).toContain(`Usage: postil ${command} `);
      expect(help.stdout).toContain(`Examples:\n  postil ${command} `);
    },
  );

  it.each([
    ['no command', [], 'Usage: postil'],
    ['an unknown command', ['code'], 'Run “postil --help”'],
    ['an unknown option', ['info', 'desk', '--xml'], 'Run “postil info --help”'],
    ['a missing argument', ['import', 'desk'], 'Run “postil import --help”'],
    ['a missing option', ['export', 'desk'], 'Run “postil export --help”'],
  ])('answers 2 to %s and writes only errors', async (_what, args, sentence) => {
    const outcome = await postil(...args);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain(sentence);
  });
});

describe('postil new and info', { timeout: 60_000 }, () => {
  it('makes a project of a folder with a manifest', async () => {
    const made = await postil('new', 'p', '--documents', DOCUMENTS, '--coder', 'Ann');
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toContain('“North Korea diplomacy 2000” with 3 documents for coder Ann');
    const info = await postil('info', 'p', '--json');
    expect(info).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(info.stdout)).toMatchObject({
      folder: path('p'),
      project: { title: 'North Korea diplomacy 2000' },
      documents: [
        { id: '000', length: { utf16: 4903, codePoints: 4903 }, annotations: 0, counts: [] },
        { id: '001' },
        { id: '004' },
      ],
      coders: [{ name: 'Ann', annotations: 0 }],
      codes: [{ id: 'stance' }, { id: 'precondition' }, { id: 'actor' }],
    });
  });

  it('makes a project of files and folders, named after its folder', async () => {
    mkdirSync(path('texts'));
    writeFileSync(path('texts', 'b.txt'), 'Seoul waits.\r\n');
    writeFileSync(path('a.txt'), 'Tokyo waits.');
    writeFileSync(path('copy.txt'), 'Tokyo waits.');
    const texts = ['a.txt', 'texts', 'copy.txt'];
    const made = await postil('new', 'Korea', '--json', '--documents', ...texts);
    expect(made.code).toBe(0);
    expect(JSON.parse(made.stdout)).toMatchObject({
      project: { title: 'Korea' },
      documents: [{ title: 'Tokyo waits' }, { title: 'Seoul waits' }],
    });
    expect(made.stderr).toContain('b.txt');
    expect(made.stderr).toContain('copy.txt');
  });

  it.each([
    ['a text that is missing', 'missing.txt', 'missing.txt'],
    ['an empty text', 'empty.txt', 'empty.txt'],
    ['a file that is no text', 'binary.txt', 'binary.txt'],
  ])('makes nothing when it is given %s', async (_what, file, named) => {
    writeFileSync(path('good.txt'), 'Seoul waits.');
    writeFileSync(path('empty.txt'), '');
    writeFileSync(path('binary.txt'), new Uint8Array([0, 1, 2, 3, 0, 255, 254, 0, 7]));
    const before = readTree(scratch.path);
    const made = await postil('new', 'p', '--documents', 'good.txt', file);
    expect(made).toMatchObject({ code: 1, stdout: '' });
    expect(made.stderr).toContain(named);
    expect(made.stderr).toContain('No project was made');
    expect(readTree(scratch.path)).toEqual(before);
  });

  it('leaves a folder that is not empty as it is', async () => {
    mkdirSync(path('p'));
    writeFileSync(path('p', 'mine.txt'), 'mine');
    const before = readTree(scratch.path);
    const made = await postil('new', 'p');
    expect(made).toMatchObject({ code: 1, stdout: '' });
    expect(made.stderr).toContain(path('p'));
    expect(readTree(scratch.path)).toEqual(before);
  });

  it('refuses a name that cannot be seen', async () => {
    expect(await postil('new', 'p', '--coder', ' ')).toMatchObject({ code: 1, stdout: '' });
    expect(readTree(scratch.path)).toEqual({});
  });

  it('says which folder is no project', async () => {
    const info = await postil('info', 'nowhere', '--json');
    expect(info).toMatchObject({ code: 1, stdout: '' });
    expect(info.stderr).toContain(path('nowhere'));
  });

  it('counts annotations by document, code and coder, for scripts and for people', async () => {
    makeDesk();
    const info: unknown = JSON.parse((await postil('info', 'desk', '--json')).stdout);
    expect(info).toMatchObject({
      documents: [
        {
          id: 'one',
          length: { utf16: 29, codePoints: 28 },
          counts: [{ codeId: 'stance', coderId: 'ann', annotations: 1 }],
        },
        { id: 'two', counts: [{ codeId: 'stance', coderId: 'bob', annotations: 1 }] },
      ],
      coders: [
        { name: 'Zoe', annotations: 0 },
        { name: 'Ann', annotations: 1 },
        { name: 'Bob', annotations: 1 },
      ],
      codes: [
        { id: 'stance', annotations: 2 },
        { id: 'precondition', annotations: 0 },
        { id: 'actor', annotations: 0 },
      ],
    });
    const { stdout } = await postil('info', 'desk');
    expect(stdout).toMatch(/^one +.*Seoul must not wait +28 +1 +0 +0 of 1 +0 +Stance \(Ann\) 1$/mu);
  });

  it('counts who finished a text among those who are to code it, or began', async () => {
    makeDesk();
    const opened = await openSession(path('desk'));
    if (!opened.ok) throw new Error(opened.fault.text);
    const { project } = opened.value;
    const zoe = project.coders.find(({ name }) => name === 'Zoe')?.id ?? coderId('zoe');
    const documentIds = [documentId('one')];
    const deed = { kind: 'assign', documentIds, coderIds: [zoe], isAssigned: true } as const;
    const act = { id: 't1' as TeamActId, coderId: zoe, at: MONDAY, deed };
    expect(opened.value.perform({ kind: 'team.record', act })).toMatchObject({ ok: true });
    await opened.value.close();
    const { documents } = JSON.parse((await postil('info', 'desk', '--json')).stdout) as {
      readonly documents: readonly { readonly expectedOf: readonly string[] }[];
    };
    expect(documents.map(({ expectedOf }) => expectedOf)).toEqual([[zoe, 'ann'], ['bob']]);
    const { stdout } = await postil('info', 'desk');
    expect(stdout).toMatch(/^one +.* 0 of 2 +0 +Stance \(Ann\) 1$/mu);
    expect(stdout).toMatch(/^two +.* 0 of 1 +0 +Stance \(Bob\) 1$/mu);
  });
});

describe('postil export and import', { timeout: 60_000 }, () => {
  it('[I11] export, import into an empty project, export: the same bytes but for the time', async () => {
    makeDesk();
    expect(await postil('export', 'desk', '--format', 'json', '--out', 'a.json')).toMatchObject({
      code: 0,
      stderr: '',
      stdout: 'Exported 2 annotations on 2 documents to a.json\n',
    });
    await postil('new', 'other', '--coder', 'Yan');
    expect(await postil('import', 'other', 'a.json')).toMatchObject({ code: 0, stderr: '' });
    await postil('export', 'other', '--format', 'json', '--out', 'b.json');
    const first = readFileSync(path('a.json'), 'utf8');
    expect(withoutTime(readFileSync(path('b.json'), 'utf8'))).toBe(withoutTime(first));
    expect(withoutTime(first)).toBe(withoutTime(SETS));
    expect(first).not.toContain(`"exportedAt": "${MONDAY}"`);
  });

  it('says what an import did, and does nothing the second time', async () => {
    makeDesk();
    const before = readTree(path('desk'));
    const nothing = { added: 0, updated: 0, unchanged: 0, kept: 0 };
    const again = await postil('import', 'desk', 'sets.json', '--json');
    expect(again.code).toBe(0);
    expect(JSON.parse(again.stdout)).toEqual({
      dryRun: false,
      projectTitle: 'Desk',
      addedDocuments: [],
      addedCodes: [],
      addedKinds: [],
      addedLists: [],
      addedValues: 0,
      addedActors: 0,
      matchedActors: 0,
      renamed: [],
      coders: ['Ann', 'Bob'],
      ...nothing,
      unchanged: 2,
      relations: nothing,
      leftOutRelations: 0,
      marks: nothing,
      memos: nothing,
      strays: { values: [], annotations: 0 },
    });
    expect(readTree(path('desk'))).toEqual(before);
  });

  it('fails when the journal has it and a file cannot be written, until that is mended', async () => {
    writeFileSync(path('sets.json'), SETS);
    await postil('new', 'desk');
    mkdirSync(path('desk', 'coders', 'ann', 'one.json'), { recursive: true });
    const { code, stderr } = await postil('import', 'desk', 'sets.json');
    expect(code).toBe(1);
    expect(stderr).toContain('What was done is kept in the journals');
    expect(stderr).toContain('one.json');
    rmdirSync(path('desk', 'coders', 'ann', 'one.json'));
    expect(await postil('doctor', 'desk', '--repair')).toMatchObject({ code: 0 });
    expect(readFileSync(path('desk', 'coders', 'ann', 'one.json'), 'utf8')).toContain('"a1"');
  });

  it('only says what would be imported with --dry-run', async () => {
    writeFileSync(path('sets.json'), SETS);
    await postil('new', 'desk');
    const before = readTree(path('desk'));
    const outcome = await postil('import', 'desk', 'sets.json', '--dry-run');
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toContain('Nothing was changed.');
    expect(outcome.stdout).toContain('Annotations added: 2');
    expect(readTree(path('desk'))).toEqual(before);
  });

  it.each([
    ['a wrong quote', { 'annotations[1].spans[0].exact': '👍' }, 'annotations[1].spans[0].exact: '],
    [
      'a newer version',
      { formatVersion: 3 },
      'formatVersion: This file was made by a newer Postil',
    ],
    ['an unknown code', { 'annotations[0].codeId': 'x' }, 'annotations[0].codeId: '],
  ])('[I1] imports nothing of a file with %s, and says where', async (_what, edits, sentence) => {
    writeFileSync(path('sets.json'), editJson(SETS, edits));
    await postil('new', 'desk');
    const before = readTree(path('desk'));
    const outcome = await postil('import', 'desk', 'sets.json');
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain(sentence);
    expect(outcome.stderr).toContain('Nothing was imported: 1 place does not fit.');
    expect(readTree(path('desk'))).toEqual(before);
  });

  it('replaces a file only with --force', async () => {
    makeDesk();
    writeFileSync(path('mine.json'), 'mine');
    const refused = await postil('export', 'desk', '--out', 'mine.json');
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('mine.json exists already');
    expect(readFileSync(path('mine.json'), 'utf8')).toBe('mine');
    expect(await postil('export', 'desk', '--out', 'mine.json', '--force')).toMatchObject({
      code: 0,
    });
    expect(withoutTime(readFileSync(path('mine.json'), 'utf8'))).toBe(withoutTime(SETS));
  });

  it('says where a file cannot be written', async () => {
    makeDesk();
    const outcome = await postil('export', 'desk', '--out', path('no', 'folder.json'));
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain(path('no', 'folder.json'));
  });

  it.each([
    ['a coder by name', ['--coder', 'Bob'], ['one', 'two'], ['b1'], true],
    ['a document by id', ['--document', 'one'], ['one'], ['a1'], true],
    ['a document by file name', ['--document', 'two.txt'], ['two'], ['b1'], true],
    ['everything without texts', ['--no-texts'], ['one', 'two'], ['a1', 'b1'], false],
  ])('exports %s to the standard output', async (_what, args, documents, annotations, texts) => {
    makeDesk();
    const outcome = await postil('export', 'desk', '--out', '-', ...args);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    const file = JSON.parse(outcome.stdout) as Record<string, { id: string }[]>;
    expect(file['documents']?.map(({ id }) => id)).toEqual(documents);
    expect(file['annotations']?.map(({ id }) => id)).toEqual(annotations);
    expect(file['documents']?.every((document) => 'text' in document)).toBe(texts);
  });

  it.each([
    ['coder', ['--coder', 'Cid'], 'Zoe ('],
    ['document', ['--document', 'three'], '(two)'],
    ['format', ['--format', 'xml'], 'json'],
  ])('names what there is when the %s is unknown', async (_what, args, known) => {
    makeDesk();
    const outcome = await postil('export', 'desk', '--out', 'x.json', ...args);
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain(known);
  });
});

describe('postil validate', { timeout: 60_000 }, () => {
  it('says that a file is valid, from a file and from the standard input', async () => {
    writeFileSync(path('sets.json'), SETS);
    expect(await postil('validate', 'sets.json')).toEqual({
      code: 0,
      stdout: 'sets.json is valid: 2 annotations on 2 documents\n',
      stderr: '',
    });
    const piped = await runPostil(scratch.path, ['validate', '-', '--json'], SETS);
    expect(piped).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(piped.stdout)).toEqual({
      valid: true,
      annotations: 2,
      documents: 2,
      actors: 0,
      relations: 0,
      marks: 0,
      memos: 0,
      withoutText: 0,
      strays: { values: [], annotations: 0 },
    });
  });

  it('lists every place that does not fit', async () => {
    const edits = { 'annotations[0].spans[0].codePoint.start': 0, 'documents[1].text': 'x' };
    writeFileSync(path('sets.json'), editJson(SETS, edits));
    const outcome = await postil('validate', 'sets.json', '--json');
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toMatch(/^documents\[1\]\.text: /mu);
    expect(outcome.stderr).toMatch(/^annotations\[0\]\.spans\[0\]\.codePoint\.start: /mu);
    expect(JSON.parse(outcome.stdout)).toMatchObject({ valid: false, total: 2 });
  });

  it('says when quotes could not be compared', async () => {
    const texts = { 'documents[0].text': undefined, 'documents[1].text': undefined };
    writeFileSync(path('sets.json'), editJson(SETS, texts));
    const outcome = await postil('validate', 'sets.json');
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toContain('does not hold the text of 2 documents');
  });

  it.each([
    ['is missing', 'missing.json', 'missing.json'],
    ['is a folder', '.', '.'],
    ['is not UTF-8', 'latin.json', 'latin.json is not UTF-8'],
    ['is empty', 'empty.json', 'The file is empty'],
  ])('refuses a file that %s', async (_what, file, sentence) => {
    writeFileSync(path('latin.json'), new Uint8Array([0x22, 0xe9, 0x22]));
    writeFileSync(path('empty.json'), '');
    const outcome = await postil('validate', file);
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain(sentence);
  });
});
