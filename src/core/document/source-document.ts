import type { DocumentId, Timestamp } from '../ids';
import { createCodePointIndex } from '../text/code-points';
import { sha256 } from '../text/sha256';
import type { Span } from '../text/span';
import { inferTitle, shortenTitle } from './title';

/** Something known about a document, and whether a person stated it or Postil concluded it from the text. */
export interface Described<Value> {
  readonly value: Value;
  readonly inferred: boolean;
}

/** A region that is not part of the text proper: shown dimmed, never counted, never suggested. */
export interface ExcludedRegion extends Span {
  readonly reason: string;
}

/**
 * A source text as the project knows it. Its text is kept beside it and never changes after import; `sha256` is over
 * the UTF-8 bytes of that text.
 */
export interface SourceDocument {
  readonly id: DocumentId;
  readonly title: Described<string>;
  /** `2000`, `2000-10` or `2000-10-15`. */
  readonly date?: Described<string>;
  readonly genre?: Described<string>;
  readonly author?: Described<string>;
  readonly source?: Described<string>;
  /** Name of the file it was imported from, without folders. */
  readonly fileName: string;
  readonly sha256: string;
  readonly length: { readonly utf16: number; readonly codePoints: number };
  readonly addedAt: Timestamp;
  readonly excluded: readonly ExcludedRegion[];
}

/** The document for a normalised text, with what can be concluded from it. */
export function createSourceDocument(given: {
  readonly id: DocumentId;
  readonly fileName: string;
  readonly text: string;
  readonly addedAt: Timestamp;
}): SourceDocument {
  return {
    id: given.id,
    title: { value: inferTitle(given.text) ?? shortenTitle(given.fileName), inferred: true },
    fileName: given.fileName,
    sha256: sha256(given.text),
    length: { utf16: given.text.length, codePoints: createCodePointIndex(given.text).length },
    addedAt: given.addedAt,
    excluded: [],
  };
}
