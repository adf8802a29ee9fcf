import { mkdir, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createFault, fail, ok, type Result } from '../core/result';
import { replaceFile, syncFolder } from './durable-file';
import { isErrno, writeFault } from './file-fault';
import { GIT_IGNORE } from './git-tree';
import { isLeftBySystem, placesOf } from './project-folder';

/** Git must not change line ends in a project: offsets and hashes depend on every byte. */
const GIT_ATTRIBUTES = [
  '*.json -text',
  '*.jsonl -text',
  'documents/*.txt -text',
  'sources/* -text',
  '',
].join('\n');

/**
 * Makes a project in a folder that is missing or empty: the steps write it, project.json last, so that a project that
 * was interrupted is known by its absence. If anything fails, what was made is removed again.
 */
export async function fillNewFolder(
  folder: string,
  steps: readonly (() => Promise<Result<undefined>>)[],
): Promise<Result<undefined>> {
  const made = await claimFolder(folder);
  if (!made.ok) return made;
  const { gitAttributes, gitIgnore } = placesOf(folder);
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
  let done = await replaceFile(gitAttributes, bytesOf(GIT_ATTRIBUTES));
  if (done.ok) done = await replaceFile(gitIgnore, bytesOf(GIT_IGNORE));
  for (const step of steps) if (done.ok) done = await step();
  if (!done.ok) await removeProject(folder, made.value);
  return done;
}

/** The folder, there and empty; the answer is the topmost folder that had to be made for it. */
async function claimFolder(folder: string): Promise<Result<string | undefined>> {
  try {
    const stats = await stat(folder).catch((error: unknown) => {
      if (isErrno(error) && error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (stats === undefined) return ok(await makeFolders(folder));
    if (!stats.isDirectory()) return fail(createFault('storage.create.notFolder', { folder }));
    const entries = (await readdir(folder)).filter(
      // An empty repository is as good as an empty folder.
      (name) => !isLeftBySystem(name) && name !== '.git',
    );
    if (entries.includes('project.json'))
      return fail(createFault('storage.create.isProject', { folder }));
    if (entries.length > 0) return fail(createFault('storage.create.notEmpty', { folder }));
    return ok(undefined);
  } catch (error) {
    return fail(writeFault(error, folder));
  }
}

/** Makes a folder and those above it that are missing, durably; the answer is the topmost one made. */
async function makeFolders(folder: string): Promise<string | undefined> {
  const topmost = await mkdir(folder, { recursive: true });
  if (topmost === undefined) return undefined;
  for (let path = folder; path !== dirname(topmost); path = dirname(path))
    await syncFolder(dirname(path));
  return topmost;
}

/** Only what a project consists of; a folder that holds anything else stays. */
async function removeProject(folder: string, topmostMade: string | undefined): Promise<void> {
  const places = placesOf(folder);
  const ours = [
    places.head,
    places.codebook,
    places.actors,
    places.gitAttributes,
    places.gitIgnore,
    places.documents,
    places.sources,
    places.coders,
    places.gold,
  ];
  for (const path of ours) await rm(path, { recursive: true, force: true }).catch(ignoreErrno);
  if (topmostMade === undefined) return;
  for (let path = folder; ; path = dirname(path)) {
    await rmdir(path).catch(ignoreErrno);
    if (path === topmostMade || path === dirname(path)) return;
  }
}

function ignoreErrno(error: unknown): void {
  if (!isErrno(error)) throw error;
}
