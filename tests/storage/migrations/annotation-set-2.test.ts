import { expect, it } from 'vitest';
import { parseFile } from '../../../src/storage/file-format';
import { ANNOTATION_SET_FORMAT } from '../../../src/storage/project-formats';

it('[M7] an annotation set of version 1 has no relations and no marks', () => {
  const before = { lastLine: 0, coderId: 'ada', documentId: 'north', annotations: [] };
  const file = { format: 'postil-annotation-set', formatVersion: 1, ...before };
  expect(parseFile(ANNOTATION_SET_FORMAT, JSON.stringify(file), 'north.json')).toEqual({
    ok: true,
    value: { ...before, relations: [], marks: [], verdicts: [] },
  });
});
