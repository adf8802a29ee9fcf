import { expect, it } from 'vitest';
import { parseFile } from '../../../src/storage/file-format';
import { ANNOTATION_SET_FORMAT } from '../../../src/storage/project-formats';

it('[M7] an annotation set of version 2 has no verdicts', () => {
  const mark = {
    coderId: 'ada',
    paragraph: 2,
    decision: 'finished',
    at: '2000-10-15T09:30:00.000Z',
  };
  const before = {
    lastLine: 4,
    coderId: 'ada',
    documentId: 'north',
    annotations: [],
    relations: [],
    marks: [mark],
  };
  const file = { format: 'postil-annotation-set', formatVersion: 2, ...before };
  expect(parseFile(ANNOTATION_SET_FORMAT, JSON.stringify(file), 'north.json')).toEqual({
    ok: true,
    value: { ...before, verdicts: [] },
  });
});
