import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../../src/core/ids';
import { openSession } from '../../src/storage/open-session';
import { snapshot, temporaryFolder } from '../storage/disk';
import { value } from '../storage/small-project';
import { makeProject, numbers } from './acts';
import { SEED, TIMES } from './run-worker';
import { annotate } from './scenarios';

async function filesOf(folder: string): Promise<readonly string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** Journal lines by their hash: the damaged one may be gone, all others are there. */
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

describe('[S5] damaged files', () => {
  it.each([
    ['cut at a random place', cut, 300],
    ['with one random bit flipped', flip, 2_000],
  ])(
    '%s: it opens or says why, says so of a journal, and changes no good file',
    async (_, damage, rounds) => {
      const root = await temporaryFolder();
      const whole = join(root, 'whole');
      value(await makeProject(whole));
      await annotate({ folder: whole }, () => undefined, { count: 12, seed: 5, name: 'n' });
      const names = await filesOf(whole);
      const folder = join(root, 'damaged');
      await cp(whole, folder, { recursive: true });
      const next = numbers(SEED);
      const seen = { opened: 0, refused: 0, noticed: 0 };
      for (let round = 0; round < rounds * TIMES; round += 1) {
        const name = names[round % names.length] as string;
        const path = join(folder, name);
        const good = await readFile(path);
        const bad = damage(good, next);
        await writeFile(path, bad);
        const before = await snapshot(folder);
        const label = `${name}, seed ${SEED}, round ${round}`;
        const opened = await openSession(folder, { deviceId: 'late' as DeviceId });
        if (opened.ok) {
          seen.opened += 1;
          const { notices } = opened.value;
          if (notices.length > 0) seen.noticed += 1;
          // That whole lines at the end are missing cannot be seen; nor is a lost line end a loss.
          const isWhole =
            linesOf(good).slice(0, linesOf(bad).length).join('\n') === linesOf(bad).join('\n');
          if (name.endsWith('.jsonl') && !isWhole) expect(notices.length, label).toBeGreaterThan(0);
          await opened.value.close();
        } else {
          seen.refused += 1;
          expect(opened.fault.text, label).not.toBe('');
        }
        expect(await snapshot(folder), label).toEqual(before);
        await writeFile(path, good);
      }
      await rm(folder, { recursive: true });
      console.log(`[S5] ${JSON.stringify(seen)} of ${names.length} files, seed ${SEED}`);
      expect(seen.opened).toBeGreaterThan(0);
    },
  );
});
