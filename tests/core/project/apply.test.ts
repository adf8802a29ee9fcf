import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { compareAnnotations } from '../../../src/core/annotation/annotation';
import type { AnnotationId, CodeId, CoderId, DocumentId } from '../../../src/core/ids';
import { applyCommand } from '../../../src/core/project/apply';
import { checkAnnotation } from '../../../src/core/project/check';
import type { Command } from '../../../src/core/project/command';
import type { Project } from '../../../src/core/project/project';
import { annotationsOf } from '../../../src/core/project/project';
import { createSelector } from '../../../src/core/text/quote';
import { createSpan } from '../../../src/core/text/span';
import { createAnnotation } from '../../support/annotations';
import { timeAt } from '../../support/random-annotation';
import { createCommand } from '../../support/random-command';
import {
  createWorld,
  draftArbitrary,
  emptyWorldArbitrary,
  worldArbitrary,
  type World,
} from '../../support/random-project';

const draftsArbitrary = fc.array(draftArbitrary(), { maxLength: 25, size: 'max' });

/** Freezes what a command must not touch, as deep as it goes. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  const children = value instanceof Map ? [...value.values()] : Object.values(value);
  children.forEach(deepFreeze);
  return value;
}

describe('applyCommand, for random commands', () => {
  it('[K1] the inverse leads back to an equal project, batches included', () => {
    fc.assert(
      fc.property(emptyWorldArbitrary(), draftsArbitrary, (world, drafts) => {
        let { project } = world;
        for (const draft of drafts) {
          const applied = applyCommand(project, createCommand(world, project, draft), world.textOf);
          if (!applied.ok) continue;
          const back = applyCommand(applied.value.project, applied.value.inverse, world.textOf);
          expect(back).toMatchObject({ ok: true });
          if (back.ok) expect(back.value.project).toStrictEqual(project);
          project = applied.value.project;
        }
      }),
    );
  });

  it('[K2] all inverses, newest first, lead back to the beginning', () => {
    fc.assert(
      fc.property(worldArbitrary(), draftsArbitrary, (world, drafts) => {
        const inverses: Command[] = [];
        let { project } = world;
        for (const draft of drafts) {
          const applied = applyCommand(project, createCommand(world, project, draft), world.textOf);
          if (!applied.ok) continue;
          inverses.push(applied.value.inverse);
          project = applied.value.project;
        }
        for (const inverse of inverses.toReversed()) {
          const back = applyCommand(project, inverse, world.textOf);
          if (!back.ok) throw new Error(back.fault.text);
          project = back.value.project;
        }
        expect(project).toStrictEqual(world.project);
      }),
    );
  });

  it('[K3] the inverse of the inverse leads forward again', () => {
    fc.assert(
      fc.property(worldArbitrary(), draftArbitrary(), (world, draft) => {
        const command = createCommand(world, world.project, draft);
        const there = applyCommand(world.project, command, world.textOf);
        if (!there.ok) return;
        const back = applyCommand(there.value.project, there.value.inverse, world.textOf);
        if (!back.ok) throw new Error(back.fault.text);
        const again = applyCommand(back.value.project, back.value.inverse, world.textOf);
        expect(again).toMatchObject({ ok: true });
        if (again.ok) expect(again.value.project).toStrictEqual(there.value.project);
      }),
    );
  });

  it('[K4] nothing that was given is changed, whether carried out or refused', () => {
    fc.assert(
      fc.property(worldArbitrary(), draftsArbitrary, (world, drafts) => {
        const project = deepFreeze(world.project);
        const annotations = structuredClone([...project.annotations]);
        for (const draft of drafts) {
          const command = deepFreeze(createCommand(world, project, draft));
          applyCommand(project, command, world.textOf);
        }
        expect([...project.annotations]).toStrictEqual(annotations);
      }),
    );
  });

  it('[K5] every project that comes out holds only what fits', () => {
    fc.assert(
      fc.property(emptyWorldArbitrary(), draftsArbitrary, (world, drafts) => {
        let { project } = world;
        for (const draft of drafts) {
          const applied = applyCommand(project, createCommand(world, project, draft), world.textOf);
          if (applied.ok) project = applied.value.project;
        }
        for (const [id, set] of project.annotations) {
          expect(set).not.toEqual([]);
          expect(set).toEqual([...set].sort(compareAnnotations));
          const faults = set.map((a) => checkAnnotation(project, a, world.textOf));
          expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
          expect(set.every((annotation) => annotation.documentId === id)).toBe(true);
        }
        const ids = [...project.annotations.values()].flat().map((annotation) => annotation.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('[K6] the same commands on equal projects give equal projects, with the texts or without', () => {
    fc.assert(
      fc.property(worldArbitrary(), draftsArbitrary, (world, drafts) => {
        const twin = { ...world, project: structuredClone(world.project) };
        const played = [world, twin].map(({ project: start }, n) =>
          drafts.reduce((project, draft) => {
            const command = createCommand(world, project, draft);
            const textOf = n === 0 ? world.textOf : () => undefined;
            const applied = applyCommand(project, command, textOf);
            return applied.ok ? applied.value.project : project;
          }, start),
        );
        expect(played[1]).toStrictEqual(played[0]);
      }),
    );
  });

  it('[K7] a batch is its steps one after the other, or nothing', () => {
    fc.assert(
      fc.property(
        worldArbitrary(),
        fc.array(draftArbitrary(), { maxLength: 10, size: 'max' }),
        (world, drafts) => {
          const commands = drafts.map((draft) => createCommand(world, world.project, draft));
          let project: Project | undefined = world.project;
          for (const command of commands) {
            const applied = applyCommand(project, command, world.textOf);
            project = applied.ok ? applied.value.project : undefined;
            if (project === undefined) break;
          }
          const batch = {
            kind: 'batch',
            purpose: 'import',
            size: commands.length,
            commands,
          } as const;
          const applied = applyCommand(world.project, batch, world.textOf);
          expect(applied.ok).toBe(project !== undefined);
          if (applied.ok) expect(applied.value.project).toStrictEqual(project);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('applyCommand refuses', () => {
  const text = 'Washington must not 👍🏽 insert';
  const world: World = createWorld([text, 'Another text.', 'A spare text.'], 2);
  const placed = createAnnotation(text, 'a1', [0, 10]);
  const applied = applyCommand(
    world.project,
    { kind: 'annotation.add', annotation: placed },
    world.textOf,
  );
  if (!applied.ok) throw new Error(applied.fault.text);
  const { project } = applied.value;
  const address = { documentId: placed.documentId, annotationId: placed.id };
  const unknown = { ...address, annotationId: 'none' as AnnotationId };
  const modifiedAt = timeAt(9);

  const added = (changes: Partial<Annotation>): Command => ({
    kind: 'annotation.add',
    annotation: { ...createAnnotation(text, 'a2', [11, 15]), ...changes },
  });
  const at = (start: number, end: number): Command =>
    added({ pieces: [createSelector(text, createSpan(start, end))] });
  const [piece] = createAnnotation(text, 'x', [0, 10]).pieces;
  const [document] = world.spare;
  if (document === undefined) throw new Error('a spare document');

  it.each<[string, Command, string]>([
    ['a taken id', added({ id: placed.id }), 'taken'],
    [
      'an id taken in another document',
      {
        kind: 'annotation.add',
        annotation: {
          ...createAnnotation('Another text.', 'a1', [0, 7]),
          documentId: 'd1' as DocumentId,
        },
      },
      'taken',
    ],
    ['an unknown document', added({ documentId: 'd9' as DocumentId }), 'unknownDocument'],
    ['an unknown coder', added({ coderId: 'cy' as CoderId }), 'unknownCoder'],
    ['an unknown code', added({ codeId: 'x' as CodeId }), 'unknownCode'],
    ['an empty passage', at(5, 5), 'emptySpan'],
    ['a passage beyond the text', at(5, 99), 'outside'],
    ['a passage that cuts an emoji', at(20, 22), 'cutsCharacter'],
    ['a passage that begins inside one', at(22, 26), 'cutsCharacter'],
    ['other words', added({ pieces: [{ ...piece, exact: 'Pyongyang!' }] }), 'quote'],
    ['another context', added({ pieces: [{ ...piece, suffix: ' must' }] }), 'quote'],
    ['pieces that overlap', added({ pieces: [piece, piece] }), 'pieces'],
    [
      'a part that does not fit',
      added({ parts: [{ name: 'cue', selector: { ...piece, exact: 'x' } }] }),
      'quote',
    ],
    ['to remove what is not there', { kind: 'annotation.remove', ...unknown }, 'unknownAnnotation'],
    [
      'to change what is not there',
      { kind: 'annotation.memo', ...unknown, memo: '', modifiedAt },
      'unknownAnnotation',
    ],
    [
      'to give an annotation to another coder',
      { kind: 'annotation.replace', annotation: { ...placed, coderId: 'bo' as CoderId } },
      'unknownAnnotation',
    ],
    [
      'an unknown code for one that is there',
      { kind: 'annotation.recode', ...address, codeId: 'x' as CodeId, modifiedAt },
      'unknownCode',
    ],
    [
      'to move it out of the text',
      {
        kind: 'annotation.move',
        ...address,
        modifiedAt,
        pieces: [{ ...piece, ...createSpan(30, 99) }],
      },
      'outside',
    ],
    [
      'a document twice',
      { kind: 'document.add', document: project.documents[0] ?? document, index: 0 },
      'taken',
    ],
    [
      'a document without a title',
      {
        kind: 'document.add',
        document: { ...document, title: { value: ' ', inferred: false } },
        index: 0,
      },
      'emptyName',
    ],
    [
      'to remove a document in use',
      { kind: 'document.remove', documentId: placed.documentId },
      'documentInUse',
    ],
    [
      'to remove an unknown one',
      { kind: 'document.remove', documentId: 'd9' as DocumentId },
      'unknownDocument',
    ],
    [
      'to describe an unknown one',
      {
        kind: 'document.describe',
        documentId: 'd9' as DocumentId,
        description: { title: { value: 'T', inferred: false } },
      },
      'unknownDocument',
    ],
    [
      'a coder twice',
      { kind: 'coder.add', coder: { id: 'ana' as CoderId, name: 'A' }, index: 0 },
      'taken',
    ],
    [
      'a coder without a name',
      { kind: 'coder.add', coder: { id: 'cy' as CoderId, name: '\u200b ' }, index: 0 },
      'emptyName',
    ],
    [
      'a name too long',
      { kind: 'coder.rename', coderId: 'ana' as CoderId, name: 'x'.repeat(201) },
      'longName',
    ],
    ['to remove a coder in use', { kind: 'coder.remove', coderId: 'ana' as CoderId }, 'coderInUse'],
    [
      'to rename an unknown one',
      { kind: 'coder.rename', coderId: 'cy' as CoderId, name: 'C' },
      'unknownCoder',
    ],
    [
      'a codebook without a code in use',
      { kind: 'codebook.replace', codebook: { ...project.codebook, codes: [] } },
      'codeInUse',
    ],
    [
      'a project without a title',
      { kind: 'project.describe', id: project.id, title: '' },
      'emptyName',
    ],
    [
      'a batch whose last step does not fit',
      {
        kind: 'batch',
        purpose: 'import',
        size: 2,
        commands: [added({}), { kind: 'annotation.remove', ...unknown }],
      },
      'unknownAnnotation',
    ],
  ])('[K8] %s', (_, command, code) => {
    const refused = applyCommand(project, command, world.textOf);
    expect(refused).toMatchObject({ ok: false, fault: { code: `fault.command.${code}` } });
    expect(annotationsOf(project, placed.documentId)).toEqual([placed]);
  });

  it('[K9] a passage is compared with the text only where the text is at hand', () => {
    const wrong = added({ pieces: [{ ...piece, exact: 'Pyongyang!' }] });
    expect(applyCommand(project, wrong, () => undefined).ok).toBe(true);
    expect(applyCommand(project, at(5, 99), () => undefined).ok).toBe(false);
  });

  it('[K10] a new code is confirmed under the current revision, and the rest is kept', () => {
    const { codebook } = project;
    const revisions = [{ number: 7, at: timeAt(1), reason: 'Narrower.', codeIds: [] }] as const;
    const recoded = applyCommand(
      { ...project, codebook: { ...codebook, revisions } },
      { kind: 'annotation.recode', ...address, codeId: 'actor' as CodeId, modifiedAt },
      world.textOf,
    );
    if (!recoded.ok) throw new Error(recoded.fault.text);
    expect(annotationsOf(recoded.value.project, placed.documentId)).toEqual([
      { ...placed, codeId: 'actor', modifiedAt, codebookRevision: 7 },
    ]);
  });
});
