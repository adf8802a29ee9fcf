import { describe, expect, it } from 'vitest';
import type { AnnotationId, CodeId, CoderId, DocumentId } from '../../../src/core/ids';
import { applyCommand } from '../../../src/core/project/apply';
import type { Command } from '../../../src/core/project/command';
import { checkPermission } from '../../../src/core/project/permission';
import { createAnnotation } from '../../support/annotations';
import { timeAt } from '../../support/random-annotation';
import { createWorld } from '../../support/random-project';

const text = 'Washington must not insert';
const world = createWorld([text], 1);
const annotation = createAnnotation(text, 'a1', [0, 10]);
const applied = applyCommand(world.project, { kind: 'annotation.add', annotation }, world.textOf);
if (!applied.ok) throw new Error(applied.fault.text);
const { project } = applied.value;

const [ANA, BO] = ['ana', 'bo'] as [CoderId, CoderId];
const address = { documentId: 'd0' as DocumentId, annotationId: 'a1' as AnnotationId };
const modifiedAt = timeAt(1);

const OF_AN_ANNOTATION: readonly Command[] = [
  { kind: 'annotation.add', annotation },
  { kind: 'annotation.remove', ...address },
  { kind: 'annotation.recode', ...address, codeId: 'actor' as CodeId, modifiedAt },
  { kind: 'annotation.move', ...address, pieces: annotation.pieces, modifiedAt },
  { kind: 'annotation.memo', ...address, memo: 'x', modifiedAt },
  { kind: 'annotation.replace', annotation },
  { kind: 'annotation.attribute', ...address, attributeId: 'x', modifiedAt },
  { kind: 'annotation.parts', ...address, parts: [], modifiedAt },
  { kind: 'annotation.confirm', ...address, modifiedAt },
  { kind: 'annotation.confidence', ...address, modifiedAt },
  {
    kind: 'batch',
    purpose: 'coding',
    size: 1,
    commands: [{ kind: 'annotation.remove', ...address }],
  },
];

const OF_THE_PROJECT: readonly Command[] = [
  { kind: 'document.remove', documentId: address.documentId },
  { kind: 'coder.rename', coderId: BO, name: 'B' },
  { kind: 'codebook.replace', codebook: project.codebook },
  { kind: 'project.describe', id: project.id, title: 'T' },
  { kind: 'actor.add', actor: {} as never, index: 0 },
  { kind: 'batch', purpose: 'codebook', size: 1, commands: OF_AN_ANNOTATION },
  { kind: 'batch', purpose: 'actors', size: 1, commands: OF_AN_ANNOTATION },
];

describe('checkPermission', () => {
  it.each(OF_AN_ANNOTATION)('[R1] $kind is for its own coder', (command) => {
    expect(checkPermission(project, command, ANA)).toBeUndefined();
    expect(checkPermission(project, command, BO)).toMatchObject({
      code: 'fault.command.notYours',
      text: 'This annotation belongs to Ana. Only its coder can change it.',
    });
  });

  it.each(OF_THE_PROJECT)('[R2] $kind is for everybody', (command) => {
    expect(checkPermission(project, command, ANA)).toBeUndefined();
    expect(checkPermission(project, command, BO)).toBeUndefined();
  });

  it('[R3] what is not there belongs to nobody', () => {
    const gone: Command = {
      kind: 'annotation.remove',
      ...address,
      annotationId: 'gone' as AnnotationId,
    };
    expect(checkPermission(project, gone, BO)).toBeUndefined();
  });

  it('[R4] a claimed owner does not help: the annotation that is there decides', () => {
    const claimed: Command = {
      kind: 'annotation.replace',
      annotation: { ...annotation, coderId: BO },
    };
    expect(checkPermission(project, claimed, BO)).toBeUndefined();
    expect(applyCommand(project, claimed, world.textOf)).toMatchObject({ ok: false });
  });
});
