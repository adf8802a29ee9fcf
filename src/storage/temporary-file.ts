import { createHash } from 'node:crypto';
import { readdir, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isErrno } from './file-fault';

/** A save takes seconds; a temporary file of this age, in milliseconds, belongs to nobody any more. */
const ABANDONED_AFTER = 24 * 60 * 60 * 1000;

const PATTERN = /^\.postil-([0-9a-f]{8})-([0-9]+)-[0-9a-z]+\.tmp$/;

/** So that a folder on a shared drive shows which process number is of which computer. */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** Name of a file being written, with the computer and process that write it. `unique` is of 0-9 and a-z. */
export function createTemporaryName(unique: string, pid: number = process.pid): string {
  return `.postil-${HOST}-${String(pid)}-${unique}.tmp`;
}

/** Removes temporary files of ours that a crash left behind; those of a process that may still be writing stay. */
export async function sweepTemporaryFiles(folder: string): Promise<void> {
  for (const name of await listNames(folder)) {
    const match = PATTERN.exec(name);
    if (match === null) continue;
    const path = join(folder, name);
    const isDead = match[1] === HOST && !isAlive(Number(match[2]));
    try {
      if (isDead || Date.now() - (await stat(path)).mtimeMs > ABANDONED_AFTER) await unlink(path);
    } catch (error) {
      if (!isErrno(error)) throw error;
    }
  }
}

async function listNames(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isErrno(error)) return [];
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isErrno(error) && error.code === 'EPERM';
  }
}
