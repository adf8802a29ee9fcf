import { spawnSync } from 'node:child_process';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createTemporaryName, sweepTemporaryFiles } from '../../src/storage/temporary-file';
import { temporaryFolder } from './disk';

it('[F10] sweeps what a dead process or an old day left, and nothing else', async () => {
  const folder = await temporaryFolder();
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
  const otherHost = (unique: string): string =>
    createTemporaryName(unique, dead).replace(/^\.postil-[0-9a-f]{8}/, '.postil-00000000');
  const names = {
    dead: createTemporaryName('dead', dead),
    alive: createTemporaryName('alive'),
    abandoned: createTemporaryName('abandoned'),
    elsewhere: otherHost('elsewhere'),
    elsewhereOld: otherHost('elsewhereold'),
    foreign: '.set.json.tmp',
    person: 'postil-notes.tmp',
  };
  for (const name of Object.values(names)) await writeFile(join(folder, name), '');
  for (const name of [names.abandoned, names.elsewhereOld, names.foreign, names.person]) {
    await utimes(join(folder, name), twoDaysAgo, twoDaysAgo);
  }
  await sweepTemporaryFiles(folder);
  const kept = [names.alive, names.elsewhere, names.foreign, names.person];
  expect((await readdir(folder)).sort()).toEqual(kept.sort());
});

it('[F11] a folder that is not there has nothing to sweep', async () => {
  const folder = join(await temporaryFolder(), 'missing');
  await expect(sweepTemporaryFiles(folder)).resolves.toBeUndefined();
});
