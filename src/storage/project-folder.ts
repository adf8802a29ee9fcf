import { extname, join } from 'node:path';
import type { SourceDocument } from '../core/document/source-document';
import type { CoderId, DeviceId, DocumentId } from '../core/ids';
import { isGold } from '../core/verdict/gold-coder';

/** Where everything lies in a project's folder. Ids are safe file names (`isSafeId`), so no path leads outside. */
export interface ProjectPlaces {
  readonly head: string;
  readonly codebook: string;
  readonly actors: string;
  readonly gitAttributes: string;
  readonly gitIgnore: string;
  readonly documents: string;
  readonly sources: string;
  readonly coders: string;
  /** Of what adjudication came to. */
  readonly gold: string;
  /** States of the project that figures are computed of, each written once. */
  readonly snapshots: string;
  /** For what was damaged: it is moved here, never thrown away. */
  readonly setAside: string;
  text(id: DocumentId): string;
  source(document: SourceDocument): string;
  coder(coderId: CoderId): string;
  /** Where a coder's annotation sets lie: the coder's folder, or that of the gold set. */
  sets(coderId: CoderId): string;
  annotationSet(coderId: CoderId, documentId: DocumentId): string;
  memos(coderId: CoderId): string;
  journal(coderId: CoderId, deviceId: DeviceId): string;
}

export function placesOf(folder: string): ProjectPlaces {
  const documents = join(folder, 'documents');
  const sources = join(folder, 'sources');
  const coders = join(folder, 'coders');
  const gold = join(folder, 'gold');
  const sets = (coderId: CoderId): string => (isGold(coderId) ? gold : join(coders, coderId));
  return {
    head: join(folder, 'project.json'),
    codebook: join(folder, 'codebook.json'),
    actors: join(folder, 'actors.json'),
    gitAttributes: join(folder, '.gitattributes'),
    gitIgnore: join(folder, '.gitignore'),
    documents,
    sources,
    coders,
    gold,
    snapshots: join(folder, 'snapshots'),
    setAside: join(folder, 'set-aside'),
    text: (id) => join(documents, `${id}.txt`),
    source: (document) => join(sources, `${document.id}-${safeFileName(document.fileName)}`),
    coder: (coderId) => join(coders, coderId),
    sets,
    annotationSet: (coderId, documentId) => join(sets(coderId), `${documentId}.json`),
    memos: (coderId) => join(coders, coderId, MEMOS_NAME),
    journal: (coderId, deviceId) => join(coders, coderId, `journal-${deviceId}.jsonl`),
  };
}

/** No id of a document begins with an underscore, so no annotation set has this name. */
export const MEMOS_NAME = '_memos.json';

/** Longest name kept of an imported file, in UTF-8 bytes: with the id before it, it fits every file system. */
const LONGEST_FILE_NAME = 120;

/** The name with everything replaced that some system does not allow in a file name. */
export function safeFileName(name: string): string {
  const extension = extname(name).slice(0, 10);
  const stem = clean(extension === '' ? name : name.slice(0, -extname(name).length));
  const characters = Array.from(stem);
  while (Buffer.byteLength(characters.join('')) > LONGEST_FILE_NAME) characters.pop();
  return `${characters.join('').trim() || 'text'}${clean(extension)}`;
}

function clean(text: string): string {
  return text.replace(/[<>:"/\\|?*\p{Cc}\p{Surrogate}]/gu, '_').replace(/[. ]+$/u, '');
}

/** Files that a desktop puts into folders unasked. */
export function isLeftBySystem(name: string): boolean {
  return ['.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(name);
}
