import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createScratch } from '../../src/main/scratch';
import { temporaryFolder } from '../storage/disk';

async function rootWith(...names: readonly string[]): Promise<string> {
  const root = join(await temporaryFolder(), 'scratch');
  for (const name of names) {
    await mkdir(join(root, name), { recursive: true });
    await writeFile(join(root, name, 'left.json'), '{}');
  }
  return root;
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

test('[PK18] what an earlier run left is gone before anything new is put there', async () => {
  const root = await rootWith('look-a', 'look-b');
  await createScratch(root).use(async (folder) => {
    expect(await namesIn(root)).toHaveLength(1);
    expect(await namesIn(folder)).toEqual([]);
  });
  expect(await namesIn(root)).toEqual([]);
});

test('[PK18] the folder goes with the work, also when it fails', async () => {
  const root = await rootWith();
  const scratch = createScratch(root);
  const failing = scratch.use(async (folder) => {
    await writeFile(join(folder, 'half.json'), '{');
    throw new Error('Stopped');
  });
  await expect(failing).rejects.toThrow('Stopped');
  expect(await namesIn(root)).toEqual([]);
});

test('[PK18] who leaves can wait until all of it is gone', async () => {
  const root = await rootWith('look-a');
  const scratch = createScratch(root);
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  let began = (): void => undefined;
  const begun = new Promise<void>((resolve) => (began = resolve));
  const work = scratch.use(async () => {
    began();
    await ended;
  });
  await begun;
  const idle = scratch.idle().then(() => namesIn(root));
  expect(await namesIn(root)).toHaveLength(1);
  end();
  expect(await idle).toEqual([]);
  await work;
});
