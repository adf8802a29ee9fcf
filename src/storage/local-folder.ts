import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, realpath, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { CoderId } from '../core/ids';
import { parseJsonText } from '../core/text/json';
import { fail, ok, type Result } from '../core/result';
import { replaceFile } from './durable-file';
import { writeFault } from './file-fault';
import { readJournal } from './journal/read-journal';

/** Where this computer keeps the journals of the project at this place: two copies of a project are two. */
export async function localFolderOf(root: string, folder: string): Promise<string> {
  return pathOf(root, await realpath(folder).catch(() => folder));
}

/**
 * Makes that folder. A project that was moved brings its own along: without it, what was done while the project's folder
 * could not be written would stay behind. It is known by the folder being the same one, which its copy is not, so what
 * was done in a copy that is gone does not come into the original. A fault of the disk is met again, and told, when the
 * journal is written.
 */
export async function makeLocalFolder(root: string, folder: string): Promise<LocalFolder> {
  const place = await realpath(folder).catch(() => folder);
  const path = pathOf(root, place);
  const identity = await identityOf(place);
  const isFirst = (await readPlace(path)) === undefined;
  const moved =
    isFirst && identity !== undefined ? await findMoved(root, place, identity) : undefined;
  if (moved !== undefined) await rename(moved, path).catch(() => undefined);
  await mkdir(path, { recursive: true }).catch(() => undefined);
  if (identity !== undefined) await notePlace(path, { place, identity });
  return { path, isFirst: isFirst && moved === undefined };
}

/**
 * Begins anew for what a pack for this coder was made to in `folder`. Journals that this computer has of a project that was
 * there before are others' too, which who opens the pack is not to see: they are kept under another name. Where they are
 * this coder's only, they are what the coder did there before, and stay. In neither case is anything told of acts at places
 * that are gone.
 */
export async function beginLocalFolder(
  root: string,
  folder: string,
  coderId: CoderId,
): Promise<Result<undefined>> {
  const place = await realpath(folder).catch(() => folder);
  const path = pathOf(root, place);
  const names = (await readdir(path).catch(() => [])).filter((name) => name.endsWith('.jsonl'));
  const whose = await Promise.all(names.map((name) => whoseIs(join(path, name))));
  try {
    if (whose.some((one) => one !== coderId)) await keepApart(path);
  } catch (error) {
    return fail(writeFault(error, path));
  }
  await mkdir(path, { recursive: true }).catch(() => undefined);
  const identity = await identityOf(place);
  if (identity !== undefined) await notePlace(path, { place, identity });
  return ok(undefined);
}

async function whoseIs(path: string): Promise<CoderId | undefined> {
  const read = await readJournal(path);
  return read.ok ? read.value.head?.coderId : undefined;
}

/** Under the first name that is free. */
async function keepApart(path: string): Promise<void> {
  const taken = new Set(await readdir(dirname(path)).catch(() => []));
  let n = 1;
  while (taken.has(`${basename(path)}-${String(n)}`)) n += 1;
  await rename(path, `${path}-${String(n)}`);
}

/**
 * Folders of journals of places that are gone: of projects that were deleted, or moved to another file system, where
 * nobody can tell the moved one from a copy.
 */
export async function listForsaken(root: string): Promise<readonly Forsaken[]> {
  const found: Forsaken[] = [];
  for (const name of await readdir(root).catch(() => [])) {
    const path = join(root, name);
    const note = await readPlace(path);
    if (note !== undefined && (await identityOf(note.place)) !== note.identity)
      found.push({ path, place: note.place });
  }
  return found;
}

interface LocalFolder {
  readonly path: string;
  /** The project was never at this place before, as far as this computer knows, and was not moved to it. */
  readonly isFirst: boolean;
}

interface Forsaken {
  readonly path: string;
  /** Where the project was. */
  readonly place: string;
}

/** The folder of a project that a folder of journals belongs to: where it was opened last, and which one it is. */
interface Place {
  readonly place: string;
  readonly identity: string;
}

const placeSchema: z.ZodType<Place> = z.object({ place: z.string(), identity: z.string() });

function pathOf(root: string, place: string): string {
  return join(root, createHash('sha256').update(place).digest('hex').slice(0, 16));
}

function noteOf(path: string): string {
  return join(path, 'place.json');
}

/** Stays when a folder is moved within a file system, also when that is mounted elsewhere. */
async function identityOf(folder: string): Promise<string | undefined> {
  const found = await stat(folder, { bigint: true }).catch(() => undefined);
  return found && `${String(found.ino)} ${String(found.birthtimeNs)}`;
}

async function readPlace(path: string): Promise<Place | undefined> {
  const text = await readFile(noteOf(path), 'utf8').catch(() => '');
  const json = parseJsonText(text);
  const place = placeSchema.safeParse(json.ok ? json.value : undefined);
  return place.success ? place.data : undefined;
}

async function notePlace(path: string, note: Place): Promise<void> {
  const before = await readPlace(path);
  if (before?.place === note.place && before.identity === note.identity) return;
  await replaceFile(noteOf(path), new TextEncoder().encode(JSON.stringify(note)));
}

/** The journals of this very folder when it was elsewhere. */
async function findMoved(
  root: string,
  place: string,
  identity: string,
): Promise<string | undefined> {
  for (const name of await readdir(root).catch(() => [])) {
    const path = join(root, name);
    const note = await readPlace(path);
    if (note?.identity !== identity || note.place === place) continue;
    if ((await identityOf(note.place)) !== identity) return path;
  }
  return undefined;
}
