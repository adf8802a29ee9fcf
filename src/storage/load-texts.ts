import type { SourceDocument } from '../core/document/source-document';
import type { DocumentId } from '../core/ids';
import { createFault, fail, ok, type Fault, type Result } from '../core/result';
import { isErrno, readFault } from './file-fault';
import type { ProjectPlaces } from './project-folder';
import { diskReader, type ProjectReader } from './project-reader';
import type { StoredText } from './text-store';

/** The texts that are there as they were, and why the others cannot be shown. */
export interface LoadedTexts {
  readonly known: ReadonlyMap<DocumentId, StoredText>;
  readonly withheld: ReadonlyMap<DocumentId, Fault>;
}

export async function loadTexts(
  documents: readonly SourceDocument[],
  places: ProjectPlaces,
  reader: ProjectReader = diskReader,
): Promise<LoadedTexts> {
  const known = new Map<DocumentId, StoredText>();
  const withheld = new Map<DocumentId, Fault>();
  for (const document of documents) {
    const text = await loadText(document, places, reader);
    if (text.ok) known.set(document.id, text.value);
    else withheld.set(document.id, text.fault);
  }
  return { known, withheld };
}

async function loadText(
  document: SourceDocument,
  places: ProjectPlaces,
  reader: ProjectReader,
): Promise<Result<StoredText>> {
  const file = places.text(document.id);
  const params = { title: document.title.value, file, source: places.source(document) };
  let stored: StoredText;
  try {
    stored = await reader.text(file);
  } catch (error) {
    const isMissing = isErrno(error) && error.code === 'ENOENT';
    return fail(
      isMissing ? createFault('storage.project.textMissing', params) : readFault(error, file),
    );
  }
  const { text, sha256 } = stored;
  if (sha256 !== document.sha256) return fail(createFault('storage.project.textChanged', params));
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
  return ok(stored);
}
