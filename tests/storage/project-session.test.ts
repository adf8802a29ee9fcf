import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotationId, CodeId, DocumentId, Timestamp } from '../../src/core/ids';
import type { Command } from '../../src/core/project/command';
import { annotationsOf, type Project } from '../../src/core/project/project';
import { createSelector } from '../../src/core/text/quote';
import { createSpan } from '../../src/core/text/span';
import type { ProjectSession } from '../../src/storage/project-session';
import { snapshot } from './disk';
import {
  add,
  ADA,
  annotate,
  BEN,
  codeOf,
  makeProject,
  NORTH,
  open,
  preparedText,
  SOUTH,
  TEXTS,
  value,
} from './small-project';

/** What a project is, without the identity of its parts. */
function plain(project: Project): unknown {
  return { ...project, annotations: [...project.annotations].sort(([a], [b]) => (a < b ? -1 : 1)) };
}

async function reopened(session: ProjectSession): Promise<ProjectSession> {
  value(await session.close());
  return open(session.folder);
}

describe('commands', () => {
  it('[S1] change the state at once, and the disk soon', async () => {
    const session = await open(await makeProject());
    const step = value(session.perform(add('a1', 'must not')));
    expect(step).toMatchObject({ serial: 1, reason: 'perform', name: 'Add Stance' });
    expect(annotationsOf(session.project, NORTH)).toHaveLength(1);
    expect(session.saveState).toEqual({ kind: 'saving' });
    expect(await session.settled()).toEqual({ ok: true, value: undefined });
    expect(session.saveState).toEqual({ kind: 'saved', serial: 1 });
    expect(plain((await reopened(session)).project)).toEqual(plain(session.project));
  });

  it('[S2] a set is a file that a person can read', async () => {
    const session = await open(await makeProject());
    session.perform(add('a2', '👍🏽'));
    session.perform(add('a1', 'must not'));
    await session.settled();
    const content = await readFile(join(session.folder, 'coders', 'ada', 'north.json'), 'utf8');
    expect(content).toContain('\n  "annotations": [\n    {\n      "id": "a1",');
    expect(JSON.parse(content)).toEqual({
      format: 'postil-annotation-set',
      formatVersion: 4,
      lastLine: 4,
      coderId: 'ada',
      documentId: 'north',
      annotations: [annotate('a1', 'must not'), annotate('a2', '👍🏽')],
      relations: [],
      marks: [],
      verdicts: [],
    });
  });

  it('[S3] a set that became empty is an empty list, not a missing file', async () => {
    const session = await open(await makeProject());
    session.perform(add('a1', 'must not'));
    await session.settled();
    session.perform({
      kind: 'annotation.remove',
      documentId: NORTH,
      annotationId: 'a1' as AnnotationId,
    });
    await session.settled();
    const content = await readFile(join(session.folder, 'coders', 'ada', 'north.json'), 'utf8');
    expect(JSON.parse(content)).toMatchObject({ annotations: [] });
    expect((await reopened(session)).project.annotations.size).toBe(0);
  });

  it('[S4] undo and redo are steps like others, with the command that was carried out', async () => {
    const session = await open(await makeProject());
    expect(codeOf(session.undo())).toBe('fault.command.nothingToUndo');
    value(session.perform(add('a1', 'must not')));
    expect(value(session.undo())).toMatchObject({
      serial: 2,
      reason: 'undo',
      name: 'Add Stance',
      command: { kind: 'annotation.remove', annotationId: 'a1' },
      history: { undo: [], redo: [{ name: 'Add Stance' }] },
    });
    expect(value(session.redo())).toMatchObject({ serial: 3, reason: 'redo' });
    expect(annotationsOf((await reopened(session)).project, NORTH)).toHaveLength(1);
  });

  it('[S5] a refused command changes nothing: not the state, not the serial, not the disk', async () => {
    const session = await open(await makeProject());
    const { project } = session;
    const before = await snapshot(session.folder);
    expect(codeOf(session.perform(add('a1', 'must not', { codeId: 'opinion' as CodeId })))).toBe(
      'fault.command.unknownCode',
    );
    expect(session.project).toBe(project);
    expect(session.serial).toBe(0);
    expect(session.saveState).toEqual({ kind: 'saved', serial: 0 });
    await session.settled();
    expect(await snapshot(session.folder)).toEqual(before);
  });

  it('[S6] what no file of ours can hold is refused before it is in the project', async () => {
    const session = await open(await makeProject());
    const annotation = { ...annotate('a1', 'must not'), memo: 'half \ud83d' };
    expect(codeOf(session.perform({ kind: 'annotation.add', annotation }))).toBe(
      'fault.json.surrogate',
    );
    expect(session.serial).toBe(0);
  });

  it('[S7] after closing, a command is a bug', async () => {
    const session = await open(await makeProject());
    value(await session.close());
    expect(() => session.perform(add('a1', 'must not'))).toThrow(/closed/);
    expect(session.serial).toBe(0);
  });
});

