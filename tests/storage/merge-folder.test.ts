import { appendFile, cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnnotationId, CoderId, DeviceId, Timestamp } from '../../src/core/ids';
import type { Command } from '../../src/core/project/command';
import { contentHash } from '../../src/core/project/content-hash';
import { mergeFolder } from '../../src/storage/merge-folder';
import { openSession } from '../../src/storage/open-session';
import { keepFiles } from '../../src/storage/packs/before-merge';
import { rememberMerge, takeBackMerge } from '../../src/storage/packs/take-back-merge';
import { snapshot, temporaryFolder } from './disk';
import { removeJournals } from './journals';
import { add, ADA, BEN, codeOf, makeProject, NORTH, NOW, TEXTS, value } from './small-project';

/** Each stands in the text of the north. */
const WORDS = (TEXTS['north'] ?? '').split(' ').slice(0, 3) as [string, string, string];

let clock = Date.parse(NOW);
const now = (): Timestamp => new Date((clock += 1)).toISOString() as Timestamp;

/** Does what these commands say in a folder, as one coder on one device. */
async function work(
  folder: string,
  device: string,
  coder: CoderId,
  ...commands: readonly Command[]
): Promise<void> {
  const session = value(await openSession(folder, { deviceId: device as DeviceId, now }));
  session.workAs(coder);
  for (const command of commands) value(session.perform(command));
  value(await session.close());
}

async function contentOf(folder: string): Promise<string> {
  const session = value(await openSession(folder));
  const hash = contentHash(session.project);
  await session.close();
  return hash;
}

async function idsIn(folder: string): Promise<readonly string[]> {
  const session = value(await openSession(folder));
  const all = [...session.project.annotations.values()].flat();
  await session.close();
  return all.map(({ id }) => id).sort();
}

async function copyOf(folder: string): Promise<string> {
  const copy = join(await temporaryFolder(), 'copy');
  await cp(folder, copy, { recursive: true });
  return copy;
}

function memo(id: string, text: string): Command {
  return {
    kind: 'annotation.memo',
    documentId: NORTH,
    annotationId: id as AnnotationId,
    memo: text,
    modifiedAt: now(),
  };
}

/** Three copies of one project: Ada went on in hers, Ben in his, and Ada at another computer in the third. */
async function threeCopies(): Promise<readonly [string, string, string]> {
  const desk = await makeProject();
  await work(desk, 'desk', ADA.id, add('a1', WORDS[0]));
  const [ben, lab] = [await copyOf(desk), await copyOf(desk)];
  await work(desk, 'desk', ADA.id, add('a2', WORDS[1]), memo('a1', 'from the desk'));
  await work(
    ben,
    'laptop',
    BEN.id,
    { kind: 'coder.add', coder: BEN, index: 1 },
    add('b1', WORDS[0], { coderId: BEN.id }),
  );
  await work(lab, 'lab', ADA.id, add('a3', WORDS[2]), memo('a1', 'from the lab'));
  return [desk, ben, lab];
}

