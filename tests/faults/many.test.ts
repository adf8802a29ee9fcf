import { spawnSync } from 'node:child_process';
import { copyFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CoderId } from '../../src/core/ids';
import { openSession } from '../../src/storage/open-session';
import { temporaryFolder } from '../storage/disk';
import { journalsOf } from '../storage/journals';
import { value } from '../storage/small-project';
import { makeProject, numbers } from './acts';
import { findState } from './found';
import { SEED, startWorker } from './run-worker';

/** A project of five coders. */
async function prepare(): Promise<string> {
  const folder = join(await temporaryFolder(), 'project');
  value(await makeProject(folder));
  const session = value(await openSession(folder));
  for (let n = 1; n < 5; n += 1) {
    const coder = { id: `coder${n}` as CoderId, name: `Coder ${n}` };
    value(session.perform({ kind: 'coder.add', coder, index: n }));
  }
  value(await session.close());
  return folder;
}

const CODERS = ['ada', 'ada', 'coder1', 'coder2', 'coder3'];

/** Processes of the first `count` coders, each on its own device, that add `acts` annotations each. */
async function addAtOnce(folders: readonly string[], acts: number): Promise<void> {
  const ended = await Promise.all(
    folders.map((folder, n) => {
      const place = { folder, coder: CODERS[n], device: `dev${n}` };
      return startWorker({ task: 'add', place, count: acts, name: `d${n}` }).ended;
    }),
  );
  for (const { code, errors, lines } of ended) {
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(lines.at(-1)).toEqual({ end: 'saved' });
  }
}

async function idsIn(folder: string): Promise<readonly string[]> {
  const session = value(await openSession(folder));
  const all = [...session.project.annotations.values()].flatMap((some) => some.map(({ id }) => id));
  expect(session.notices).toEqual([]);
  await session.close();
  return all.sort();
}

function namesOf(count: number, acts: number): readonly string[] {
  const all = Array.from({ length: count }, (_, n) =>
    Array.from({ length: acts }, (_one, k) => `d${n}-${k + 1}`),
  );
  return all.flat().sort();
}

describe('[S6] several processes in one folder', () => {
  it.each([2, 5])(
    '%i at once, two of one coder: everything of everybody is there',
    async (count) => {
      const folder = await prepare();
      await addAtOnce(Array<string>(count).fill(folder), 200);
      expect(await idsIn(folder)).toEqual(namesOf(count, 200));
      expect((await findState(folder)).state).toBe((await findState(folder)).state);
    },
  );

  it('journals that arrive in any order, twice and by halves come to one content', async () => {
    const folder = await prepare();
    await cp(folder, `${folder}-empty`, { recursive: true });
    await addAtOnce(Array<string>(3).fill(folder), 20);
    const { state } = await findState(folder);
    const journals = await journalsOf(folder);
    const next = numbers(SEED);
    for (let round = 0; round < 30; round += 1) {
      const copy = `${folder}-${round}`;
      await cp(`${folder}-empty`, copy, { recursive: true });
      const order = journals.map((path) => [next(1_000), path] as const).sort(([a], [b]) => a - b);
      for (const [, path] of order) {
        await mkdir(join(copy, path, '..'), { recursive: true });
        const bytes = await readFile(join(folder, path));
        await writeFile(join(copy, path), bytes.subarray(0, 1 + next(bytes.length)));
        if (next(3) === 0) await findState(copy);
      }
      for (const [, path] of order) {
        await copyFile(join(folder, path), join(copy, path));
        const twice = `${basename(path, '.jsonl')} (1).jsonl`;
        if (next(2) === 0) await copyFile(join(folder, path), join(copy, path, '..', twice));
      }
      expect((await findState(copy)).state, `seed ${SEED}, round ${round}`).toBe(state);
    }
  });

  it('two branches of a git repository merge without a conflict', async ({ skip }) => {
    if (spawnSync('git', ['--version']).status !== 0) skip('needs git');
    const folder = await prepare();
    const git = (...args: readonly string[]): void => {
      const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
      const { status, stderr, stdout } = spawnSync('git', [...who, ...args], { cwd: folder });
      expect(`${String(status)} ${String(stderr)} ${status === 0 ? '' : String(stdout)}`).toMatch(
        /^0/,
      );
    };
    const commit = (text: string): void => {
      git('add', '-A');
      git('commit', '-q', '-m', text);
    };
    git('init', '-q', '-b', 'one');
    commit('Begin');
    git('checkout', '-q', '-b', 'two');
    const work = async (n: number): Promise<void> => {
      const place = { folder, coder: CODERS[n], device: `dev${n}` };
      const ended = await startWorker({ task: 'add', place, count: 20, name: `d${n}` }).ended;
      expect(ended.code).toBe(0);
    };
    await work(1);
    commit('Ada');
    git('checkout', '-q', 'one');
    await work(2);
    commit('Another coder');
    git('merge', '-q', '-m', 'Merge', 'two');
    expect(await idsIn(folder)).toEqual(namesOf(3, 20).filter((id) => !id.startsWith('d0')));
  });
});
