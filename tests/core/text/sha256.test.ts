import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/core/text/sha256';
import { EDITORIAL_IDS, readEditorial } from '../../support/editorials';
import { textArbitrary } from '../../support/random-text';

function nodeSha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

describe('sha256', () => {
  it('of nothing', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('is over the UTF-8 bytes, as Node counts it', () => {
    fc.assert(
      fc.property(textArbitrary(), (text) => {
        expect(sha256(text)).toBe(nodeSha256(text));
      }),
    );
  });

  it.each(EDITORIAL_IDS)('of editorial %s', (id) => {
    expect(sha256(readEditorial(id))).toBe(nodeSha256(readEditorial(id)));
  });
});
