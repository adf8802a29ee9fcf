import { expect, it } from 'vitest';
import { parseFile } from '../../../src/storage/file-format';
import { ANNOTATION_SET_FORMAT } from '../../../src/storage/project-formats';

it('[M8] an annotation set of version 3 has no verdicts on links', () => {
  const verdict = {
    id: 'v1',
    documentId: 'north',
    coderId: 'ada',
    members: [],
    coders: ['ada', 'bo'],
    outcome: 'new',
    sources: [],
    goldIds: ['g1'],
    words: '',
    codebookUnclear: false,
    at: '2000-10-15T09:30:00.000Z',
  };
  const body = {
    lastLine: 4,
    coderId: 'ada',
    documentId: 'north',
    annotations: [],
    relations: [],
    marks: [],
    verdicts: [verdict],
  };
  const file = (formatVersion: number, verdicts: readonly object[]): string =>
    JSON.stringify({ format: 'postil-annotation-set', formatVersion, ...body, verdicts });
  expect(parseFile(ANNOTATION_SET_FORMAT, file(3, [verdict]), 'north.json')).toEqual({
    ok: true,
    value: body,
  });
  const link = {
    relationId: 'r1',
    kindId: 'supports',
    fromId: 'g1',
    toDocumentId: 'north',
    toId: 'g2',
  };
  const linked = { ...verdict, goldIds: [], link };
  expect(parseFile(ANNOTATION_SET_FORMAT, file(4, [linked]), 'north.json')).toEqual({
    ok: true,
    value: { ...body, verdicts: [linked] },
  });
});
