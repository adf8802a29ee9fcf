import { appendFile, copyFile, readFile, rename, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../../../src/core/ids';
import { JournalGrowth } from '../../../src/storage/journal/journal-growth';
import { openSession } from '../../../src/storage/open-session';
import type { ProjectSession } from '../../../src/storage/project-session';
import { add, makeProject, value } from '../small-project';

interface Bench {
  readonly path: string;
  readonly growth: JournalGrowth;
  readonly session: ProjectSession;
  /** The names of the acts that were added; undefined when it is to be read whole. */
  readonly names: () => Promise<readonly string[] | undefined>;
  readonly act: (id: string) => Promise<void>;
}

/** A journal with one act, read whole. */
async function createBench(): Promise<Bench> {
  const folder = await makeProject();
  const session = value(await openSession(folder, { deviceId: 'desk' as DeviceId }));
  const path = join(folder, 'coders', 'ada', 'journal-desk.jsonl');
  const growth = new JournalGrowth();
  const act = async (id: string): Promise<void> => {
    value(session.perform(add(id, 'must not')));
    value(await session.settled());
  };
  await act('a1');
  growth.keep(await growth.look([path]), () => true);
  const names = async () => (await growth.readAdded([path]))?.map((entry) => idIn(entry));
  return { path, growth, session, names, act };
}

function idIn({ changes }: { readonly changes: readonly unknown[] }): string {
  return /"id":"(\w+)"/.exec(JSON.stringify(changes))?.[1] ?? '';
}

describe('[S6] a journal that has grown', () => {
  it('gives what was added, each time, and nothing when nothing was', async () => {
    const { names, act } = await createBench();
    expect(await names()).toEqual([]);
    await act('a2');
    await act('a3');
    expect(await names()).toEqual(['a2', 'a3']);
    await act('a4');
    expect(await names()).toEqual(['a4']);
    expect(await names()).toEqual([]);
  });

  it('that ends in half a line gives it when the other half is there', async () => {
    const { path, names, act } = await createBench();
    await act('a2');
    const whole = await readFile(path);
    await truncate(path, whole.length - 20);
    expect(await names()).toEqual([]);
    await appendFile(path, whole.subarray(-20));
    expect(await names()).toEqual(['a2']);
  });

  it.each<[string, (path: string) => Promise<void>]>([
    ['is another file', (path) => copyFile(path, `${path}2`).then(() => rename(`${path}2`, path))],
    ['is shorter', (path) => truncate(path, 100)],
    ['is gone', (path) => rename(path, `${path}2`)],
    ['has another end', (path) => writeFile(path, 'x'.repeat(100_000))],
    ['goes on with something else', (path) => appendFile(path, 'something\n')],
  ])('is to be read whole when it %s', async (_, change) => {
    const { path, names, act } = await createBench();
    await act('a2');
    await change(path);
    expect(await names()).toBeUndefined();
  });

  it('and when it was not read, or is none of the project', async () => {
    const { path, growth } = await createBench();
    expect(await new JournalGrowth().readAdded([path])).toBeUndefined();
    growth.keep(await growth.look([path]), () => false);
    expect(await growth.readAdded([path])).toBeUndefined();
  });
});
