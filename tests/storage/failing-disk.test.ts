import type * as fileSystem from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeviceId } from '../../src/core/ids';
import { openSession } from '../../src/storage/open-session';
import { replaceFile } from '../../src/storage/durable-file';
import { snapshot, temporaryFolder } from './disk';
import { add, codeOf, makeProject, NORTH, value } from './small-project';

/** A real disk, but for what a test takes from the handles of temporary files. */
const disk = vi.hoisted(() => ({
  /** Bytes that one write takes, and that the disk still has. */
  perWrite: Infinity,
  free: Infinity,
  syncError: undefined as string | undefined,
  syncs: 0,
  /** Below this folder nothing can be written for want of space. */
  full: undefined as string | undefined,
}));

type Write = (data: Uint8Array, from: number, length: number, at: number) => Promise<unknown>;

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof fileSystem>();
  const open = async (...args: Parameters<typeof real.open>): Promise<FileHandle> => {
    const handle = await real.open(...args);
    if (disk.full !== undefined && String(args[0]).startsWith(disk.full)) {
      const refuse = () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' }));
      return Object.assign(handle, { write: refuse, writeFile: refuse });
    }
    if (!String(args[0]).endsWith('.tmp')) return handle;
    const write = handle.write.bind(handle) as Write;
    const sync = handle.sync.bind(handle);
    const fakeWrite = (data: Uint8Array, from: number, length: number, at: number) => {
      const taken = Math.min(length, disk.perWrite, disk.free);
      disk.free -= taken;
      return write(data, from, taken, at);
    };
    const fakeSync = async (): Promise<void> => {
      disk.syncs += 1;
      if (disk.syncError !== undefined) throw Object.assign(new Error(), { code: disk.syncError });
      await sync();
    };
    return Object.assign(handle, { write: fakeWrite, sync: fakeSync });
  };
  return { ...real, open };
});

beforeEach(() => {
  const whole = { perWrite: Infinity, free: Infinity, syncError: undefined, syncs: 0 };
  Object.assign(disk, { ...whole, full: undefined });
});

const NEW = new TextEncoder().encode('the new and longer content');

async function oldFile(): Promise<{ folder: string; path: string }> {
  const folder = await temporaryFolder();
  const path = join(folder, 'set.json');
  await writeFile(path, 'old');
  return { folder, path };
}

it('[F7] writes that take a few bytes each are carried on to the end', async () => {
  const { folder, path } = await oldFile();
  disk.perWrite = 7;
  expect(codeOf(await replaceFile(path, NEW))).toBe('ok');
  expect(await snapshot(folder)).toEqual({ 'set.json': 'the new and longer content' });
});

it('[F8] a disk that fills up without an error leaves the old file and no other', async () => {
  const { folder, path } = await oldFile();
  disk.free = 10;
  expect(codeOf(await replaceFile(path, NEW))).toBe('storage.write.full');
  expect(await snapshot(folder)).toEqual({ 'set.json': 'old' });
});

it('[F9] a failed sync is told, not repeated; the next call writes everything anew', async () => {
  const { folder, path } = await oldFile();
  disk.syncError = 'EIO';
  expect(codeOf(await replaceFile(path, NEW))).toBe('storage.write.failed');
  expect(disk.syncs).toBe(1);
  expect(await snapshot(folder)).toEqual({ 'set.json': 'old' });
  disk.syncError = undefined;
  expect(codeOf(await replaceFile(path, NEW))).toBe('ok');
  expect(await snapshot(folder)).toEqual({ 'set.json': 'the new and longer content' });
});

describe('[S4] a full disk', () => {
  it('in the folder only: saved on this computer, and caught up when there is room', async () => {
    const folder = await makeProject();
    const local = await temporaryFolder();
    const session = value(await openSession(folder, { local, deviceId: 'desk' as DeviceId }));
    value(session.perform(add('a1', 'must not')));
    value(await session.settled());
    const before = await snapshot(folder);
    disk.full = folder;
    value(session.perform(add('a2', 'talks')));
    value(await session.settled());
    expect(session.saveState).toMatchObject({
      kind: 'saved',
      serial: 2,
      folder: { code: 'storage.write.full' },
    });
    expect(await snapshot(folder)).toEqual(before);
    disk.full = undefined;
    session.retrySave();
    value(await session.close());
    expect(session.saveState).toEqual({ kind: 'saved', serial: 2 });
    expect(value(await openSession(folder)).project.annotations.get(NORTH)).toHaveLength(2);
  });

  it('everywhere: failed, kept in memory, and saved when there is room, nothing glued or twice', async () => {
    const folder = await makeProject();
    const local = await temporaryFolder();
    const session = value(await openSession(folder, { local, deviceId: 'desk' as DeviceId }));
    value(session.perform(add('a1', 'must not')));
    value(await session.settled());
    disk.full = tmpdir();
    value(session.perform(add('a2', 'talks')));
    expect(codeOf(await session.settled())).toBe('storage.write.full');
    expect(session.saveState).toMatchObject({ kind: 'failed' });
    value(session.perform(add('a3', 'insert')));
    disk.full = undefined;
    session.retrySave();
    value(await session.close());
    const again = value(await openSession(folder, { local, deviceId: 'desk' as DeviceId }));
    expect(again.notices).toEqual([]);
    expect(again.project.annotations.get(NORTH)).toHaveLength(3);
    expect(again.history.undo).toHaveLength(3);
  });
});
