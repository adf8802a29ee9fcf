import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import type { SourceDocument } from '../core/document/source-document';
import type { DocumentId } from '../core/ids';
import { compareMemos, type Memo } from '../core/memo/memo';
import { NOTHING_CODED, type Coder, type Project } from '../core/project/project';
import { createFault, fail, ok, withPlace, type Fault, type Result } from '../core/result';
import { exists, isErrno, readFault } from './file-fault';
import { damaged } from './file-format';
import { loadAnnotationSets } from './load-annotation-sets';
import { ProjectFiles } from './project-files';
import type { ProjectPlaces } from './project-folder';
import type { StoredText } from './text-store';

export interface LoadedProject {
  readonly project: Project;
  readonly texts: ReadonlyMap<DocumentId, StoredText>;
  readonly files: ProjectFiles;
  readonly notices: readonly Fault[];
}

/** Reads a whole project and checks all of it: hashes of texts, schemas, every annotation against its text. Writes nothing. */
export async function loadProject(folder: string): Promise<Result<LoadedProject>> {
  const files = new ProjectFiles(folder);
  const missing = await findMissingParts(folder, files.places);
  if (missing !== undefined) return fail(missing);
  const head = await files.head.read();
  if (!head.ok) return head;
  const codebook = await files.codebook.read();
  if (!codebook.ok) return codebook;
  const twice =
    findTwice(files.head.path, 'coders', head.value.coders) ??
    findTwice(files.head.path, 'documents', head.value.documents) ??
    findTwice(files.codebook.path, 'codes', codebook.value.codes);
  if (twice !== undefined) return fail(twice);
  const texts = await loadTexts(head.value.documents, files);
  if (!texts.ok) return texts;
  const actors = await files.actors.read();
  if (!actors.ok) return actors;
  const actorTwice = findTwice(files.actors.path, 'actors', actors.value.actors);
  if (actorTwice !== undefined) return fail(actorTwice);
  const memos = await loadMemos(head.value.coders, files);
  if (!memos.ok) return memos;
  const bare: Project = {
    ...NOTHING_CODED,
    ...head.value,
    ...actors.value,
    codebook: codebook.value,
    memos: memos.value,
  };
  const sets = await loadAnnotationSets(bare, (id) => texts.value.get(id)?.text, files);
  if (!sets.ok) return sets;
  const { notices, ...work } = sets.value;
  return ok({ project: { ...bare, ...work }, texts: texts.value, files, notices });
}

/** The memos of all coders, in one order. */
async function loadMemos(
  coders: readonly Coder[],
  files: ProjectFiles,
): Promise<Result<readonly Memo[]>> {
  const memos: Memo[] = [];
  for (const { id: coderId } of coders) {
    const file = files.memos(coderId);
    const read = await file.read();
    if (!read.ok) return read;
    const strange = [read.value, ...read.value.memos].some((one) => one.coderId !== coderId);
    if (strange) {
      const fault = createFault('storage.memos.wrongPlace', { coder: coderId });
      return fail(damaged(file.path, fault));
    }
    memos.push(...read.value.memos);
  }
  return ok(memos.sort(compareMemos));
}

async function findMissingParts(folder: string, places: ProjectPlaces): Promise<Fault | undefined> {
  try {
    if (!(await stat(folder)).isDirectory())
      return createFault('storage.project.notFolder', { folder });
    await readdir(folder);
  } catch (error) {
    if (isErrno(error) && error.code === 'ENOENT')
      return createFault('storage.project.missing', { folder });
    return readFault(error, folder);
  }
  if (!(await exists(places.head))) {
    const parts = [
      places.codebook,
      places.documents,
      places.sources,
      places.coders,
      places.gitAttributes,
    ];
    const found = await Promise.all(parts.map(exists));
    return createFault(
      found.includes(true) ? 'storage.project.halfWritten' : 'storage.project.none',
      { folder },
    );
  }
  return (await exists(places.codebook))
    ? undefined
    : createFault('storage.project.noCodebook', { folder });
}

function findTwice(
  file: string,
  list: string,
  items: readonly { readonly id: string }[],
): Fault | undefined {
  const seen = new Set<string>();
  const index = items.findIndex(({ id }) => seen.size === seen.add(id).size);
  const item = items[index];
  if (item === undefined) return undefined;
  const fault = createFault('storage.file.twice', { file, id: item.id });
  return withPlace(fault, `${list}[${String(index)}].id`);
}

async function loadTexts(
  documents: readonly SourceDocument[],
  { places }: ProjectFiles,
): Promise<Result<ReadonlyMap<DocumentId, StoredText>>> {
  const texts = new Map<DocumentId, StoredText>();
  for (const document of documents) {
    const text = await loadText(document, places);
    if (!text.ok) return text;
    texts.set(document.id, text.value);
  }
  return ok(texts);
}

async function loadText(
  document: SourceDocument,
  places: ProjectPlaces,
): Promise<Result<StoredText>> {
  const file = places.text(document.id);
  const params = { title: document.title.value, file, source: places.source(document) };
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const isMissing = isErrno(error) && error.code === 'ENOENT';
    return fail(
      isMissing ? createFault('storage.project.textMissing', params) : readFault(error, file),
    );
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== document.sha256) return fail(createFault('storage.project.textChanged', params));
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const outside = document.excluded.findIndex(
    ({ start, end }) => start >= end || end > text.length,
  );
  if (text.length !== document.length.utf16 || outside !== -1) {
    const fault = createFault('storage.project.textDescription', {
      title: document.title.value,
      file: places.head,
    });
    return fail(fault);
  }
  return ok({ text, sha256 });
}
