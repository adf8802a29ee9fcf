import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Code } from '../../src/core/codebook/codebook';
import { createSchemeCodebook } from '../../src/core/codebook/scheme';
import type { CodeId, DocumentId } from '../../src/core/ids';
import type { Command } from '../../src/core/project/command';
import { JournalWriter } from '../../src/storage/journal/journal-writer';
import { JsonFile } from '../../src/storage/json-file';
import type { SaveState } from '../../src/storage/save-state';
import { snapshot, temporaryFolder } from './disk';
import {
  add,
  ADA,
  BEN,
  codeOf,
  makeProject,
  NORTH,
  NOW,
  open,
  preparedText,
  SOUTH,
  value,
} from './small-project';
import { watchWrites } from './watch-writes';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('when', () => {
  it('[S30] commands that come during a save go into one further save', async () => {
    const session = await open(await makeProject());
    const saved: string[] = [];
    const words = ['must', 'insert', 'itself', 'talks'];
    watchWrites({
      before: () => {
        const next = words.pop();
        if (next !== undefined) value(session.perform(add(next, next)));
      },
      after: async (path) => saved.push(await readFile(path, 'utf8')),
    });
    for (const next of ['Washington', 'not']) value(session.perform(add(next.toLowerCase(), next)));
    value(await session.settled());
    const sizes = saved.map(
      (text) => (JSON.parse(text) as { annotations: unknown[] }).annotations.length,
    );
    expect(sizes).toEqual([2, 3, 4, 5, 6]);
    expect(session.saveState).toEqual({ kind: 'saved', serial: 6 });
  });

  it('[S31] a hundred commands in one turn are one write of one file', async () => {
    const session = await open(await makeProject());
    const paths: string[] = [];
    watchWrites({ after: (path) => paths.push(path) });
    for (let n = 0; n < 100; n += 1) value(session.perform(add(`n${n}`, 'must not')));
    value(await session.settled());
    expect(paths).toEqual([join(session.folder, 'coders', 'ada', 'north.json')]);
  });

  it('[S32] the state is “saving” from the command on and “saved” only when all of it is', async () => {
    const session = await open(await makeProject());
    const states: SaveState[] = [];
    const stop = session.onSaveState((state) => states.push(state));
    watchWrites({
      before: () => {
        if (session.serial === 1) value(session.perform(add('a2', 'talks')));
      },
    });
    value(session.perform(add('a1', 'must')));
    expect(states).toEqual([{ kind: 'saving' }]);
    await session.settled();
    // The first was in the journal before its file was written; the second came during that.
    expect(states).toEqual([
      { kind: 'saving' },
      { kind: 'saved', serial: 1, files: 'behind' },
      { kind: 'saving' },
      { kind: 'saved', serial: 2, files: 'behind' },
      { kind: 'saved', serial: 2 },
    ]);
    stop();
    value(session.undo());
    await session.settled();
    expect(states).toHaveLength(5);
  });

  it('[S33] files that did not change are not written', async () => {
    const session = await open(await makeProject());
    value(session.perform(add('a1', 'must')));
    value(session.perform(add('a2', 'scrap', { documentId: SOUTH })));
    await session.settled();
    const paths: string[] = [];
    watchWrites({ after: (path) => paths.push(path.slice(session.folder.length + 1)) });
    value(session.undo());
    value(session.redo());
    value(session.perform(add('a3', 'talks')));
    await session.settled();
    expect(paths).toEqual([join('coders', 'ada', 'north.json')]);
  });
});

