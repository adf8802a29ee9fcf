import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSourceDocument } from '../../../src/core/document/source-document';
import type { DocumentId } from '../../../src/core/ids';
import { parseWith } from '../../../src/core/project/parse-with';
import { sourceDocumentSchema } from '../../../src/core/project/schema';
import { timeAt } from '../../support/random-annotation';
import { textArbitrary } from '../../support/random-text';

function create(text: string, fileName = 'speech.txt') {
  return createSourceDocument({ id: 'd0' as DocumentId, fileName, text, addedAt: timeAt(0) });
}

describe('createSourceDocument', () => {
  it('knows the hash of the bytes and both lengths, and says that the title is inferred', () => {
    const text = 'The 𠮷 house.';
    expect(create(text)).toEqual({
      id: 'd0',
      title: { value: 'The 𠮷 house', inferred: true },
      fileName: 'speech.txt',
      sha256: createHash('sha256').update(text).digest('hex'),
      length: { utf16: 13, codePoints: 12 },
      excluded: [],
      addedAt: timeAt(0),
    });
  });

  it('is called after its file when the text has no visible word', () => {
    expect(create('\u200b').title).toEqual({ value: 'speech.txt', inferred: true });
  });

  it('passes its own schema, whatever the text', () => {
    fc.assert(
      fc.property(textArbitrary(), (text) => {
        const document = create(text);
        expect(parseWith(sourceDocumentSchema, document)).toEqual({ ok: true, value: document });
      }),
    );
  });

  it('passes its own schema with the longest file name of a disk', () => {
    const document = create('\u200b', `${'n'.repeat(251)}.txt`);
    expect(parseWith(sourceDocumentSchema, document)).toEqual({ ok: true, value: document });
  });
});
