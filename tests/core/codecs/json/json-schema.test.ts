import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ID_PATTERN,
  JSON_SCHEMA_NAME,
  serializeAnnotationSetsJsonSchema,
} from '../../../../src/core/codecs/json/json-schema';
import { parseAnnotationSets } from '../../../../src/core/codecs/json/parse';
import { isSafeId } from '../../../../src/core/ids';
import { editJson, type Edits } from './edited-json';
import { createAnnotation, createDesk, exportDesk } from './fixture';
import { deskArbitrary } from './random-desk';

const FILE = join(import.meta.dirname, '../../../../docs/schema', JSON_SCHEMA_NAME);
const committed = readFileSync(FILE, 'utf8');

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(committed) as object);

const text = exportDesk(
  createDesk({ one: 'Seoul must not wait.' }, [
    createAnnotation('a1', 'Seoul [must not] wait.', { attributes: { act: 'demand' } }),
  ]),
);

describe('the JSON Schema', () => {
  it('is the committed one (else run node scripts/generate-schema.mjs)', () => {
    expect(serializeAnnotationSetsJsonSchema()).toBe(committed);
  });

  it('accepts every export, with and without texts', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(deskArbitrary(), fc.boolean(), (desk, includeTexts) => {
        validate(JSON.parse(exportDesk(desk, { includeTexts })));
        expect(validate.errors ?? []).toEqual([]);
      }),
    );
  });

  it.each<[string, Edits]>([
    ['another format', { format: 'w3c' }],
    ['another version', { formatVersion: 3 }],
    ['an unknown field', { 'annotations[0].colour': 'red' }],
    ['a missing field', { 'annotations[0].memo': undefined }],
    ['an id with a path in it', { 'documents[0].id': '../x' }],
    ['an id in capitals', { 'annotations[0].id': 'A1' }],
    ['a device name as an id', { 'coders[0].id': 'nul' }],
    ['a time without a zone', { exportedAt: '2024-01-01T00:00:00' }],
    ['a thirteenth month', { exportedAt: '2024-13-01T00:00:00.000Z' }],
    ['a negative offset', { 'annotations[0].spans[0].utf16.start': -1 }],
    ['an offset that is text', { 'annotations[0].spans[0].codePoint.end': '9' }],
    ['a fractional offset', { 'annotations[0].spans[0].utf16.end': 1.5 }],
    ['no span', { 'annotations[0].spans': [] }],
    ['an empty quote', { 'annotations[0].spans[0].exact': '' }],
    ['a hash that is none', { 'documents[0].sha256': 'abc' }],
    ['an attribute that is an object', { 'annotations[0].attributes.act': {} }],
    ['an attribute with a bad name', { 'annotations[0].attributes': { 'A b': 1 } }],
    ['a relation', { 'relations[0]': {} }],
  ])('refuses %s, as Postil does', (_what, edits) => {
    const broken = editJson(text, edits);
    expect(validate(JSON.parse(text))).toBe(true);
    expect(validate(JSON.parse(broken))).toBe(false);
    expect(parseAnnotationSets(broken).ok).toBe(false);
  });

  it('has the same ids as Postil', () => {
    const pattern = new RegExp(ID_PATTERN, 'u');
    const piece = fc.constantFrom(
      'a',
      'z',
      '0',
      '-',
      'con',
      'nul',
      'com1',
      'lpt9',
      'A',
      '.',
      '/',
      '',
    );
    const id = fc.array(piece, { maxLength: 70 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(id, (given) => {
        expect(pattern.test(given)).toBe(isSafeId(given));
      }),
    );
  });
});
