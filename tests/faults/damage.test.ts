import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../../src/core/ids';
import { openSession } from '../../src/storage/open-session';
import type { ProjectSession } from '../../src/storage/project-session';
import { snapshot, temporaryFolder } from '../storage/disk';
import { value } from '../storage/small-project';
import { makeProject, numbers } from './acts';
import { SEED, TIMES } from './run-worker';
import { annotate } from './session-work';

async function filesOf(folder: string): Promise<readonly string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function linesOf(bytes: Buffer): readonly string[] {
  return bytes.toString('latin1').split('\n').filter(Boolean);
}

type Damage = (bytes: Buffer, next: (below: number) => number) => Buffer;

const cut: Damage = (bytes, next) => bytes.subarray(0, next(bytes.length));
const flip: Damage = (bytes, next) => {
  const copy = Buffer.from(bytes);
  const at = next(copy.length);
  copy[at] = (copy[at] as number) ^ (1 << next(8));
  return copy;
};

/** Ids of all annotations. */
function idsIn({ project }: ProjectSession): readonly string[] {
  return [...project.annotations.values()].flatMap((all) => all.map(({ id }) => id));
}

/** That whole lines at the end are missing cannot be seen; nor is a lost line end a loss. */
function isBeginning(bad: Buffer, good: Buffer): boolean {
  const lines = linesOf(bad);
  return linesOf(good).slice(0, lines.length).join('\n') === lines.join('\n');
}

describe('[S5] damaged files', () => {
  it.each([
    ['cut at a random place', cut, 300],
    ['with one random bit flipped', flip, 2_000],
  ])('%s: what is good is there, and unchanged on the disk', async (_, damage, rounds) => {
    const root = await temporaryFolder();
    const folder = join(root, 'project');
    value(await makeProject(folder));
    await annotate({ folder }, () => undefined, { count: 12, seed: 5, name: 'n' });
    const whole = value(await openSession(folder));
    const ids = idsIn(whole);
    await whole.close();
    const files = await snapshot(folder);
    const names = await filesOf(folder);
    const next = numbers(SEED);
    const seen = { opened: 0, refused: 0, noticed: 0 };
    for (let round = 0; round < rounds * TIMES; round += 1) {
      const name = names[round % names.length] as string;
      const path = join(folder, name);
      const good = await readFile(path);
      const bad = damage(good, next);
      await writeFile(path, bad);
      const label = `${name}, seed ${SEED}, round ${round}`;
      const opened = await openSession(folder, { deviceId: 'late' as DeviceId });
      if (opened.ok) {
        const { notices } = opened.value;
        seen.opened += 1;
        if (notices.length > 0) seen.noticed += 1;
        if (name.endsWith('.jsonl') && !isBeginning(bad, good))
          expect(notices.length, label).toBeGreaterThan(0);
        // What was coded is in the journal and in the set: one of them is whole.
        if (name.startsWith('coders'))
          expect(idsIn(opened.value), label).toEqual(expect.arrayContaining([...ids]));
        await opened.value.close();
      } else {
        seen.refused += 1;
        expect(opened.fault.text, label).not.toBe('');
      }
      expect(await snapshot(folder), label).toEqual({ ...files, [name]: bad.toString('latin1') });
      await writeFile(path, good);
    }
    console.log(`[S5] ${JSON.stringify(seen)} of ${names.length} files, seed ${SEED}`);
    expect(seen.opened).toBeGreaterThan(0);
  });
});
