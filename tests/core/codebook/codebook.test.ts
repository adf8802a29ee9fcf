import { describe, expect, it } from 'vitest';
import {
  activeCodes,
  codeName,
  currentRevision,
  findCode,
  type Codebook,
} from '../../../src/core/codebook/codebook';
import { createSchemeCodebook } from '../../../src/core/codebook/scheme';
import type { CodeId } from '../../../src/core/ids';
import { timeAt } from '../../support/random-annotation';

const codebook = createSchemeCodebook(timeAt(0));

describe('a codebook', () => {
  it('finds a code, and names one that is gone by its id', () => {
    expect(findCode(codebook, 'actor' as CodeId)?.name).toBe('Actor');
    expect(findCode(codebook, 'gone' as CodeId)).toBeUndefined();
    expect(codeName(codebook, 'actor' as CodeId)).toBe('Actor');
    expect(codeName(codebook, 'gone' as CodeId)).toBe('gone');
  });

  it('is at its newest revision', () => {
    const revised: Codebook = {
      ...codebook,
      revisions: [
        ...codebook.revisions,
        { number: 2, at: timeAt(1), reason: 'Narrower.', codeIds: [] },
      ],
    };
    expect(currentRevision(codebook)).toBe(1);
    expect(currentRevision(revised)).toBe(2);
  });

  it('offers the codes that are not retired, in order', () => {
    const codes = codebook.codes.map((code) => ({ ...code, retired: code.id === 'precondition' }));
    expect(activeCodes({ ...codebook, codes }).map((code) => code.id)).toEqual(['stance', 'actor']);
  });
});
