import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Relation } from '../../src/core/annotation/relation';
import type { ActorId, AnnotationId, CodeId, MemoId, RelationId } from '../../src/core/ids';
import type { Command } from '../../src/core/project/command';
import type { Actor } from '../../src/core/register/actor';
import { add, ADA, makeProject, NORTH, NOW, open, SOUTH, TEXTS, value } from './small-project';

const southern = { documentId: SOUTH, text: TEXTS['south'] ?? '' };

const relation: Relation = {
  id: 'r1' as RelationId,
  coderId: ADA.id,
  kindId: 'gates',
  fromDocumentId: SOUTH,
  fromId: 'p1' as AnnotationId,
  toDocumentId: NORTH,
  toId: 's1' as AnnotationId,
  memo: '',
  createdAt: NOW,
  modifiedAt: NOW,
  codebookRevision: 1,
};

const seoul: Actor = {
  id: 'rok' as ActorId,
  label: 'South Korea',
  kind: 'state',
  aliases: ['Seoul'],
  note: '',
};

/** A precondition in one document gates a stance in the other; a register, marks and memos. */
const STEPS: readonly Command[] = [
  add('s1', 'must not'),
  add('p1', 'scrap the law', { ...southern, codeId: 'precondition' as CodeId }),
  { kind: 'relation.add', relation },
  { kind: 'actor.add', actor: seoul, index: 0 },
  {
    kind: 'annotation.attribute',
    documentId: SOUTH,
    annotationId: 'p1' as AnnotationId,
    attributeId: 'addressee',
    value: [seoul.id],
    modifiedAt: NOW,
  },
  {
    kind: 'mark.set',
    documentId: NORTH,
    mark: { coderId: ADA.id, paragraph: 2, decision: 'nothing', at: NOW },
  },
  {
    kind: 'memo.add',
    memo: {
      id: 'm1' as MemoId,
      coderId: ADA.id,
      about: { kind: 'actor', id: seoul.id },
      text: 'Is it *the government*?',
      createdAt: NOW,
      modifiedAt: NOW,
    },
  },
  { kind: 'document.exclude', documentId: SOUTH, excluded: [] },
];

async function makeWhole(): Promise<string> {
  const session = await open(await makeProject());
  for (const step of STEPS) value(session.perform(step));
  value(await session.settled());
  return session.folder;
}

describe('a project with everything in it', () => {
  it('[S60] is on disk what it was in memory', async () => {
    const session = await open(await makeProject());
    for (const step of STEPS) value(session.perform(step));
    value(await session.settled());
    const again = await open(session.folder);
    expect(again.notices).toEqual([]);
    expect(again.project).toStrictEqual(session.project);
  });

  it('[S61] has a register and memos that a person can read', async () => {
    const folder = await makeWhole();
    const read = async (...path: string[]): Promise<unknown> =>
      JSON.parse(await readFile(join(folder, ...path), 'utf8'));
    expect(await read('actors.json')).toEqual({
      format: 'postil-actors',
      formatVersion: 1,
      actors: [seoul],
    });
    expect(await read('coders', 'ada', '_memos.json')).toMatchObject({
      format: 'postil-memos',
      coderId: 'ada',
      memos: [{ id: 'm1' }],
    });
    expect(await read('coders', 'ada', 'south.json')).toMatchObject({ relations: [{ id: 'r1' }] });
    expect(await read('coders', 'ada', 'north.json')).toMatchObject({ marks: [{ paragraph: 2 }] });
  });

  it('[S63] opens without a decision about a paragraph that the text does not have, and says so', async () => {
    const folder = await makeWhole();
    const file = join(folder, 'coders', 'ada', 'north.json');
    const set = await readFile(file, 'utf8');
    await writeFile(file, set.replace('"paragraph": 2', '"paragraph": 2000'));
    const again = await open(folder);
    expect(again.notices.map(({ code }) => code)).toEqual(['storage.set.mark']);
    expect(again.notices[0]?.text).toContain('paragraph 2000');
    expect(again.project.marks.size).toBe(0);
  });

  it('[S62] is what it was before, on disk too, when all steps are undone', async () => {
    const session = await open(await makeProject());
    const before = session.project;
    for (const step of STEPS) value(session.perform(step));
    await session.settled();
    STEPS.forEach(() => value(session.undo()));
    value(await session.settled());
    expect((await open(session.folder)).project).toStrictEqual(before);
  });

  it('[S63] opens without a relation whose end an interrupted save lost, and says so', async () => {
    const folder = await makeWhole();
    const path = join(folder, 'coders', 'ada', 'north.json');
    const set = JSON.parse(await readFile(path, 'utf8')) as { annotations: unknown[] };
    await writeFile(path, JSON.stringify({ ...set, annotations: [] }));
    const session = await open(folder);
    expect(session.project.relations.size).toBe(0);
    expect(session.notices.map((notice) => notice.code)).toEqual(['storage.set.relation']);
    expect(session.notices[0]?.text).toContain('south.json');
  });

  it('[S64] does not take another coder’s memos for this one’s', async () => {
    const folder = await makeWhole();
    const path = join(folder, 'coders', 'ada', '_memos.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"coderId": "ada"', '"coderId": "ben"'));
    await expect(open(folder)).rejects.toThrow('storage.file.damaged');
  });
});
