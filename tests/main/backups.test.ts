import { rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/core/project/command';
import type { ListedBackup } from '../../src/storage/backups/backup-folder';
import { ADA, add, makeProject, value } from '../storage/small-project';
import { createBench, settleAfterTest, type HostBench } from './host-bench';

async function begin(): Promise<HostBench> {
  const folder = await makeProject();
  const bench = createBench();
  settleAfterTest(bench);
  value(await bench.host.open(folder));
  value(bench.host.chooseCoder(ADA.id));
  await bench.backups.settled();
  return bench;
}

async function list({ host, backups }: HostBench): Promise<readonly ListedBackup[]> {
  await backups.settled();
  return backups.folderOf(value(host.require()).project).list();
}

const summary = async (bench: HostBench): Promise<readonly (readonly [string, number])[]> =>
  (await list(bench)).map(({ head }) => [value(head).reason, value(head).annotations]);

const many = (n: number, prefix: string): Command => ({
  kind: 'batch',
  purpose: 'occurrences',
  size: n,
  commands: Array.from({ length: n }, (_, i) => add(`${prefix}${String(i)}`, 'must not')),
});

describe('[S8] backups by themselves', () => {
  it('are made when a project opens, once a day', async () => {
    const bench = await begin();
    expect(await summary(bench)).toEqual([['daily', 0]]);
    value(bench.host.performForWindow(add('a1', 'must not'), 1));
    bench.backups.daily(value(bench.host.require()));
    expect(await summary(bench)).toEqual([['daily', 0]]);
  });

  it('hold what was there before an act on many, which does not wait for them', async () => {
    const bench = await begin();
    value(bench.host.performForWindow(add('a1', 'must not'), 1));
    value(bench.host.performForWindow(many(3, 'few'), 2));
    expect(await summary(bench)).toEqual([['daily', 0]]);
    value(bench.host.performForWindow(many(40, 'many'), 3));
    expect(await summary(bench)).toEqual([
      ['bulk', 4],
      ['daily', 0],
    ]);
  });

  it('that fail are said in a sentence once, and the act is done all the same', async () => {
    const bench = await begin();
    const root = dirname(bench.backups.folderOf(value(bench.host.require()).project).path);
    await rm(root, { recursive: true });
    await writeFile(root, 'in the way');
    const n = (): number => bench.heard('notice').length;
    value(bench.host.performForWindow(many(40, 'many'), 1));
    await bench.backups.settled();
    expect(n()).toBe(1);
    expect(bench.heard('notice')[0]?.code).toBe('backups.fault.failed');
    value(bench.host.undo());
    value(bench.host.performForWindow(many(40, 'again'), 2));
    await bench.backups.settled();
    expect(n()).toBe(1);
    expect(value(bench.host.require()).project.annotations.size).toBe(1);
    expect(bench.host.coderId).toBe(ADA.id);
  });
});
