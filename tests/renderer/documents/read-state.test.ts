import { expect, test } from 'vitest';
import { createSourceDocument, type SourceDocument } from '../../../src/core/document/source-document';
import type { DocumentId, Timestamp } from '../../../src/core/ids';
import { createSpan } from '../../../src/core/text/span';
import { matchesFilter, readState } from '../../../src/renderer/documents/read-state';

const TEXT = 'A hundred days.\n\nSubscribe now.';

function documentWith(change: Partial<SourceDocument> = {}): SourceDocument {
  const given = {
    id: 'd0' as DocumentId,
    fileName: 'hundred.txt',
    text: TEXT,
    addedAt: '2000-01-01T00:00:00.000Z' as Timestamp,
  };
  return { ...createSourceDocument(given), ...change };
}

const at = (furthest: number) => ({ offset: 0, fraction: 0, furthest });

test('[D1] a document that was never on the screen is unread', () => {
  expect(readState(documentWith(), undefined)).toEqual({ kind: 'unread' });
});

test('[D2] half seen is half read, and all seen is read', () => {
  expect(readState(documentWith(), at(TEXT.length / 2))).toEqual({ kind: 'reading', share: 0.5 });
  expect(readState(documentWith(), at(TEXT.length))).toEqual({ kind: 'read' });
});

test('[D3] an excluded end need not have been seen', () => {
  const excluded = [{ ...createSpan(TEXT.indexOf('Subscribe'), TEXT.length), reason: 'appeal' }];
  expect(readState(documentWith({ excluded }), at('A hundred days.'.length))).toEqual({ kind: 'read' });
  expect(readState(documentWith(), at('A hundred days.'.length)).kind).toBe('reading');
});

test('[D4] every word of the filter must occur somewhere, in any case', () => {
  const document = documentWith({ date: { value: '2000-10', inferred: true } });
  expect(matchesFilter(document, 'HUNDRED 2000')).toBe(true);
  expect(matchesFilter(document, 'hundred 1999')).toBe(false);
  expect(matchesFilter(document, '')).toBe(true);
});
