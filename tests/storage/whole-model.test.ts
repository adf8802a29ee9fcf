import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Relation } from '../../src/core/annotation/relation';
import type { ActorId, AnnotationId, CodeId, MemoId, RelationId } from '../../src/core/ids';
import type { Command } from '../../src/core/project/command';
import type { Actor } from '../../src/core/register/actor';
import { removeJournals } from './journals';
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
    await removeJournals(folder);
    const again = await open(folder);
    expect(again.notices.map(({ code }) => code)).toEqual(['fault.journal.mark']);
    expect(again.notices[0]?.text).toContain('paragraph 2000');
    expect(again.project.marks.size).toBe(0);
  });

  it('[S62] is what it was before, on disk too, when all steps are undone', async () => {
    const session = await open(await makeProject());
    const before = session.project;
    for (const step of STEPS) value(session.perform(step));
    await session.settled();
    // The last step changes nothing here, so it is none.
    expect(session.history.undo).toHaveLength(STEPS.length - 1);
    while (session.history.undo.length > 0) value(session.undo());
    value(await session.settled());
    expect((await open(session.folder)).project).toStrictEqual(before);
  });

  it('[S63] keeps a relation whose end an interrupted save lost; without journals it is left out, and said', async () => {
    const folder = await makeWhole();
    const path = join(folder, 'coders', 'ada', 'north.json');
    const set = JSON.parse(await readFile(path, 'utf8')) as { annotations: unknown[] };
    await writeFile(path, JSON.stringify({ ...set, annotations: [] }));
    const session = await open(folder);
    expect(session.notices).toEqual([]);
    expect(session.project.relations.get(SOUTH)).toEqual([relation]);
    await removeJournals(folder);
    const without = await open(folder);
    expect(without.project.relations.size).toBe(0);
    expect(without.project.annotations.get(SOUTH)).toHaveLength(1);
    expect(without.notices.map((notice) => notice.code)).toEqual(['fault.journal.relation']);
    expect(without.notices[0]?.text).toContain('r1');
  });

  it('[S64] does not take another coder’s memos for this one’s', async () => {
    const folder = await makeWhole();
    const path = join(folder, 'coders', 'ada', '_memos.json');
    const text = await readFile(path, 'utf8');
    const theirs = text.replace('"coderId": "ada"', '"coderId": "ben"');
    await writeFile(path, theirs);
    const session = await open(folder);
    expect(session.notices.map((notice) => notice.code)).toEqual(['storage.file.damaged']);
    expect(session.notices[0]?.text).toContain(path);
    expect(session.project.memos).toHaveLength(1);
    session.workAs(ADA.id);
    value(await session.close());
    expect(await readFile(path, 'utf8')).toBe(text);
    const [aside = ''] = await readdir(join(folder, 'set-aside'));
    expect(await readFile(join(folder, 'set-aside', aside), 'utf8')).toBe(theirs);
    await writeFile(path, theirs);
    await removeJournals(folder);
    expect((await open(folder)).project.memos).toEqual([]);
  });
});
