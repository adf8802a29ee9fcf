import { describe, expect, it } from 'vitest';
import type { AnnotationId, CodeId, CoderId, DocumentId } from '../../../src/core/ids';
import { applyCommand } from '../../../src/core/project/apply';
import type { Command } from '../../../src/core/project/command';
import { nameCommand } from '../../../src/core/project/command-name';
import { createAnnotation } from '../../support/annotations';
import { timeAt } from '../../support/random-annotation';
import { createWorld } from '../../support/random-project';

const text = 'Washington must not insert.';
const world = createWorld([text, 'A spare text.'], 1);
const annotation = createAnnotation(text, 'a1', [0, 10]);
const applied = applyCommand(world.project, { kind: 'annotation.add', annotation }, world.textOf);
if (!applied.ok) throw new Error(applied.fault.text);
const { project } = applied.value;
const [document] = world.spare;
if (document === undefined) throw new Error('a spare document');

const address = { documentId: 'd0' as DocumentId, annotationId: 'a1' as AnnotationId };
const modifiedAt = timeAt(1);
const coderId = 'bo' as CoderId;
const description = { title: { value: 'T', inferred: false } };

describe('nameCommand', () => {
  it.each<[string, Command]>([
    ['Add Stance', { kind: 'annotation.add', annotation }],
    ['Delete Stance', { kind: 'annotation.remove', ...address }],
    [
      'Change Code to Actor',
      { kind: 'annotation.recode', ...address, codeId: 'actor' as CodeId, modifiedAt },
    ],
    [
      'Move Boundaries',
      { kind: 'annotation.move', ...address, pieces: annotation.pieces, modifiedAt },
    ],
    ['Edit Memo', { kind: 'annotation.memo', ...address, memo: 'x', modifiedAt }],
    ['Change Annotation', { kind: 'annotation.replace', annotation }],
    ['Add “A spare text”', { kind: 'document.add', document, index: 0 }],
    [
      'Remove “Washington must not insert”',
      { kind: 'document.remove', documentId: address.documentId },
    ],
    [
      'Edit Document Details',
      { kind: 'document.describe', documentId: address.documentId, description },
    ],
    ['Add Coder', { kind: 'coder.add', coder: { id: 'cy' as CoderId, name: 'Cy' }, index: 0 }],
    ['Remove Coder', { kind: 'coder.remove', coderId }],
    ['Rename Coder', { kind: 'coder.rename', coderId, name: 'B' }],
    ['Change Codebook', { kind: 'codebook.replace', codebook: project.codebook }],
    ['Rename Project', { kind: 'project.describe', id: project.id, title: 'T' }],
    ['Import 1 Annotation', { kind: 'batch', purpose: 'import', size: 1, commands: [] }],
    ['Import 1,200 Annotations', { kind: 'batch', purpose: 'import', size: 1200, commands: [] }],
    ['Add 3 Texts', { kind: 'batch', purpose: 'documents', size: 3, commands: [] }],
  ])('%s', (name, command) => {
    expect(nameCommand(project, command)).toBe(name);
  });

  it('leaves out what it cannot know', () => {
    const annotationId = 'gone' as AnnotationId;
    expect(nameCommand(project, { kind: 'annotation.remove', ...address, annotationId })).toBe(
      'Delete',
    );
    expect(nameCommand(project, { kind: 'document.remove', documentId: 'd9' as DocumentId })).toBe(
      'Remove “d9”',
    );
  });
});
