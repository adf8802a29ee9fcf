import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { CoderId, DocumentId, ProjectId } from '../core/ids';
import { contentHash } from '../core/project/content-hash';
import type { Project, TextSource } from '../core/project/project';
import { createFault, fail, ok, type Result } from '../core/result';
import { ensureFolder } from './durable-file';
import { exists } from './file-fault';
import { loadProject } from './load-project';
import { fillNewFolder } from './new-folder';
import { ProjectFiles } from './project-files';
import { placesOf } from './project-folder';
import { annotationSetOf } from './project-saver';
import { TextStore } from './text-store';

/**
 * Writes a project into a folder that is missing or empty, called like the folder, and reads it back. It begins with no
 * journal: what it holds cannot be undone step by step. Files as imported come from the folder `original` as far as they
 * are there; else the text takes their place. Beside a project that is still there it is another project, with an id and
 * backups of its own; in the place of a lost one it is that project.
 */
export async function writeCopy(
  folder: string,
  state: Project,
  textOf: TextSource,
  original: string,
): Promise<Result<undefined>> {
  const isBeside = await exists(placesOf(original).head);
  const project = {
    ...state,
    title: basename(resolve(folder)),
    id: isBeside ? (randomUUID() as string as ProjectId) : state.id,
  };
  return writeProject(folder, project, textOf, original);
}

/** The same under the title and the id that the project has. */
export async function writeProject(
  folder: string,
  project: Project,
  textOf: TextSource,
  original: string,
): Promise<Result<undefined>> {
  const path = resolve(folder);
  const { id, title, coders, documents, team, codebook, actors } = project;
  const files = new ProjectFiles(path);
  const written = await fillNewFolder(path, [
    () => storeTexts(path, project, textOf, original),
    () => files.codebook.write(codebook),
    () => files.actors.write({ actors }),
    ...coders.map((coder) => () => writeCoder(files, project, coder.id)),
    () => files.head.write({ id, title, coders, documents, team }),
  ]);
  if (!written.ok) return written;
  const back = await loadProject(path, undefined);
  if (!back.ok) return back;
  return contentHash(back.value.project) === contentHash(project)
    ? ok(undefined)
    : fail(createFault('backups.fault.copy', { folder: path }));
}

async function storeTexts(
  folder: string,
  project: Project,
  textOf: TextSource,
  original: string,
): Promise<Result<undefined>> {
  const store = new TextStore(folder, new Map());
  // One after the other: a large corpus need not be in memory twice.
  for (const document of project.documents) {
    const text = textOf(document.id);
    if (text === undefined) {
      const title = document.title.value;
      return fail(createFault('backups.fault.noText', { title }));
    }
    const imported = await readFile(placesOf(original).source(document)).catch(() => undefined);
    const source = imported ?? new TextEncoder().encode(text);
    const stored = await store.store([{ document, text, source }]);
    if (!stored.ok) return stored;
  }
  return ok(undefined);
}

async function writeCoder(
  files: ProjectFiles,
  project: Project,
  coderId: CoderId,
): Promise<Result<undefined>> {
  const isOwn = (one: { readonly coderId: CoderId }): boolean => one.coderId === coderId;
  const has =
    (sets: ReadonlyMap<DocumentId, readonly { readonly coderId: CoderId }[]>) =>
    (documentId: DocumentId): boolean =>
      sets.get(documentId)?.some(isOwn) === true;
  const { places } = files;
  for (const folder of [places.coders, places.sets(coderId)]) {
    const made = await ensureFolder(folder);
    if (!made.ok) return made;
  }
  const { annotations, relations, marks, verdicts, documents } = project;
  const parts = [has(annotations), has(relations), has(marks), has(verdicts)];
  for (const { id: documentId } of documents) {
    if (!parts.some((hasOwn) => hasOwn(documentId))) continue;
    const set = annotationSetOf(project, { coderId, documentId }, 0);
    const done = await files.annotationSet(coderId, documentId).write(set);
    if (!done.ok) return done;
  }
  const memos = project.memos.filter(isOwn);
  return memos.length === 0 ? ok(undefined) : files.memos(coderId).write({ coderId, memos });
}
