// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../scripts/lock.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postil-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('withLock', () => {
  it('lets one in at a time', async () => {
    const lock = join(folder, 'lock');
    let inside = 0;
    let most = 0;
    const visit = () =>
      withLock(lock, async () => {
        most = Math.max(most, ++inside);
        await sleep(20);
        inside--;
      });
    await Promise.all([visit(), visit(), visit()]);
    expect(most).toBe(1);
    expect(existsSync(lock)).toBe(false);
  });

  it('opens when the body throws', async () => {
    const lock = join(folder, 'lock');
    const failing = withLock(lock, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await withLock(lock, async () => 'in')).toBe('in');
  });

  it('takes over a lock that nobody refreshes', async () => {
    const lock = join(folder, 'lock');
    mkdirSync(lock);
    utimesSync(lock, new Date(0), new Date(0));
    expect(await withLock(lock, async () => 'in')).toBe('in');
  });

  it('takes over at once from a process that is dead', async () => {
    const lock = join(folder, 'lock');
    const { pid } = spawnSync(process.execPath, ['--version']);
    mkdirSync(lock);
    writeFileSync(join(lock, 'owner.json'), JSON.stringify({ pid, host: hostname() }));
    expect(await withLock(lock, async () => 'in')).toBe('in');
  });

  it('waits for a process that lives', async () => {
    const lock = join(folder, 'lock');
    let waited = false;
    const open = withLock(lock, () => sleep(50));
    await withLock(
      lock,
      async () => {},
      () => (waited = true),
    );
    await open;
    expect(waited).toBe(true);
  });
});
