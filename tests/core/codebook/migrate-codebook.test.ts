import { expect, it } from 'vitest';
import { parseFile } from '../../../src/storage/file-format';
import { toCodebook2 } from '../../../src/core/codebook/migrate-codebook';
import { CODEBOOK_FORMAT } from '../../../src/storage/project-formats';

const code = (id: string, attributes: readonly unknown[]) => ({
  id,
  name: id,
  colour: 'blue',
  lineStyle: 'solid',
  definition: '',
  include: '',
  exclude: '',
  examples: [],
  attributes,
  parts: [],
  retired: false,
});
const actors = (id: string) => ({ id, name: id, definition: '', required: true, type: 'actors' });

const BEFORE = {
  codes: [code('stance', [actors('holder')]), code('actor', [actors('entity')])],
  relationKinds: [
    { id: 'holder', name: 'Holder', from: ['stance'], to: [] },
    { id: 'supports', name: 'Supports', from: ['stance'], to: ['stance'] },
  ],
  lists: [],
  revisions: [
    { number: 1, at: '2000-10-15T09:30:00.000Z', reason: 'Begun.' },
    { number: 4, at: '2000-10-16T09:30:00.000Z', reason: 'Narrower.' },
  ],
};

it('[M4] a codebook of version 1 gets what version 2 says of codes, kinds and revisions', () => {
  expect(toCodebook2(BEFORE)).toEqual({
    codes: BEFORE.codes.map((one) => ({ ...one, definedIn: 4 })),
    relationKinds: [
      {
        id: 'holder',
        name: 'Holder',
        definition: '',
        from: ['stance'],
        to: ['actor'],
        attribute: 'holder',
      },
      { id: 'supports', name: 'Supports', definition: '', from: ['stance'], to: ['stance'] },
    ],
    lists: [],
    revisions: BEFORE.revisions.map((revision) => ({ ...revision, codeIds: [] })),
  });
});

it('[M5] and passes the schema as a file', () => {
  const file = { format: 'postil-codebook', formatVersion: 1, ...BEFORE };
  const parsed = parseFile(CODEBOOK_FORMAT, JSON.stringify(file), 'codebook.json');
  expect(parsed).toMatchObject({ ok: true });
});

it.each([{}, { codes: 'none' }, { codes: [null, 3], relationKinds: [{ to: [] }] }])(
  '[M6] %j is refused by the schema, not by the step',
  (body) => {
    const file = { format: 'postil-codebook', formatVersion: 1, ...body };
    expect(parseFile(CODEBOOK_FORMAT, JSON.stringify(file), 'codebook.json')).toMatchObject({
      ok: false,
      fault: { code: 'storage.file.damaged' },
    });
  },
);
