import type { SourceDocument } from '../../core/document/source-document';
import type { ReadingPlace } from '../../ipc/settings';

export type ReadState =
  | { readonly kind: 'unread' }
  /** `share` of the text that was on the screen, 0 to 1. */
  | { readonly kind: 'reading'; readonly share: number }
  | { readonly kind: 'read' };

/** How far a document was read at this computer. An excluded region at the end need not have been seen. */
export function readState(document: SourceDocument, place: ReadingPlace | undefined): ReadState {
  if (place === undefined) return { kind: 'unread' };
  const end = endOfText(document);
  if (place.furthest >= end) return { kind: 'read' };
  return { kind: 'reading', share: place.furthest / end };
}

function endOfText(document: SourceDocument): number {
  const { utf16 } = document.length;
  const tail = document.excluded.find((region) => region.end >= utf16);
  // The blank lines before the region are nobody's reading.
  return tail === undefined ? utf16 : Math.max(1, tail.start - 2);
}

/** True if every word of the filter occurs in the title, file name, date, genre, author or source. */
export function matchesFilter(document: SourceDocument, filter: string): boolean {
  const { title, date, genre, author, source, fileName } = document;
  const facts = [title, date, genre, author, source].map((fact) => fact?.value ?? '');
  const haystack = [...facts, fileName].join('\n').toLocaleLowerCase();
  return filter
    .toLocaleLowerCase()
    .split(/\s+/u)
    .every((word) => haystack.includes(word));
}
