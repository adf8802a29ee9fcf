import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { applyCommand } from '../../../src/core/project/apply';
import {
  annotationSchema,
  attributesSchema,
  sourceDocumentSchema,
} from '../../../src/core/project/schema';
import { codebookSchema } from '../../../src/core/project/codebook-schema';
import { commandSchema } from '../../../src/core/project/command-schema';
import { parseWith } from '../../../src/core/project/parse-with';
import { createAnnotation } from '../../support/annotations';
import { createCommand } from '../../support/random-command';
import { draftArbitrary, worldArbitrary } from '../../support/random-project';

describe('schemas, for random projects', () => {
  it('[Z1] every command that is carried out passes, as it is, and so does its inverse', () => {
    const drafts = fc.array(draftArbitrary(), { maxLength: 10, size: 'max' });
    fc.assert(
      fc.property(worldArbitrary(), drafts, (world, all) => {
        for (const draft of all) {
          const command = createCommand(world, world.project, draft);
          const applied = applyCommand(world.project, command, world.textOf);
          if (!applied.ok) continue;
          expect(parseWith(commandSchema, command)).toStrictEqual({ ok: true, value: command });
          const { inverse } = applied.value;
          expect(parseWith(commandSchema, inverse)).toStrictEqual({ ok: true, value: inverse });
        }
      }),
    );
  });

  it('[Z2] so does what a project holds, after a way through JSON', () => {
    fc.assert(
      fc.property(worldArbitrary(), ({ project }) => {
        const through = (data: unknown): unknown => JSON.parse(JSON.stringify(data));
        for (const annotation of [...project.annotations.values()].flat()) {
          const parsed = parseWith(annotationSchema, through(annotation));
          expect(parsed).toStrictEqual({ ok: true, value: annotation });
        }
        for (const document of project.documents) {
          const parsed = parseWith(sourceDocumentSchema, through(document));
          expect(parsed).toStrictEqual({ ok: true, value: document });
        }
        expect(parseWith(codebookSchema, through(project.codebook)).ok).toBe(true);
      }),
    );
  });
});

describe('commandSchema refuses, with the place', () => {
  const annotation = createAnnotation('Washington must not', 'a1', [0, 10]);
  const [piece] = annotation.pieces;
  const withChange = (change: Partial<Record<keyof Annotation, unknown>>) => ({
    kind: 'annotation.add',
    annotation: { ...annotation, ...change },
  });
  const memo = { kind: 'annotation.memo', documentId: 'd0', annotationId: 'a1' };
  const time = '2000-10-15T00:00:00.000Z';

  it.each<[string, unknown, string | undefined]>([
    ['nothing', undefined, undefined],
    ['null', null, undefined],
    ['a list', [], undefined],
    ['an unknown kind', { kind: 'annotation.steal' }, 'kind'],
    ['no kind', { annotation }, 'kind'],
    ['a key that is not ours', { ...withChange({}), extra: 1 }, undefined],
    ['a key that is not ours, inside', withChange({ ['extra' as 'memo']: 1 }), 'annotation'],
    ['an id that climbs', withChange({ id: '../a' }), 'annotation.id'],
    ['an id in capitals', withChange({ documentId: 'D0' }), 'annotation.documentId'],
    ['a device as id', withChange({ coderId: 'con' }), 'annotation.coderId'],
    ['no pieces', withChange({ pieces: [] }), 'annotation.pieces'],
    [
      'an offset below 0',
      withChange({ pieces: [piece, { ...piece, start: -1 }] }),
      'annotation.pieces[1].start',
    ],
    [
      'half an offset',
      withChange({ pieces: [{ ...piece, end: 1.5 }] }),
      'annotation.pieces[0].end',
    ],
    [
      'an offset as text',
      withChange({ pieces: [{ ...piece, end: '5' }] }),
      'annotation.pieces[0].end',
    ],
    [
      'an empty quote',
      withChange({ pieces: [{ ...piece, exact: '' }] }),
      'annotation.pieces[0].exact',
    ],
    [
      'a context too long',
      withChange({ pieces: [{ ...piece, prefix: 'x'.repeat(65) }] }),
      'annotation.pieces[0].prefix',
    ],
    ['no memo', withChange({ memo: undefined }), 'annotation.memo'],
    ['a confidence of 4', withChange({ confidence: 4 }), 'annotation.confidence'],
    ['a confidence of nothing', withChange({ confidence: undefined }), 'annotation.confidence'],
    ['a day without a time', withChange({ createdAt: '2000-10-15' }), 'annotation.createdAt'],
    [
      '30 February',
      withChange({ modifiedAt: '2000-02-30T00:00:00.000Z' }),
      'annotation.modifiedAt',
    ],
    ['revision 0', withChange({ codebookRevision: 0 }), 'annotation.codebookRevision'],
    [
      'a list with a number',
      withChange({ attributes: { a: ['x', 5] } }),
      'annotation.attributes.a[1]',
    ],
    ['an attribute of null', withChange({ attributes: { a: null } }), 'annotation.attributes.a'],
    ['a memo too long', { ...memo, memo: 'x'.repeat(1_000_001), modifiedAt: time }, 'memo'],
    ['a memo without a time', { ...memo, memo: 'x' }, 'modifiedAt'],
    ['a place below 0', { kind: 'coder.add', coder: { id: 'a', name: 'A' }, index: -1 }, 'index'],
    ['no name', { kind: 'coder.rename', coderId: 'a', name: '' }, 'name'],
    ['a name too long', { kind: 'coder.rename', coderId: 'a', name: 'x'.repeat(201) }, 'name'],
    [
      'a wrong date',
      {
        kind: 'document.describe',
        documentId: 'd0',
        description: {
          title: { value: 'T', inferred: true },
          date: { value: 'October', inferred: true },
        },
      },
      'description.date.value',
    ],
    [
      'a broken step in a batch',
      {
        kind: 'batch',
        purpose: 'import',
        size: 2,
        commands: [withChange({}), withChange({ id: '' })],
      },
      'commands[1].annotation.id',
    ],
    ['an unknown purpose', { kind: 'batch', purpose: 'fun', size: 0, commands: [] }, 'purpose'],
  ])('[Z3] %s', (_, data, where) => {
    const parsed = parseWith(commandSchema, data);
    if (parsed.ok) throw new Error('accepted');
    expect(parsed.fault.code).toBe('fault.schema');
    expect(parsed.fault.where).toBe(where);
  });
});

describe('attributesSchema', () => {
  it('[Z4] drops a key that would be a prototype', () => {
    const data: unknown = JSON.parse('{ "strength": 3, "__proto__": { "polarity": "favour" } }');
    const parsed = parseWith(attributesSchema, data);
    if (!parsed.ok) throw new Error(parsed.fault.text);
    expect(Object.getPrototypeOf(parsed.value)).toBe(Object.prototype);
    expect(Reflect.ownKeys(parsed.value)).toEqual(['strength']);
    expect(parsed.value['polarity']).toBeUndefined();
  });
});