describe('failing', () => {
  /** A folder where Ada's set on the north should be. */
  async function blockedSession() {
    const session = await open(await makeProject());
    const blocked = join(session.folder, 'coders', 'ada', 'north.json');
    await mkdir(blocked, { recursive: true });
    return { session, blocked };
  }

  it('[S40] is told of the folder while the work is saved, and retrySave mends it', async () => {
    const { session, blocked } = await blockedSession();
    value(session.perform(add('a1', 'must not')));
    expect(codeOf(await session.settled())).toBe('ok');
    const behind = { kind: 'saved', serial: 1, folder: { code: 'storage.read.folder' } };
    expect(session.saveState).toMatchObject(behind);
    expect((await open(session.folder)).project.annotations.get(NORTH)).toHaveLength(1);
    session.retrySave();
    await session.settled();
    expect(session.saveState).toMatchObject(behind);
    await rm(blocked, { recursive: true });
    session.retrySave();
    expect(codeOf(await session.settled())).toBe('ok');
    expect(session.saveState).toEqual({ kind: 'saved', serial: 1 });
    expect(await readFile(blocked, 'utf8')).toContain('"a1"');
  });

  it('[S46] of the journal is a failed save: everything is kept in memory, and retrySave mends it', async () => {
    const session = await open(await makeProject());
    const path = join(session.folder, 'coders', 'ada');
    await mkdir(join(session.folder, 'coders'), { recursive: true });
    await writeFile(path, 'in the way');
    value(session.perform(add('a1', 'must not')));
    const settled = await session.settled();
    expect(codeOf(settled)).toBe('storage.write.inTheWay');
    expect(session.saveState).toEqual({
      kind: 'failed',
      fault: settled.ok ? undefined : settled.fault,
    });
    expect(session.project.annotations.get(NORTH)).toHaveLength(1);
    expect(await readFile(path, 'utf8')).toBe('in the way');
    await rm(path);
    session.retrySave();
    expect(codeOf(await session.settled())).toBe('ok');
    expect(session.saveState).toEqual({ kind: 'saved', serial: 1 });
    expect((await open(session.folder)).project.annotations.get(NORTH)).toHaveLength(1);
  });

  it('[S41] one file of several: the others are saved, and the next command tries it again', async () => {
    const { session, blocked } = await blockedSession();
    value(session.perform(add('a1', 'must not')));
    value(session.perform(add('a2', 'scrap', { documentId: SOUTH })));
    await session.settled();
    const south = join(session.folder, 'coders', 'ada', 'south.json');
    expect(JSON.parse(await readFile(south, 'utf8'))).toMatchObject({
      annotations: [{ id: 'a2' }],
    });
    await rm(blocked, { recursive: true });
    const paths: string[] = [];
    watchWrites({ after: (path) => paths.push(path) });
    value(session.perform({ kind: 'project.describe', id: session.project.id, title: 'Storms' }));
    expect(codeOf(await session.settled())).toBe('ok');
    expect(paths).toEqual([join(session.folder, 'project.json'), blocked]);
    const again = await open(session.folder);
    expect(again.project.title).toBe('Storms');
    expect(again.project.annotations.get(NORTH)).toHaveLength(1);
  });

  it('[S42] a folder that vanished is not made anew; put back, it gets everything', async () => {
    const session = await open(await makeProject());
    await rename(session.folder, `${session.folder}-away`);
    value(session.perform(add('a1', 'must not')));
    expect(codeOf(await session.settled())).toBe('storage.project.gone');
    await mkdir(session.folder);
    session.retrySave();
    expect(codeOf(await session.settled())).toBe('storage.project.gone');
    expect(codeOf(await session.addTexts([preparedText('east')]))).toBe('storage.project.gone');
    expect(await snapshot(session.folder)).toEqual({});
    await rm(session.folder, { recursive: true });
    await rename(`${session.folder}-away`, session.folder);
    session.retrySave();
    expect(codeOf(await session.settled())).toBe('ok');
    expect((await open(session.folder)).project.annotations.get(NORTH)).toHaveLength(1);
  });

  it('[S43] what another program put into a file is taken in before the file is written over', async () => {
    const session = await open(await makeProject());
    const path = join(session.folder, 'project.json');
    const theirs = JSON.parse(await readFile(path, 'utf8')) as { coders: unknown[] };
    theirs.coders.push(BEN);
    await writeFile(path, JSON.stringify(theirs));
    value(session.perform({ kind: 'project.describe', id: session.project.id, title: 'Ours' }));
    value(session.perform(add('a1', 'must not')));
    await session.settled();
    expect(session.project.coders).toEqual([ADA, BEN]);
    session.retrySave();
    value(await session.close());
    // Two commands, and what came from outside.
    expect(session.saveState).toEqual({ kind: 'saved', serial: 3 });
    const { project } = await open(session.folder);
    expect(project.title).toBe('Ours');
    expect(project.coders).toEqual([ADA, BEN]);
    expect(project.annotations.get(NORTH)).toHaveLength(1);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ coders: [ADA, BEN] });
  });

  it('[S44] an error of ours is told, and settled still resolves', async () => {
    const session = await open(await makeProject());
    const write = vi.spyOn(JsonFile.prototype, 'write').mockRejectedValue(new Error('oops'));
    value(session.perform(add('a1', 'must not')));
    expect(codeOf(await session.settled())).toBe('ok');
    expect(session.saveState).toMatchObject({
      kind: 'saved',
      folder: { code: 'storage.save.unexpected' },
    });
    write.mockRestore();
    session.retrySave();
    expect(codeOf(await session.settled())).toBe('ok');
    expect(session.saveState).toEqual({ kind: 'saved', serial: 1 });
  });

  it('[S47] an error of ours at the journal is a failed save, and settled still resolves', async () => {
    const session = await open(await makeProject());
    vi.spyOn(JournalWriter.prototype, 'append').mockRejectedValueOnce(new Error('oops'));
    value(session.perform(add('a1', 'must not')));
    expect(codeOf(await session.settled())).toBe('storage.save.unexpected');
    session.retrySave();
    expect(codeOf(await session.settled())).toBe('ok');
    expect(session.saveState).toEqual({ kind: 'saved', serial: 1 });
  });

  it('[S45] annotations of a coder whom project.json could not take up wait for it, and are saved', async () => {
    const session = await open(await makeProject());
    const path = join(session.folder, 'project.json');
    const ours = await readFile(path, 'utf8');
    await rm(path);
    await mkdir(path);
    value(session.perform({ kind: 'coder.add', coder: BEN, index: 1 }));
    value(session.perform(add('b1', 'must', { coderId: BEN.id })));
    value(session.perform(add('a1', 'talks')));
    await session.settled();
    expect(session.saveState).toMatchObject({
      kind: 'saved',
      folder: { code: 'storage.read.folder' },
    });
    const names = Object.keys(await snapshot(join(session.folder, 'coders')));
    expect(names).toEqual(['ada', expect.stringMatching(/jsonl$/), 'ada/north.json']);
    await rm(path, { recursive: true });
    await writeFile(path, ours);
    session.retrySave();
    await session.settled();
    expect(session.saveState).toEqual({ kind: 'saved', serial: 3 });
    expect((await open(session.folder)).project.annotations.get(NORTH)).toHaveLength(2);
  });

  it('[S48] after closing, nothing is written any more', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { session, blocked } = await blockedSession();
    value(session.perform(add('a1', 'must not')));
    await session.close();
    await rm(blocked, { recursive: true });
    const before = await snapshot(session.folder);
    expect(vi.getTimerCount()).toBe(0);
    expect(await snapshot(session.folder)).toEqual(before);
  });
});

