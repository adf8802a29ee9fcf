import { spawnSync } from 'node:child_process';
import { lutimes, mkdir, readdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CoderId } from '../../src/core/ids';
import { makeCoderPack } from '../../src/storage/packs/make-pack';
import { inPassingFolder } from '../../src/storage/passing-folder';
import { snapshot, temporaryFolder } from './disk';
import { makeProject, NOW, open, value } from './small-project';

const LONG_AGO = new Date(Date.now() - 25 * 60 * 60 * 1000);

/** The number of a process that is over. */
const OVER = String(spawnSync(process.execPath, ['--version']).pid);

/** A folder with a file in it, as a process that was killed leaves it. */
async function leave(below: string, name: string, at = LONG_AGO): Promise<void> {
  const folder = join(below, name);
  await mkdir(join(folder, 'project'), { recursive: true });
  await writeFile(join(folder, 'project', 'project.json'), '{}');
  await utimes(folder, at, at);
}

describe('folders in which a pack is put together', () => {
  it('are gone afterwards, also when the work fails', async () => {
    const below = await temporaryFolder();
    const work = inPassingFolder('pack', below, async (folder) => {
      expect(await readdir(below)).toHaveLength(1);
      await writeFile(join(folder, 'file'), '');
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await readdir(below)).toEqual([]);
  });

  it('that a killed process left are taken away a day later, and nothing else', async () => {
    const below = await temporaryFolder();
    const elsewhere = await temporaryFolder();
    await leave(elsewhere, 'kept');
    await leave(below, `postil-pack-${OVER}-abc123`);
    await leave(below, `postil-merge-${OVER}-Abc123`);
    await symlink(
      join(elsewhere, 'kept'),
      join(below, `postil-pack-${OVER}-abc123`, 'project', 'link'),
    );
    const others = [
      // Of a process that is at work, of today, and of others.
      `postil-pack-${String(process.pid)}-abc123`,
      `postil-pack-${OVER}-young1`,
      `postil-packs-${OVER}-abc123`,
      `postil-pack-${OVER}-abc123-mine`,
      'postil-pack-abc123',
    ];
    for (const name of others) await leave(below, name);
    await utimes(join(below, `postil-pack-${OVER}-young1`), new Date(), new Date());
    const link = join(below, `postil-pack-${OVER}-linked`);
    await symlink(join(elsewhere, 'kept'), link);
    await lutimes(link, LONG_AGO, LONG_AGO);
    const file = join(below, `postil-pack-${OVER}-afile1`);
    await writeFile(file, 'not ours');
    await utimes(file, LONG_AGO, LONG_AGO);

    await inPassingFolder('pack', below, () => Promise.resolve());
    expect(new Set(await readdir(below))).toEqual(
      new Set([...others, `postil-pack-${OVER}-linked`, `postil-pack-${OVER}-afile1`]),
    );
    expect(await snapshot(elsewhere)).toMatchObject({ 'kept/project/project.json': '{}' });
  });

  it('lie where the window keeps what is under way, when it makes a pack', async () => {
    const folder = await makeProject();
    const below = await temporaryFolder();
    const session = await open(folder);
    const { project, textOf } = session;
    const coderId = 'ada' as CoderId;
    const documentIds = project.documents.map(({ id }) => id);
    const given = { folder, project, textOf, coderId, documentIds, at: NOW };
    const made = makeCoderPack(join(folder, 'ada.postilpack'), given, join(below, 'nowhere'));
    await expect(made).rejects.toThrow('ENOENT');
    value(await makeCoderPack(join(folder, 'ada.postilpack'), given, below));
    expect(await readdir(below)).toEqual([]);
    await session.close();
  });
});