describe('copies of a project', () => {
  it('come to one content, whichever is merged into which, in any order and any number of times', async () => {
    const copies = await threeCopies();
    const orders = [
      [0, 1, 2],
      [1, 2, 0],
      [2, 0, 1, 0],
    ] as const;
    const hashes: string[] = [];
    for (const [first, ...rest] of orders) {
      const into = await copyOf(copies[first]);
      for (const one of rest) value(await mergeFolder(into, copies[one]));
      expect(await idsIn(into)).toEqual(['a1', 'a2', 'a3', 'b1']);
      hashes.push(await contentOf(into));
    }
    expect(new Set(hashes).size).toBe(1);
  });

  it('also when the merged ones are merged, and nothing more comes in the second time', async () => {
    const [desk, ben, lab] = await threeCopies();
    value(await mergeFolder(ben, lab));
    value(await mergeFolder(desk, ben));
    const hash = await contentOf(desk);
    value(await mergeFolder(lab, desk));
    expect(await contentOf(lab)).toBe(hash);
    const before = await snapshot(desk);
    expect(value(await mergeFolder(desk, ben))).toEqual({ journals: [], texts: [] });
    expect(await snapshot(desk)).toEqual(before);
  });

  it('of one device that went on in both: both ways are kept, and no file is changed', async () => {
    const here = await makeProject();
    await work(here, 'desk', ADA.id, add('a1', WORDS[0]));
    const there = await copyOf(here);
    await work(here, 'desk', ADA.id, add('a2', WORDS[1]));
    await work(there, 'desk', ADA.id, add('a3', WORDS[2]));
    const journal = join(here, 'coders', 'ada', 'journal-desk.jsonl');
    const before = await readFile(journal, 'utf8');
    expect(value(await mergeFolder(here, there)).journals).toEqual([
      expect.stringMatching(/^coders.ada.journal-desk \(merged [0-9a-f]{12}\)\.jsonl$/u),
    ]);
    expect(await readFile(journal, 'utf8')).toBe(before);
    expect(await idsIn(here)).toEqual(['a1', 'a2', 'a3']);
  });

  it('can be taken back, which sets aside what came and changes nothing else', async () => {
    const [desk, ben] = await threeCopies();
    const before = await contentOf(desk);
    value(await keepFiles(desk));
    const merged = value(await mergeFolder(desk, ben));
    const journals = value(await rememberMerge(desk, merged));
    expect(journals.size).toBeGreaterThan(0);
    expect(await contentOf(desk)).not.toBe(before);
    value(await takeBackMerge(desk, journals));
    expect(await contentOf(desk)).toBe(before);
    expect(await readdir(join(desk, 'set-aside'))).toHaveLength(journals.size);
    value(await mergeFolder(desk, ben));
    expect(await contentOf(desk)).not.toBe(before);
  });

  it('cannot be taken back once a journal that came has grown', async () => {
    const [desk, ben] = await threeCopies();
    value(await keepFiles(desk));
    const journals = value(await rememberMerge(desk, value(await mergeFolder(desk, ben))));
    const [path = ''] = journals.keys();
    await appendFile(join(desk, path), 'more');
    const state = await snapshot(desk);
    const refused = await takeBackMerge(desk, journals);
    expect(refused.ok ? '' : refused.fault.code).toBe('pack.fault.goneOn');
    expect(await snapshot(desk)).toEqual(state);
  });

  it('bring their texts, and leave alone what is here', async () => {
    const [desk, ben] = await threeCopies();
    const text = join(desk, 'documents', 'north.txt');
    const original = await readFile(text);
    await rm(text);
    expect(value(await mergeFolder(desk, ben)).texts).toEqual([join('documents', 'north.txt')]);
    expect(await readFile(text)).toEqual(original);
    await writeFile(join(ben, 'documents', 'north.txt'), 'Another text.\n');
    value(await mergeFolder(desk, ben));
    expect(await readFile(text)).toEqual(original);
  });

  it('are refused with a sentence and nothing done: another project, no project, work without a journal', async () => {
    const [desk, ben] = await threeCopies();
    const before = await snapshot(desk);
    const other = await copyOf(ben);
    const head = join(other, 'project.json');
    const json = JSON.parse(await readFile(head, 'utf8')) as object;
    await writeFile(head, JSON.stringify({ ...json, id: 'another' }));
    expect(codeOf(await mergeFolder(desk, other))).toBe('storage.merge.otherProject');
    expect(codeOf(await mergeFolder(desk, await temporaryFolder()))).toBe('storage.read.missing');
    await removeJournals(ben);
    expect(codeOf(await mergeFolder(desk, ben))).toBe('storage.merge.noJournal');
    expect(await snapshot(desk)).toEqual(before);
    expect(await readdir(join(desk, 'coders'))).toEqual(['ada']);
  });
});
