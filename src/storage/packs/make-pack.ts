import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { CoderId, DocumentId, Timestamp } from '../../core/ids';
import { findCoder, type Project, type TextSource } from '../../core/project/project';
import { createFault, fail, ok, type Result } from '../../core/result';
import { assignedDocuments, coderShare } from '../../core/teamwork/coder-share';
import { readFault } from '../file-fault';
import { inPassingFolder } from '../passing-folder';
import { placesOf } from '../project-folder';
import { writeProject } from '../write-copy';
import { writePack, type PackedFiles } from './pack-file';
import type { PackFacts, PackKind } from './pack-format';

interface Packed {
  /** Where the project lies; what was done is in its files. */
  readonly folder: string;
  readonly project: Project;
  readonly textOf: TextSource;
  readonly coderId: CoderId;
  readonly at: Timestamp;
  /** For a coder's pack: what goes into it; what is assigned, or all, where absent. */
  readonly documentIds?: readonly DocumentId[];
}

/**
 * Writes what a coder needs to code elsewhere: a project with the texts that are assigned, without what others coded. What
 * is in the pack can be opened as a project, and what was done in it comes back with `makeReturnPack`. It is put together in
 * a folder below `below`.
 */
export function makeCoderPack(
  target: string,
  given: Packed,
  below = tmpdir(),
): Promise<Result<PackFacts>> {
  const { folder, project, textOf, coderId } = given;
  const share = coderShare(
    project,
    coderId,
    given.documentIds ?? assignedDocuments(project, coderId),
  );
  return inPassingFolder('pack', below, async (scratch) => {
    try {
      const copy = join(scratch, 'project');
      const written = await writeProject(copy, share, textOf, folder);
      if (!written.ok) return written;
      return await seal(target, 'coder', { ...given, project: share }, await readTree(copy));
    } catch (error) {
      return fail(readFault(error, folder));
    }
  });
}

/**
 * Writes what a coder did: the journals in which the coder occurs, since what is brought in from a file stands in the
 * journal of whoever brought it. `mergeFolder` knows what to do with them.
 */
export async function makeReturnPack(target: string, given: Packed): Promise<Result<PackFacts>> {
  const places = placesOf(given.folder);
  try {
    const journals = await journalsWith(places.coders, given.coderId);
    if (journals.size === 0) {
      const coder = findCoder(given.project, given.coderId)?.name ?? given.coderId;
      return fail(createFault('pack.fault.nothingDone', { coder }));
    }
    const head = await readFile(places.head);
    const texts = await textsAddedIn(journals, given);
    const files = new Map([['project.json', head], ...texts, ...journals]);
    return await seal(target, 'return', given, files);
  } catch (error) {
    return fail(readFault(error, given.folder));
  }
}

async function journalsWith(coders: string, coderId: CoderId): Promise<PackedFiles> {
  const tree = await readTree(coders);
  const said = `"coderId":"${coderId}"`;
  return new Map(
    [...tree]
      .filter(
        ([name, bytes]) =>
          /^[^/]+\/journal-.*\.jsonl$/u.test(name) && Buffer.from(bytes).includes(said),
      )
      .map(([name, bytes]) => [`coders/${name}`, bytes] as const),
  );
}

/** The texts of documents that were added there, and not only taken over from a pack. */
async function textsAddedIn(
  journals: PackedFiles,
  { folder, project }: Packed,
): Promise<PackedFiles> {
  const places = placesOf(folder);
  const added = new Set([...journals.values()].flatMap(documentsAddedIn));
  const files = new Map<string, Uint8Array>();
  for (const document of project.documents.filter(({ id }) => added.has(id))) {
    for (const path of [places.text(document.id), places.source(document)]) {
      const bytes = await readFile(path).catch(() => undefined);
      if (bytes !== undefined) files.set(inFolder(folder, path), bytes);
    }
  }
  return files;
}

function documentsAddedIn(journal: Uint8Array): readonly string[] {
  const lines = Buffer.from(journal).toString('utf8').split('\n');
  return lines
    .filter((line) => !line.includes('"reason":"adopt"'))
    .flatMap((line) => [...line.matchAll(/"put":\["document","([^"]+)"\]/gu)])
    .flatMap(([, id]) => id ?? []);
}

async function seal(
  target: string,
  kind: PackKind,
  { project, coderId, at }: Packed,
  files: PackedFiles,
): Promise<Result<PackFacts>> {
  const head = {
    kind,
    projectId: project.id,
    title: project.title,
    coderId,
    coder: findCoder(project, coderId)?.name ?? coderId,
    at,
    codebookRevision: project.codebook.revisions.at(-1)?.number ?? 0,
    texts: Object.fromEntries(project.documents.map(({ id, sha256 }) => [id, sha256])),
  };
  const written = await writePack(target, head, files);
  return written.ok ? ok(head) : written;
}

async function readTree(folder: string): Promise<PackedFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Uint8Array>();
  // Postils from before there was a .gitignore refuse a pack with one, and whoever opens a pack makes it.
  for (const entry of entries.filter((one) => one.isFile() && one.name !== '.gitignore')) {
    const path = join(entry.parentPath, entry.name);
    files.set(inFolder(folder, path), await readFile(path));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function inFolder(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
