import { basename } from 'node:path';
import { createSourceDocument, type SourceDocument } from '../core/document/source-document';
import type { DocumentId, Timestamp } from '../core/ids';
import { createFault, fail, ok, type Fault, type Result } from '../core/result';
import { normaliseText } from '../core/text/normalise';
import { decodeText, describeEncoding, type Decoded } from './decode-text';
import { findTextFiles, type FoundFile } from './find-texts';
import { readTextFile } from './read-text-file';
import { readZipTexts, type ArchivedTexts, type TextFile } from './zip-texts';

/** A document to be, its text, and the bytes of the file it came from. Nothing of it is on disk yet. */
export interface PreparedText {
  readonly document: SourceDocument;
  readonly text: string;
  readonly source: Uint8Array;
}

export interface PreparedTexts {
  readonly texts: readonly PreparedText[];
  /** Files that were refused, and why; detected encodings, changed line ends and duplicates. Each names its file. */
  readonly notices: readonly Fault[];
}

/**
 * Turns files and folders into documents to be; reads, writes nothing. Of a folder or a .zip archive all .txt files in it are
 * taken, in natural order of their names. `known` are the documents the project has: the same text is not added twice.
 */
export async function prepareTexts(
  paths: readonly string[],
  given: {
    readonly known: readonly SourceDocument[];
    readonly at: Timestamp;
    readonly createId: () => DocumentId;
  },
): Promise<PreparedTexts> {
  const found = await findTextFiles(paths);
  const notices: Fault[] = [...found.notices];
  const texts: PreparedText[] = [];
  const here = new Map(given.known.map((document) => [document.sha256, document]));
  const take = ({ name, source }: TextFile): void => {
    const prepared = prepareText(source, name, given);
    if (!prepared.ok) {
      notices.push(prepared.fault);
      return;
    }
    const { document } = prepared.value.prepared;
    const same = here.get(document.sha256);
    if (same !== undefined) {
      notices.push(describeDuplicate(document, same, given.known.includes(same)));
      return;
    }
    here.set(document.sha256, document);
    texts.push(prepared.value.prepared);
    notices.push(...prepared.value.notices);
  };
  for (const file of found.files) {
    const read = await readFound(file);
    if (read.ok) {
      read.value.files.forEach(take);
      notices.push(...read.value.notices);
    } else notices.push(read.fault);
  }
  return { texts, notices };
}

async function readFound({ path, isArchive }: FoundFile): Promise<Result<ArchivedTexts>> {
  if (isArchive) return readZipTexts(path);
  const source = await readTextFile(path);
  if (!source.ok) return source;
  return ok({ files: [{ name: basename(path), source: source.value }], notices: [] });
}

/** One file's bytes as a document to be, with what was changed on the way. `fileName` is without folders. */
export function prepareText(
  source: Uint8Array,
  fileName: string,
  given: { readonly at: Timestamp; readonly createId: () => DocumentId },
): Result<{ readonly prepared: PreparedText; readonly notices: readonly Fault[] }> {
  const file = withoutLoneSurrogates(fileName);
  if (source.length === 0) return fail(createFault('storage.text.empty', { file }));
  const decoded = decodeText(source);
  if (!decoded.ok) return fail(createFault(`storage.text.${decoded.fault}`, { file }));
  const normalised = normaliseText(decoded.value.raw);
  const { text } = normalised;
  if (!/[^\s\p{C}\p{Z}]/u.test(text)) return fail(createFault('storage.text.blank', { file }));
  const document = createSourceDocument({
    id: given.createId(),
    fileName: file,
    text,
    addedAt: given.at,
  });
  return ok({
    prepared: { document, text, source },
    notices: describeChanges(file, decoded.value, normalised),
  });
}

/** Windows allows them in file names; UTF-8 files cannot hold them. */
function withoutLoneSurrogates(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '_');
}

function describeChanges(
  file: string,
  decoded: Decoded,
  normalised: ReturnType<typeof normaliseText>,
): Fault[] {
  const notices: Fault[] = [];
  if (decoded.detected) {
    notices.push(
      createFault('storage.text.detected', { file, encoding: describeEncoding(decoded.encoding) }),
    );
  } else if (decoded.encoding !== 'utf-8') {
    notices.push(
      createFault('storage.text.converted', { file, encoding: describeEncoding(decoded.encoding) }),
    );
  } else if (normalised.removedByteOrderMark) {
    notices.push(createFault('storage.text.byteOrderMark', { file }));
  }
  if (normalised.changedLineEnds > 0) {
    notices.push(createFault('storage.text.lineEnds', { file, n: normalised.changedLineEnds }));
  }
  return notices;
}

function describeDuplicate(
  document: SourceDocument,
  same: SourceDocument,
  inProject: boolean,
): Fault {
  const file = document.fileName;
  return inProject
    ? createFault('storage.text.known', { file, title: same.title.value })
    : createFault('storage.text.twice', { file, other: same.fileName });
}
