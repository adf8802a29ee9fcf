import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Deeds } from '../../src/core/past/chronicle';
import { Past } from '../../src/main/past';
import { temporaryFolder } from '../storage/disk';
import { ADA, add, codeOf, makeProject, NORTH, value } from '../storage/small-project';
import { createBench, runHere, settleAfterTest, type HostBench } from './host-bench';

interface PastBench extends HostBench {
  readonly past: Past;
  readonly folder: string;
  /** Where the next copy goes; nowhere means that the person cancels. */
  readonly answer: { target: string | undefined };
}

async function begin(): Promise<PastBench> {
  const folder = await makeProject();
  const bench = createBench();
  settleAfterTest(bench);
  value(await bench.host.open(folder));
  value(bench.host.chooseCoder(ADA.id));
  await bench.backups.settled();
  const answer: PastBench['answer'] = { target: undefined };
  const past = new Past({
    ...bench,
    runSlowly: runHere,
    askForCopy: () => Promise.resolve(answer.target),
  });
  return { ...bench, past, folder, answer };
}

const backupOf = async ({ past }: PastBench): Promise<{ kind: 'backup'; name: string }> => {
  const [newest] = value(await past.list(undefined)).backups;
  return { kind: 'backup', name: newest?.name ?? '' };
};

describe('[S8] going back', () => {
  it('makes a backup when asked, unless the newest holds the same', async () => {
    const { past, host } = await begin();
    expect(value(await past.make())).toBe(false);
    value(host.performForWindow(add('a1', 'must not'), 1));
    expect(value(await past.make())).toBe(true);
    const { backups, isOpenProject } = value(await past.list(undefined));
    expect(isOpenProject).toBe(true);
    expect(backups.map(({ holds }) => holds)).toMatchObject([
      { reason: 'asked', documents: 2, annotations: 1 },
      { reason: 'daily', documents: 2, annotations: 0 },
    ]);
  });

  it('says what is different, of a backup and of a moment, and tells the deeds of a document', async () => {
    const bench = await begin();
    const { past, host } = bench;
    value(host.performForWindow(add('a1', 'must not'), 1));
    const difference = value(await past.compare(await backupOf(bench)));
    expect(difference.annotations).toEqual({ back: 0, gone: 1, other: 0 });
    const { deeds } = JSON.parse(value(await past.deeds(NORTH))) as Deeds;
    expect(deeds[0]?.text).toBe('Ada coded “must not” as Stance');
    const stamp = deeds[0]?.stamp ?? '';
    expect(value(await past.compare({ kind: 'moment', stamp })).isSame).toBe(true);
    expect(codeOf(await past.compare({ kind: 'moment', stamp: 'x' }))).toBe(
      'backups.fault.noMoment',
    );
    expect(codeOf(await past.compare({ kind: 'backup', name: '../../x' }))).toBe(
      'backups.fault.notSame',
    );
  });

  it('restores only into a new folder outside the project, and opens the copy when asked', async () => {
    const bench = await begin();
    const { past, host, folder, answer } = bench;
    value(host.performForWindow(add('a1', 'must not'), 1));
    const id = await backupOf(bench);
    expect(codeOf(await past.openCopy())).toBe('backups.fault.noCopy');
    expect(value(await past.restore(id, undefined))).toBeUndefined();
    answer.target = join(folder, 'inside');
    expect(codeOf(await past.restore(id, undefined))).toBe('backups.fault.inside');
    answer.target = folder;
    expect(codeOf(await past.restore(id, undefined))).toBe('backups.fault.inside');
    answer.target = join(await temporaryFolder(), 'Copy');
    expect(value(await past.restore(id, undefined))).toBe(answer.target);
    value(await past.openCopy());
    expect(host.session?.project.title).toBe('Copy');
    expect(host.session?.project.annotations.size).toBe(0);
  });

  it('gives a project back whose folder is gone', async () => {
    const bench = await begin();
    const { past, host, folder, answer } = bench;
    value(host.performForWindow(add('a1', 'must not'), 1));
    value(await past.make());
    const { shelf } = value(await past.list(undefined));
    answer.target = join(await temporaryFolder(), 'Other');
    value(await past.restore(await backupOf(bench), undefined));
    value(await past.openCopy());
    await rm(folder, { recursive: true });
    const { shelves, backups } = value(await past.list(shelf));
    expect(shelves.map(({ id }) => id)).toContain(shelf);
    const name = backups[0]?.name ?? '';
    answer.target = join(await temporaryFolder(), 'Back');
    value(await past.restore({ kind: 'backup', name, shelf }, undefined));
    expect(await readdir(answer.target)).toContain('project.json');
  });
});