describe('the order of writing', () => {
  it('[S50] the folder opens after every single write, while an import comes and goes', async () => {
    const session = await open(await makeProject());
    const east = preparedText('east');
    const scheme = createSchemeCodebook(NOW);
    const { key: _key, ...stance } = scheme.codes[0] as Code;
    const opinion: Code = { ...stance, id: 'opinion' as CodeId, name: 'Opinion' };
    const commands: Command[] = [
      {
        kind: 'codebook.replace',
        codebook: { ...scheme, codes: [...scheme.codes, opinion] },
      },
      { kind: 'coder.add', coder: BEN, index: 1 },
      { kind: 'document.add', document: east.document, index: 2 },
      add('b1', 'text', {
        documentId: 'east' as DocumentId,
        text: east.text,
        coderId: BEN.id,
        codeId: opinion.id,
      }),
      add('b2', 'must', { coderId: BEN.id }),
    ];
    value(await session.storeTexts([east]));
    const copies = await temporaryFolder();
    let n = 0;
    watchWrites({
      after: () => cp(session.folder, join(copies, String((n += 1))), { recursive: true }),
    });
    value(session.perform({ kind: 'batch', purpose: 'import', size: 2, commands }));
    await session.settled();
    expect(n).toBe(4);
    value(session.undo());
    value(await session.settled());
    expect(n).toBe(10);
    vi.restoreAllMocks();
    for (let copy = 1; copy <= n; copy += 1) await open(join(copies, String(copy)));
    const { project, notices } = await open(session.folder);
    expect(notices).toEqual([]);
    expect(project.coders).toHaveLength(1);
    expect(project.documents).toHaveLength(2);
    expect(project.codebook.codes).toHaveLength(3);
  });
});
