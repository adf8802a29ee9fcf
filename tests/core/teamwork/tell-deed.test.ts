import { describe, expect, it } from 'vitest';
import type { CoderId, DocumentId } from '../../../src/core/ids';
import type { Project } from '../../../src/core/project/project';
import { tellDeed } from '../../../src/core/teamwork/tell-deed';
import { projectWith } from '../../support/linked-project';

const made = projectWith();
const project: Project = {
  ...made,
  coders: ['Ana', 'Bo', 'Cy'].map((name) => ({ id: name.toLowerCase() as CoderId, name })),
};
const documents = (...ids: string[]) => ids as DocumentId[];
const coders = (...ids: string[]) => ids as CoderId[];

describe('what the record says was settled', () => {
  it('names the texts that were assigned, and to whom', () => {
    const deed = { kind: 'assign', documentIds: documents('d1'), coderIds: coders('bo') } as const;
    expect(tellDeed({ ...deed, isAssigned: true }, project)).toBe('“Text 1” assigned to Bo');
    expect(tellDeed({ ...deed, isAssigned: false }, project)).toBe(
      '“Text 1” no longer assigned to Bo',
    );
  });

  it('names the first texts of many, and counts the rest', () => {
    const told = (...ids: string[]) =>
      tellDeed(
        {
          kind: 'assign',
          documentIds: documents(...ids),
          coderIds: coders('ana', 'bo', 'cy'),
          isAssigned: true,
        },
        project,
      );
    expect(told('d0', 'd1', 'd2', 'gone')).toBe(
      '“Text 0”, “Text 1”, “Text 2”, and “gone” assigned to Ana, Bo, and Cy',
    );
    expect(told('d0', 'd1', 'd2', 'gone', 'gone-too')).toBe(
      '“Text 0”, “Text 1”, “Text 2”, and 2 more assigned to Ana, Bo, and Cy',
    );
  });

  it('says of a sample what was drawn, from what, and how it is drawn again', () => {
    const told = tellDeed(
      {
        kind: 'sample',
        seed: 7,
        share: 0.07,
        strata: 'year',
        from: documents('d0', 'd1', 'd2'),
        drawn: documents('d2'),
        coderIds: coders('ana', 'bo'),
      },
      project,
    );
    expect(told).toBe('“Text 2” drawn for Ana and Bo: 1 of 3 documents, 7% of each year, seed 7');
  });

  it('names whose annotations on what were read in a file', () => {
    const told = tellDeed(
      { kind: 'import', documentIds: documents('d0', 'd2'), coderIds: coders('cy') },
      project,
    );
    expect(told).toBe('annotations by Cy on “Text 0” and “Text 2” read from a file');
  });
});
