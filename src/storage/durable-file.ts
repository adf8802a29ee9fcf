import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fail, ok, type Result } from '../core/result';
import { realDisk, type Disk } from './disk';
import { isErrno, writeFault } from './file-fault';
import { createTemporaryName } from './temporary-file';

/**
 * Puts `bytes` in the place of a file, or makes it. When this says ok, a power cut does not undo it; at any failure the
 * file is the old one or the new one, whole; one that is write-protected is left alone. A failed fsync is never repeated
 * on the same data (the system forgets the data after the first): the next call writes all of it anew.
 */
export async function replaceFile(
  path: string,
  bytes: Uint8Array,
  disk: Disk = realDisk,
): Promise<Result<undefined>> {
  try {
    const target = await disk.realpath(path).catch(missingAs(path));
    await replace(target, bytes, disk);
    return ok(undefined);
  } catch (error) {
    return fail(writeFault(error, path));
  }
}

/** Makes one folder, durably; its parent must be there. A folder that exists is fine. */
export async function ensureFolder(
  path: string,
  disk: Disk = realDisk,
): Promise<Result<undefined>> {
  try {
    await disk.mkdir(path);
    await syncFolder(dirname(path), disk);
    return ok(undefined);
  } catch (error) {
    if (isErrno(error) && error.code === 'EEXIST' && (await isFolder(path, disk)))
      return ok(undefined);
    return fail(writeFault(error, path));
  }
}

async function isFolder(path: string, disk: Disk): Promise<boolean> {
  try {
    return (await disk.stat(path)).isDirectory();
  } catch (error) {
    if (isErrno(error)) return false;
    throw error;
  }
}

async function replace(target: string, bytes: Uint8Array, disk: Disk): Promise<void> {
  const before = await disk.stat(target).catch(missingAs(undefined));
  if (before !== undefined) await (await disk.open(target, 'r+')).close();
  const folder = dirname(target);
  const temporary = join(folder, createTemporaryName(randomBytes(8).toString('hex')));
  const mode = before === undefined ? 0o666 : before.mode & 0o777;
  const handle = await disk.open(temporary, 'wx', mode);
  try {
    try {
      await writeAll(handle, bytes);
      if (before !== undefined) await keepMode(handle, before.mode);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameOver(temporary, target, disk);
  } catch (error) {
    await disk.unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder, disk);
}

/** One write may take less than it was given and still report no error, when the disk is filling up. */
async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, at);
    if (bytesWritten === 0) throw shortWrite();
    at += bytesWritten;
  }
  if ((await handle.stat()).size !== bytes.length) throw shortWrite();
}

function shortWrite(): Error {
  return Object.assign(new Error('The file is shorter than what was written.'), { code: 'ENOSPC' });
}

/** What the process's mask took away at creation is given back. Some network drives and sticks know no modes. */
async function keepMode(handle: FileHandle, mode: number): Promise<void> {
  if ((await handle.stat()).mode === mode) return;
  await handle.chmod(mode & 0o7777).catch((error: unknown) => {
    if (!isErrno(error)) throw error;
  });
}

/** On Windows a virus scanner may hold the file for a moment. */
async function renameOver(from: string, to: string, disk: Disk): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await disk.rename(from, to);
      return;
    } catch (error) {
      const held = isErrno(error) && ['EPERM', 'EACCES', 'EBUSY'].includes(error.code);
      if (process.platform !== 'win32' || !held || attempt === 10) throw error;
      await wait(20 * attempt);
    }
  }
}

/** Makes the names in a folder durable. Some systems cannot (Windows, some network drives); an error of the disk is passed on. */
export async function syncFolder(path: string, disk: Disk = realDisk): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await disk.open(path, 'r');
  try {
    await handle.sync();
  } catch (error) {
    const unable = isErrno(error) && ['EINVAL', 'ENOTSUP', 'ENOSYS', 'EISDIR'].includes(error.code);
    if (!unable) throw error;
  } finally {
    await handle.close();
  }
}

function missingAs<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (isErrno(error) && error.code === 'ENOENT') return value;
    throw error;
  };
}
