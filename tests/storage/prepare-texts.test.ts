import { mkdir, open, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../src/core/document/source-document';
import type { DocumentId } from '../../src/core/ids';
import { prepareTexts, type PreparedTexts } from '../../src/storage/prepare-texts';
import { LARGEST_TEXT } from '../../src/storage/read-text-file';
import { TEXTS_IN_ZIP } from '../../src/storage/zip-texts';
import { makeZip } from '../support/zip-writer';
import { snapshot, temporaryFolder } from './disk';
import { NOW, preparedText } from './small-project';

async function prepare(
  paths: readonly string[],
  known: readonly SourceDocument[] = [],
): Promise<PreparedTexts> {
  let n = 0;
  const createId = (): DocumentId => `d${(n += 1)}` as DocumentId;
  return prepareTexts(paths, { known, at: NOW, createId });
}

/** Files given as `{ name: content }`, content as latin-1 characters. */
async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const parts = name.split('/');
    await mkdir(join(folder, ...parts.slice(0, -1)), { recursive: true });
    await writeFile(join(folder, ...parts), content, 'latin1');
  }
  return folder;
}

const namesOf = (prepared: PreparedTexts): string[] =>
  prepared.texts.map(({ document }) => document.fileName);
const codesOf = (prepared: PreparedTexts): string[] => prepared.notices.map(({ code }) => code);

describe('which files', () => {
  it('[T10] a folder gives its .txt files, in natural order, and nothing on disk changes', async () => {
    const folder = await folderWith({
      'b/10.txt': 'ten',
      'b/9.TXT': 'nine',
      'a.txt': 'a',
      '.hidden.txt': 'no',
      '.git/x.txt': 'no',
      'notes.md': 'no',
    });
    const before = await snapshot(folder);
    const prepared = await prepare([folder]);
    expect(namesOf(prepared)).toEqual(['a.txt', '9.TXT', '10.txt']);
    expect(prepared.notices).toEqual([]);
    expect(await snapshot(folder)).toEqual(before);
  });

  it('[T11] what is given and cannot be taken is named', async () => {
    const folder = await folderWith({ 'notes.md': 'no', 'one.txt': 'one', 'empty/readme': '' });
    const paths = ['missing.txt', 'notes.md', 'empty', 'one.txt'].map((name) => join(folder, name));
    const prepared = await prepare(paths);
    expect(namesOf(prepared)).toEqual(['one.txt']);
    expect(codesOf(prepared)).toEqual([
      'storage.read.missing',
      'storage.text.otherKind',
      'storage.text.noneInFolder',
    ]);
    for (const [i, notice] of prepared.notices.entries()) expect(notice.text).toContain(paths[i]);
  });

  it('[T12] a file given twice, by itself and with its folder, is taken once without a word', async () => {
    const folder = await folderWith({ 'one.txt': 'one' });
    const prepared = await prepare([join(folder, 'one.txt'), folder]);
    expect(namesOf(prepared)).toEqual(['one.txt']);
    expect(prepared.notices).toEqual([]);
  });

  it('[T13] a link from a folder into itself is not followed', async () => {
    const folder = await folderWith({ 'one.txt': 'one' });
    await symlink(folder, join(folder, 'round'));
    const prepared = await prepare([folder]);
    expect(namesOf(prepared)).toEqual(['one.txt']);
    expect(prepared.notices).toEqual([]);
  });

  it('[T14] a folder called like a text is a folder', async () => {
    const folder = await folderWith({ 'texts.txt/one.txt': 'one' });
    expect(namesOf(await prepare([join(folder, 'texts.txt')]))).toEqual(['one.txt']);
  });

  it('[T20] an archive gives its .txt files as its folder would; hidden ones and other kinds are left out', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'corpus.zip');
    const names = ['b/10.txt', 'b/9.TXT', 'a.txt', '.hidden.txt', 'notes.md', 'x.zip'];
    await writeFile(path, makeZip(names.map((name) => ({ name, data: name, method: 8 }))));
    const before = await snapshot(folder);
    const prepared = await prepare([path]);
    expect(namesOf(prepared)).toEqual(['a.txt', '9.TXT', '10.txt']);
    expect(codesOf(prepared)).toEqual(['zip.notice.nested', 'zip.notice.passedOver']);
    expect(prepared.notices[1]?.text).toMatch(/1 file was .*: notes\.md\.$/);
    expect(await snapshot(folder)).toEqual(before);
  });

  it('[T21] of an archive that is refused nothing is taken, of other files all', async () => {
    const folder = await folderWith({ 'one.txt': 'one' });
    const paths = [join(folder, 'slip.zip'), join(folder, 'one.txt')];
    await writeFile(
      join(folder, 'slip.zip'),
      makeZip([{ name: 'two.txt', data: 'two' }, { name: '../three.txt' }]),
    );
    const prepared = await prepare(paths);
    expect(namesOf(prepared)).toEqual(['one.txt']);
    expect(codesOf(prepared)).toEqual(['zip.fault.name']);
    expect(prepared.notices[0]?.text).toContain(paths[0]);
  });

  it('[T22] an archive in a folder is passed over; an archive that is too large is not read', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'one.txt'), 'one');
    const handle = await open(join(folder, 'large.zip'), 'w');
    await handle.truncate(TEXTS_IN_ZIP.archive + 1);
    await handle.close();
    expect((await prepare([folder])).notices).toEqual([]);
    const prepared = await prepare([join(folder, 'large.zip')]);
    expect(codesOf(prepared)).toEqual(['zip.fault.largeArchive']);
    expect(prepared.notices[0]?.text).toContain('201 MB');
  });
});

