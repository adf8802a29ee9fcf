import { mkdir, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { createSchemeCodebook } from '../core/codebook/scheme';
import type { ProjectId, Timestamp } from '../core/ids';
import type { Coder } from '../core/project/project';
import { parseWith } from '../core/project/parse-with';
import { createFault, fail, ok, type Result } from '../core/result';
import { replaceFile, syncFolder } from './durable-file';
import { isErrno, writeFault } from './file-fault';
import type { PreparedText } from './prepare-texts';
import { ProjectFiles } from './project-files';
import { isLeftBySystem, placesOf } from './project-folder';
import { PROJECT_FORMAT, type ProjectHead } from './project-formats';
import { TextStore } from './text-store';

/** Git must not change line ends in a project: offsets and hashes depend on every byte. */
const GIT_ATTRIBUTES = [
  '*.json -text',
  '*.jsonl -text',
  'documents/*.txt -text',
  'sources/* -text',
  '',
].join('\n');

/**
 * Makes a new project in a folder that is missing or empty, with the scheme's codebook. project.json is written last, so
 * that a project that was interrupted is known by its absence. If anything fails, what was made is removed again.
 */
export async function createProject(
  folder: string,
  given: {
    readonly title: string;
    readonly coder: Coder;
    readonly id: ProjectId;
    readonly at: Timestamp;
    readonly texts?: readonly PreparedText[];
  },
): Promise<Result<undefined>> {
  const path = resolve(folder);
  const texts = given.texts ?? [];
  const head = parseWith(PROJECT_FORMAT.schema, {
    id: given.id,
    title: given.title,
    coders: [given.coder],
    documents: texts.map((text) => text.document),
  });
  if (!head.ok) return head;
  const made = await claimFolder(path);
  if (!made.ok) return made;
  const written = await writeProject(path, head.value, texts, given.at);
  if (!written.ok) await removeProject(path, made.value);
  return written;
}

async function writeProject(
  folder: string,
  head: ProjectHead,
  texts: readonly PreparedText[],
  at: Timestamp,
): Promise<Result<undefined>> {
  const files = new ProjectFiles(folder);
  const steps = [
    () => replaceFile(placesOf(folder).gitAttributes, new TextEncoder().encode(GIT_ATTRIBUTES)),
    () => new TextStore(folder, new Map()).store(texts),
    () => files.codebook.write(createSchemeCodebook(at)),
    () => files.head.write(head),
  ];
  for (const step of steps) {
    const done = await step();
    if (!done.ok) return done;
  }
  return ok(undefined);
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
    const entries = (await readdir(folder)).filter((name) => !isLeftBySystem(name));
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

/** Only what `writeProject` makes; a folder that holds anything else stays. */
async function removeProject(folder: string, topmostMade: string | undefined): Promise<void> {
  const places = placesOf(folder);
  const ours = [
    places.head,
    places.codebook,
    places.gitAttributes,
    places.documents,
    places.sources,
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
