import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { DocumentId } from '../core/ids';
import type { Project, TextSource } from '../core/project/project';
import { createFault, fail, ok, type Fault, type Result } from '../core/result';
import { ensureFolder, replaceFile } from './durable-file';
import { isErrno, readFault } from './file-fault';
import type { PreparedText } from './prepare-texts';
import { placesOf, type ProjectPlaces } from './project-folder';

/** A text in memory and the SHA-256 of its UTF-8 bytes. */
export interface StoredText {
  readonly text: string;
  readonly sha256: string;
}

/** A text as the bytes of its file say. */
export function readStoredText(bytes: Uint8Array): StoredText {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), sha256 };
}

/** The texts of a project, in memory and on disk. A text never changes and is never deleted, so that undo finds it again. */
export class TextStore {
  readonly textOf: TextSource = (id) => this.#texts.get(id)?.text;
  readonly #texts: Map<DocumentId, StoredText>;
  readonly #places: ProjectPlaces;

  constructor(folder: string, texts: ReadonlyMap<DocumentId, StoredText>) {
    this.#texts = new Map(texts);
    this.#places = placesOf(folder);
  }

  /**
   * Writes texts and sources durably; afterwards `textOf` knows them. Refused if an id stands for another text, here or
   * in the folder. A text that is there already stays as it is.
   */
  async store(texts: readonly PreparedText[]): Promise<Result<undefined>> {
    for (const { document } of texts) {
      const known = this.#texts.get(document.id);
      if (known !== undefined && known.sha256 !== document.sha256) {
        return fail(createFault('fault.command.taken', { id: document.id }));
      }
    }
    for (const path of [this.#places.documents, this.#places.sources]) {
      const made = await ensureFolder(path);
      if (!made.ok) return made;
    }
    for (const text of texts) {
      const stored = await this.#storeOne(text);
      if (!stored.ok) return stored;
    }
    return ok(undefined);
  }

  /** Takes in texts that came into the folder by others. */
  know(texts: ReadonlyMap<DocumentId, StoredText>): void {
    for (const [id, text] of texts) this.#texts.set(id, text);
  }

  /** Why a project cannot have its new documents: their texts were not stored. */
  findMissing(before: Project, after: Project): Fault | undefined {
    if (before.documents === after.documents) return undefined;
    const missing = after.documents.find(
      (document) => this.#texts.get(document.id)?.sha256 !== document.sha256,
    );
    return missing && createFault('storage.text.notStored', { title: missing.title.value });
  }

  async #storeOne({ document, text, source }: PreparedText): Promise<Result<undefined>> {
    const bytes = new TextEncoder().encode(text);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (sha256 !== document.sha256)
      throw new Error(`The text of ${document.id} is not the one described.`);
    const path = this.#places.text(document.id);
    const there = await hashOf(path);
    if (!there.ok) return there;
    if (there.value === undefined) {
      const kept = await replaceFile(this.#places.source(document), source);
      if (!kept.ok) return kept;
      const written = await replaceFile(path, bytes);
      if (!written.ok) return written;
    } else if (there.value !== sha256) {
      return fail(createFault('storage.write.inTheWay', { file: path }));
    }
    this.#texts.set(document.id, { text, sha256 });
    return ok(undefined);
  }
}

/** SHA-256 of a file's bytes; undefined if nothing is there. */
async function hashOf(path: string): Promise<Result<string | undefined>> {
  try {
    return ok(
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    );
  } catch (error) {
    if (isErrno(error) && error.code === 'ENOENT') return ok(undefined);
    return fail(readFault(error, path));
  }
}