describe('texts', () => {
  it('[S10] addTexts writes text and source first, then adds the documents in one step', async () => {
    const session = await open(await makeProject());
    const step = value(await session.addTexts([preparedText('east'), preparedText('west')]));
    expect(step).toMatchObject({
      serial: 1,
      name: 'Add 2 Texts',
      command: { kind: 'batch', purpose: 'documents' },
    });
    const disk = Object.keys(await snapshot(session.folder));
    expect(disk).toEqual(
      expect.arrayContaining(['documents/east.txt', 'sources/west-west wind.txt']),
    );
    const { project, textOf } = await reopened(session);
    expect(project.documents.map(({ id }) => id)).toEqual(['north', 'south', 'east', 'west']);
    expect(textOf('west' as DocumentId)).toBe('The text of west.\n');
  });

  it('[S11] one text is one plain step, none is none', async () => {
    const session = await open(await makeProject());
    expect(value(await session.addTexts([]))).toBeUndefined();
    const step = value(await session.addTexts([preparedText('east')]));
    expect(step).toMatchObject({ serial: 1, command: { kind: 'document.add', index: 2 } });
    value(await session.close());
  });

  it('[S12] storeTexts performs nothing; textOf knows the text, and a batch may use it at once', async () => {
    const session = await open(await makeProject());
    const east = preparedText('east');
    value(await session.storeTexts([east]));
    expect(session.serial).toBe(0);
    expect(session.project.documents).toHaveLength(2);
    expect(session.textOf(east.document.id)).toBe('The text of east.\n');
    const commands: Command[] = [
      { kind: 'document.add', document: east.document, index: 2 },
      add('a1', 'text', { documentId: east.document.id, text: east.text }),
    ];
    value(session.perform({ kind: 'batch', purpose: 'import', size: 1, commands }));
    expect((await reopened(session)).project.annotations.size).toBe(1);
  });

  it('[S13] a document whose text was not stored cannot be added', async () => {
    const session = await open(await makeProject());
    const { document } = preparedText('east');
    const refused = session.perform({ kind: 'document.add', document, index: 0 });
    expect(codeOf(refused)).toBe('storage.text.notStored');
    expect(session.project.documents).toHaveLength(2);
  });

  it('[S14] an id never stands for two texts', async () => {
    const session = await open(await makeProject());
    const before = await snapshot(session.folder);
    expect(codeOf(await session.storeTexts([preparedText('north', 'Another text.\n')]))).toBe(
      'fault.command.taken',
    );
    expect(await snapshot(session.folder)).toEqual(before);
  });

  it('[S16] a text that somebody else put there under this id is not written over', async () => {
    const session = await open(await makeProject());
    const path = join(session.folder, 'documents', 'east.txt');
    await writeFile(path, 'theirs');
    expect(codeOf(await session.addTexts([preparedText('east')]))).toBe('storage.write.inTheWay');
    expect(await readFile(path, 'utf8')).toBe('theirs');
    expect(session.textOf('east' as DocumentId)).toBeUndefined();
    await writeFile(path, 'The text of east.\n');
    expect(codeOf(await session.storeTexts([preparedText('east')]))).toBe('ok');
  });

  it('[S15] a removed document comes back with its text by undo', async () => {
    const session = await open(await makeProject());
    value(session.perform({ kind: 'document.remove', documentId: SOUTH }));
    await session.settled();
    value(session.undo());
    const again = await reopened(session);
    expect(again.textOf(SOUTH)).toBe(TEXTS['south']);
    expect(again.project.documents.map(({ id }) => id)).toEqual(['north', 'south']);
  });
});

describe('many commands', () => {
  const choice = fc.record({
    act: fc.nat(9),
    which: fc.nat(),
    from: fc.nat(),
    length: fc.integer({ min: 1, max: 9 }),
  });

  it('[S20] after 200 random commands, what is opened again is what was in memory', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(choice, { minLength: 200, maxLength: 200 }), async (choices) => {
        const session = await open(await makeProject());
        session.perform({ kind: 'coder.add', coder: BEN, index: 1 });
        for (const [n, { act, which, from, length }] of choices.entries()) {
          if (act === 0) session.undo();
          else if (act === 1) session.redo();
          else session.perform(randomCommand(session.project, n, { act, which, from, length }));
          if (which % 25 === 0) await session.settled();
        }
        value(await session.settled());
        expect(session.serial).toBeGreaterThan(100);
        expect(session.saveState).toEqual({ kind: 'saved', serial: session.serial });
        expect(plain((await reopened(session)).project)).toEqual(plain(session.project));
      }),
      { numRuns: 5 },
    );
  }, 60_000);
});

/** A command that mostly fits the project; some are refused. */
function randomCommand(
  project: Project,
  n: number,
  { act, which, from, length }: { act: number; which: number; from: number; length: number },
): Command {
  const documentId = which % 3 === 0 ? SOUTH : NORTH;
  const text = TEXTS[documentId] ?? '';
  const start = from % (text.length - length);
  const all = annotationsOf(project, documentId);
  const found = all[which % Math.max(all.length, 1)];
  const modifiedAt = new Date(Date.UTC(2000, 9, 16) + n).toISOString() as Timestamp;
  const address = { documentId, annotationId: found?.id ?? ('none' as AnnotationId), modifiedAt };
  const pieces = [createSelector(text, createSpan(start, start + length))] as const;
  if (act <= 4 || found === undefined) {
    const coderId = which % 2 === 0 ? ADA.id : BEN.id;
    const words = text.slice(start, start + length);
    return {
      kind: 'annotation.add',
      annotation: { ...annotate(`n${n}`, words, { documentId, coderId }), pieces },
    };
  }
  if (act === 5) return { kind: 'annotation.remove', documentId, annotationId: found.id };
  if (act === 6) return { kind: 'annotation.recode', ...address, codeId: 'actor' as CodeId };
  if (act === 7) return { kind: 'annotation.move', ...address, pieces };
  if (act === 8) return { kind: 'annotation.memo', ...address, memo: `“Memo” ${n} 𠮷\n` };
  return { kind: 'project.describe', id: project.id, title: `Winds ${n}` };
}
