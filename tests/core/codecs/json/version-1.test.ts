import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parseAnnotationSets } from '../../../../src/core/codecs/json/parse';
import { createAnnotation, createDesk, exportDesk, exportedFile } from './fixture';

const schema = readFileSync(
  join(import.meta.dirname, '../../../../docs/schema/postil-annotation-sets-1.schema.json'),
  'utf8',
);

const desk = createDesk({ one: 'Seoul must not wait.' }, [
  createAnnotation('a1', 'Seoul [must not] wait.', { attributes: { holder: ['japan'] } }),
]);

type Item = Record<string, unknown>;

/** The export as version 1 wrote it: without what came later, kinds to actors with an empty list. */
function asVersion1(): string {
  const { marks: _marks, memos: _memos, ...file } = exportedFile(desk);
  const { codes, relationKinds, revisions, lists } = file.codebook;
  const codebook = {
    codes: codes.map(({ definedIn: _in, ...code }) => code),
    relationKinds: relationKinds.map(({ definition: _words, attribute, ...kind }): Item => ({
      ...kind,
      ...(attribute !== undefined && { to: [] }),
    })),
    lists,
    revisions: revisions.map(({ codeIds: _ids, ...revision }) => revision),
  };
  return JSON.stringify({ ...file, formatVersion: 1, codebook });
}

describe('a file of version 1', () => {
  it('is one by its schema', () => {
    const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
    addFormats(ajv);
    const validate = ajv.compile(JSON.parse(schema) as object);
    validate(JSON.parse(asVersion1()));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('is read as version 2: kinds to actors lead to mentions and say their attribute', () => {
    const parsed = parseAnnotationSets(asVersion1());
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault));
    const now = exportedFile(desk);
    const kinds = now.codebook.relationKinds.map((kind) => ({ ...kind, definition: '' }));
    const revisions = now.codebook.revisions.map((one) => ({ ...one, codeIds: [] }));
    expect(parsed.value).toEqual({
      ...now,
      codebook: { ...now.codebook, relationKinds: kinds, revisions },
    });
    expect(exportDesk(desk)).toContain('"formatVersion": 2');
  });

  it('is refused with places where it is broken', () => {
    const broken = asVersion1().replace('"codes":[', '"codes":[7,');
    const parsed = parseAnnotationSets(broken.replace('"colour":"blue"', '"colour":"pink"'));
    expect(parsed.ok ? [] : parsed.fault.faults.map(({ where }) => where)).toContain(
      'codebook.codes[0].colour',
    );
  });
});
