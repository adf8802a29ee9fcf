import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { keepFiles } from '../../src/storage/packs/before-merge';
import { setAside } from '../../src/storage/set-aside';
import { makeProject, open, value } from './small-project';

/** A project from before there was a `.gitignore`. */
async function olderProject(): Promise<string> {
  const folder = await makeProject();
  await rm(join(folder, '.gitignore'));
  return folder;
}

const ignored = (folder: string): Promise<string | undefined> =>
  readFile(join(folder, '.gitignore'), 'utf8').catch(() => undefined);

const ACTS: readonly [string, (folder: string) => Promise<unknown>][] = [
  ['what undoes a merge', async (folder) => value(await keepFiles(folder))],
  ['a file set aside', async (folder) => value(await setAside(folder, join(folder, 'x.json')))],
];

it.each(ACTS)('[P14] %s is kept out of git in an older project', async (_, act) => {
  const folder = await olderProject();
  await writeFile(join(folder, 'x.json'), '{}');
  await mkdir(join(dirname(folder), '.git'));
  value(await (await open(folder)).close());
  expect(await ignored(folder)).toBeUndefined();
  await act(folder);
  expect(await ignored(folder)).toBe('/before-merge/\n/set-aside/\n.postil-*.tmp\n');
});

it.each(ACTS)('[P14] %s adds nothing where there is no git, or a .gitignore', async (_, act) => {
  const folder = await olderProject();
  await writeFile(join(folder, 'x.json'), '{}');
  await act(folder);
  expect(await ignored(folder)).toBeUndefined();
  await mkdir(join(folder, '.git'));
  await writeFile(join(folder, '.gitignore'), 'mine');
  await writeFile(join(folder, 'x.json'), '{}');
  await act(folder);
  expect(await ignored(folder)).toBe('mine');
});