describe('what becomes of them', () => {
  it('[T15] a text is normalised and the file is kept byte for byte', async () => {
    const folder = await folderWith({ 'one.txt': '\xef\xbb\xbfA line.\r\nAnother\rone.\n' });
    const prepared = await prepare([folder]);
    const [text] = prepared.texts;
    expect(text?.text).toBe('A line.\nAnother\none.\n');
    expect(Buffer.from(text?.source ?? []).toString('latin1')).toBe(
      '\xef\xbb\xbfA line.\r\nAnother\rone.\n',
    );
    expect(text?.document).toMatchObject({
      id: 'd1',
      fileName: 'one.txt',
      title: { value: 'A line', inferred: true },
      length: { utf16: 21, codePoints: 21 },
      addedAt: NOW,
    });
    expect(codesOf(prepared)).toEqual(['storage.text.byteOrderMark', 'storage.text.lineEnds']);
    expect(prepared.notices[1]?.text).toContain('2 line ends');
  });

  it('[T16] a detected encoding is told by name', async () => {
    const folder = await folderWith({
      'old.txt':
        'The \x93historic\x94 visit \x97 long delayed \x97 was called for, and it isn\x92t over.',
    });
    const prepared = await prepare([folder]);
    expect(codesOf(prepared)).toEqual(['storage.text.detected']);
    expect(prepared.notices[0]?.text).toMatch(/old\.txt.*Windows-1252/);
    expect(prepared.texts[0]?.text).toContain('“historic”');
  });

  it.each([
    ['empty', '', 'storage.text.empty'],
    ['a mark only', '\xef\xbb\xbf', 'storage.text.blank'],
    ['blanks', ' \n\t\xc2\xa0\n', 'storage.text.blank'],
    ['binary', 'PK\x03\x04\0\0', 'storage.text.binary'],
    ['unclear', 'Caf\xe9.', 'storage.text.unknownEncoding'],
    ['damaged before', 'lost \xef\xbf\xbd', 'storage.text.replacement'],
  ])('[T17] %s: refused by name, the others are taken', async (_, content, code) => {
    const folder = await folderWith({ 'bad.txt': content, 'good.txt': 'good' });
    const prepared = await prepare([folder]);
    expect(namesOf(prepared)).toEqual(['good.txt']);
    expect(codesOf(prepared)).toEqual([code]);
    expect(prepared.notices[0]?.text).toContain('bad.txt');
  });

  it('[T18] a file that is too large is not read', async () => {
    const folder = await temporaryFolder();
    const handle = await open(join(folder, 'large.txt'), 'w');
    await handle.truncate(LARGEST_TEXT + 1);
    await handle.close();
    const prepared = await prepare([folder]);
    expect(codesOf(prepared)).toEqual(['storage.text.large']);
    expect(prepared.notices[0]?.text).toContain('51 MB');
  });

  it('[T19] the same text is taken once, however it is encoded, and not if the project has it', async () => {
    const folder = await folderWith({
      '1.txt': 'the same\n',
      '2.txt': '\xef\xbb\xbfthe same\r\n',
      '3.txt': 'The text of known.\n',
    });
    const prepared = await prepare([folder], [preparedText('known').document]);
    expect(namesOf(prepared)).toEqual(['1.txt']);
    expect(codesOf(prepared)).toEqual(['storage.text.twice', 'storage.text.known']);
    expect(prepared.notices[0]?.text).toMatch(/2\.txt.*1\.txt/);
    expect(prepared.notices[1]?.text).toMatch(/3\.txt.*The text of known/);
  });
});
