import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openAppMemory } from '../../src/main/app-memory';
import { NOTHING_REMEMBERED, withRecent } from '../../src/main/remembered';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postil-memory-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the app’s memory', () => {
  test('is read at once and is on disk after a flush', async () => {
    const memory = await openAppMemory(folder);
    memory.update((known) => withRecent(known, '/a'));
    memory.update((known) => withRecent(known, '/b'));
    expect(memory.get().recentProjects).toEqual(['/b', '/a']);
    expect(await memory.flush()).toEqual({ ok: true, value: undefined });
    expect((await openAppMemory(folder)).get()).toEqual(memory.get());
  });

  test('is written by itself a moment later', async () => {
    const memory = await openAppMemory(folder);
    memory.update((known) => withRecent(known, '/a'));
    await expect.poll(() => readdirSync(folder)).toContain('settings.json');
    await memory.flush();
  });

  test('a damaged file is set aside, kept, and said', async () => {
    writeFileSync(join(folder, 'settings.json'), '{"format":"postil-settings","form');
    const memory = await openAppMemory(folder);
    expect(memory.get()).toEqual(NOTHING_REMEMBERED);
    expect(memory.notices).toHaveLength(1);
    expect(readFileSync(join(folder, 'settings.json.damaged-1'), 'utf8')).toBe(
      '{"format":"postil-settings","form',
    );
  });
});
