import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readManifest } from '../../src/storage/sample-project';
import { temporaryFolder } from './disk';
import { codeOf, NOW, value } from './small-project';

const SHIPPED = join(import.meta.dirname, '..', '..', 'documents');

it('[D1] the manifest that ships with the app: ids, titles and excluded regions', async () => {
  const { title, texts } = value(await readManifest(SHIPPED, NOW));
  expect(title).toBe('North Korea diplomacy 2000');
  expect(texts.map(({ document }) => document.id)).toEqual(['000', '001', '004']);
  for (const { document, text, source } of texts) {
    expect(document).toMatchObject({
      addedAt: NOW,
      title: { inferred: true },
      date: { inferred: true },
    });
    expect(Buffer.from(source).toString()).toBe(text);
    const [region] = document.excluded;
    expect(region?.end).toBe(text.length);
    expect(text.slice(region?.start)).toMatch(/^\S.*subscri/is);
  }
});

const DESCRIBED = { title: { value: 'One', inferred: false } };

it.each([
  ['no manifest', undefined, 'storage.read.missing', undefined],
  ['not JSON', '{', 'storage.file.damaged', expect.stringContaining('line')],
  [
    'a file that is not there',
    [{ id: 'a', file: 'two.txt', ...DESCRIBED }],
    'storage.read.missing',
    'documents[0]',
  ],
  [
    'a file outside',
    [{ id: 'a', file: '../one.txt', ...DESCRIBED }],
    'storage.manifest.outside',
    'documents[0]',
  ],
  ['a folder', [{ id: 'a', file: '..', ...DESCRIBED }], 'storage.manifest.outside', 'documents[0]'],
  [
    'an id that is no file name',
    [{ id: '../a', file: 'one.txt', ...DESCRIBED }],
    'storage.file.damaged',
    'documents[0].id',
  ],
  [
    'one id for two',
    [
      { id: 'a', file: 'one.txt', ...DESCRIBED },
      { id: 'a', file: 'one.txt', ...DESCRIBED },
    ],
    'storage.manifest.twice',
    'documents[1].id',
  ],
  [
    'a region outside',
    [{ id: 'a', file: 'one.txt', ...DESCRIBED, excluded: [{ start: 0, end: 99, reason: '' }] }],
    'storage.manifest.region',
    'documents[0]',
  ],
  [
    'a region that cuts a character',
    [{ id: 'a', file: 'one.txt', ...DESCRIBED, excluded: [{ start: 1, end: 5, reason: '' }] }],
    'storage.manifest.region',
    'documents[0]',
  ],
])('[D2] %s is refused with its place', async (_, documents, code, where) => {
  const folder = join(await temporaryFolder(), 'texts');
  await mkdir(folder);
  await writeFile(join(folder, 'one.txt'), '👍🏽 yes.');
  await writeFile(join(folder, '..', 'one.txt'), 'outside');
  const manifest = { format: 'postil-documents', formatVersion: 1, title: 'Texts', documents };
  const content = typeof documents === 'string' ? documents : JSON.stringify(manifest);
  if (documents !== undefined) await writeFile(join(folder, 'manifest.json'), content);
  const read = await readManifest(folder, NOW);
  expect(codeOf(read)).toBe(code);
  expect(read.ok ? undefined : read.fault.where).toEqual(where);
});
