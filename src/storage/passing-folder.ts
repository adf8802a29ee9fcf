import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrno } from './file-fault';
import { isRunning } from './is-running';

const DAY = 24 * 60 * 60 * 1000;

/** What `inPassingFolder` makes: what it is for, the process, and what `mkdtemp` adds. */
const PASSING = /^postil-(?:pack|merge)-(\d+)-[A-Za-z0-9]{6}$/u;

/**
 * Lets `use` work in an empty folder below `below`, which goes when it is done, however it ends; not if the process is
 * killed. So what such a process left more than a day ago is taken away first.
 */
export async function inPassingFolder<Value>(
  purpose: 'pack' | 'merge',
  below: string,
  use: (folder: string) => Promise<Value>,
): Promise<Value> {
  await clearLeft(below);
  const folder = await mkdtemp(join(below, `postil-${purpose}-${String(process.pid)}-`));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In the system's folder for passing files others have theirs: only what is certainly ours and of nobody at work goes. */
async function clearLeft(below: string): Promise<void> {
  const names = await readdir(below).catch(() => []);
  for (const name of names) {
    const owner = PASSING.exec(name)?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    try {
      if (await isLeft(join(below, name)))
        await rm(join(below, name), { recursive: true, force: true });
    } catch (error) {
      // The next time tries again.
      if (!isErrno(error)) throw error;
    }
  }
}

/** A folder of this person, and no link to one. What it holds is removed without following links. */
async function isLeft(path: string): Promise<boolean> {
  const found = await lstat(path);
  const isMine = process.getuid === undefined || found.uid === process.getuid();
  return found.isDirectory() && isMine && Date.now() - found.mtimeMs > DAY;
}
