import { appendFile, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AnnotationId, CoderId, DeviceId, ProjectId, Timestamp } from '../../src/core/ids';
import type { Code } from '../../src/core/codebook/codebook';
import type { Command } from '../../src/core/project/command';
import { contentHash } from '../../src/core/project/content-hash';
import { annotationsOf } from '../../src/core/project/project';
import { JsonFile } from '../../src/storage/json-file';
import { openSession } from '../../src/storage/open-session';
import type { ProjectSession } from '../../src/storage/project-session';
import { snapshot, temporaryFolder } from './disk';
import { journalsOf, removeJournals } from './journals';
import { watchWrites } from './watch-writes';
import { add, ADA, BEN, makeProject, NORTH, NOW, SOUTH, value } from './small-project';

/** Times in milliseconds that go on by themselves, so that no two devices act at one. */
let clock = Date.parse(NOW);
const now = (): Timestamp => new Date((clock += 1)).toISOString() as Timestamp;

afterEach(() => {
  vi.restoreAllMocks();
});

async function openAs(
  folder: string,
  device: string,
  given: { readonly local?: string; readonly coder?: CoderId } = {},
): Promise<ProjectSession> {
  const { local, coder } = given;
  const deviceId = device as DeviceId;
  const session = value(await openSession(folder, { deviceId, now, ...(local && { local }) }));
  if (coder !== undefined) session.workAs(coder);
  return session;
}

const journal = (folder: string, device: string, coder = 'ada'): string =>
  join(folder, 'coders', coder, `journal-${device}.jsonl`);

function ids(session: ProjectSession): readonly string[] {
  return [...session.project.annotations.values()].flatMap((all) => all.map(({ id }) => id)).sort();
}

function memo(id: string, text: string, second: number): Command {
  return {
    kind: 'annotation.memo',
    documentId: NORTH,
    annotationId: id as AnnotationId,
    memo: text,
    modifiedAt: new Date(Date.UTC(2000, 9, 16, 0, 0, second)).toISOString() as Timestamp,
  };
}

describe('[S1] saved means on disk', () => {
  it('the line is in the journal before the state says saved, and before a file has it', async () => {
    const session = await openAs(await makeProject(), 'desk');
    const looks: Promise<boolean>[] = [];
    const look = (): number =>
      looks.push(
        readFile(journal(session.folder, 'desk'), 'utf8').then((all) => all.includes('"a1"')),
      );
    session.onSaveState(({ kind }) => kind === 'saved' && look());
    watchWrites({ before: look });
    value(session.perform(add('a1', 'must not')));
    value(await session.settled());
    expect(looks.length).toBeGreaterThan(1);
    expect(await Promise.all(looks)).not.toContain(false);
    value(await session.close());
  });

  it('files that were never written are made again from the journal', async () => {
    const folder = await makeProject();
    const session = await openAs(folder, 'desk');
    const spy = vi.spyOn(JsonFile.prototype, 'write').mockRejectedValue(new Error('killed'));
    value(session.perform(add('a1', 'must not')));
    value(await session.close());
    spy.mockRestore();
    const again = await openAs(folder, 'desk', { coder: ADA.id });
    expect(ids(again)).toEqual(['a1']);
    value(await again.close());
    await removeJournals(folder);
    expect(ids(await openAs(folder, 'desk'))).toEqual(['a1']);
  });

  it('so are project.json, the codebook, the register and memos; what is up to date is not written', async () => {
    const folder = await makeProject();
    const session = await openAs(folder, 'desk', { coder: ADA.id });
    const spy = vi.spyOn(JsonFile.prototype, 'write').mockRejectedValue(new Error('killed'));
    const [code] = session.project.codebook.codes as [Code];
    const text = { text: 'Why?', createdAt: NOW, modifiedAt: NOW, coderId: ADA.id };
    const actor = { id: 'rok', label: 'Seoul', kind: 'state', aliases: [], note: '' };
    const commands = [
      { kind: 'coder.add', coder: BEN, index: 1 },
      { kind: 'actor.add', actor, index: 0 },
      { kind: 'memo.add', memo: { id: 'm1', about: { kind: 'code', id: code.id }, ...text } },
      {
        kind: 'mark.set',
        documentId: NORTH,
        mark: { coderId: ADA.id, paragraph: 2, decision: 'nothing', at: NOW },
      },
    ] as unknown as readonly Command[];
    for (const command of commands) value(session.perform(command));
    const codes = session.project.codebook.codes.map((one) => ({ ...one, name: `${one.name} 2` }));
    const codebook = { ...session.project.codebook, codes };
    value(session.perform({ kind: 'codebook.replace', codebook }));
    value(session.perform(add('a1', 'must not')));
    value(await session.close());
    spy.mockRestore();
    const again = await openAs(folder, 'desk', { coder: ADA.id });
    value(await again.close());
    const paths: string[] = [];
    watchWrites({ before: (path) => paths.push(path) });
    const third = await openAs(folder, 'desk', { coder: ADA.id });
    value(await third.close());
    expect(paths).toEqual([]);
    await removeJournals(folder);
    const fromFiles = await openAs(folder, 'desk');
    expect(fromFiles.notices).toEqual([]);
    expect(contentHash(fromFiles.project)).toBe(contentHash(session.project));
  });
});

describe('[S4] saved here and in the folder are two statements', () => {
  it('a folder that vanished is caught up by itself when it is back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const session = await openAs(await makeProject(), 'desk', { local: await temporaryFolder() });
      await rename(session.folder, `${session.folder}-away`);
      value(session.perform(add('a1', 'must not')));
      value(await session.settled());
      const gone = { kind: 'saved', serial: 1, folder: { code: 'storage.project.gone' } };
      expect(session.saveState).toMatchObject(gone);
      await rename(`${session.folder}-away`, session.folder);
      await vi.advanceTimersByTimeAsync(6_000);
      value(await session.settled());
      expect(session.saveState).toEqual({ kind: 'saved', serial: 1 });
      expect(await readFile(journal(session.folder, 'desk'), 'utf8')).toContain('"a1"');
      value(await session.close());
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('and on the next open, with undo', async () => {
    const folder = await makeProject();
    const local = await temporaryFolder();
    const session = await openAs(folder, 'desk', { local });
    await rename(folder, `${folder}-away`);
    value(session.perform(add('a1', 'must not')));
    value(await session.close());
    await rename(`${folder}-away`, folder);
    const again = await openAs(folder, 'desk', { local, coder: ADA.id });
    expect(ids(again)).toEqual(['a1']);
    value(await again.settled());
    expect(await readFile(journal(folder, 'desk'), 'utf8')).toContain('"a1"');
    value(again.undo());
    value(await again.close());
    expect(ids(await openAs(folder, 'other'))).toEqual([]);
  });

  it('and when the project was moved before that, but not into a copy of it', async () => {
    const folder = await makeProject();
    const local = await temporaryFolder();
    const session = await openAs(folder, 'desk', { local });
    await rename(folder, `${folder}-away`);
    value(session.perform(add('a1', 'must not')));
    value(await session.close());
    await cp(`${folder}-away`, `${folder}-copy`, { recursive: true });
    const copy = await openAs(`${folder}-copy`, 'desk', { local });
    expect(ids(copy)).toEqual([]);
    value(await copy.close());
    const moved = await openAs(`${folder}-away`, 'desk', { local, coder: ADA.id });
    expect(ids(moved)).toEqual(['a1']);
    expect(moved.notices).toEqual([]);
    value(await moved.close());
    expect(moved.saveState).toMatchObject({ kind: 'saved' });
    expect(await readFile(journal(`${folder}-away`, 'desk'), 'utf8')).toContain('"a1"');
  });

  it('what was done before a move to another disk is told once, and comes by copying its journal', async () => {
    const folder = await makeProject();
    const local = await temporaryFolder();
    const session = await openAs(folder, 'desk', { local });
    await rename(folder, `${folder}-away`);
    value(session.perform(add('a1', 'must not')));
    value(await session.close());
    // As a file manager moves between disks.
    await cp(`${folder}-away`, `${folder}-other-disk`, { recursive: true });
    await rm(`${folder}-away`, { recursive: true });
    const moved = await openAs(`${folder}-other-disk`, 'desk', { local });
    expect(ids(moved)).toEqual([]);
    const [notice, ...others] = moved.notices;
    expect(others).toEqual([]);
    expect(notice?.code).toBe('storage.project.leftBehind');
    const [, from = '', to = ''] = /from “(.+?)” to “(.+?)”/u.exec(notice?.text ?? '') ?? [];
    value(moved.perform(add('a2', 'talks')));
    value(await moved.close());
    await cp(join(from, 'ada-desk.jsonl'), join(to, 'moved.jsonl'));
    for (const id of ['a3', 'a4']) {
      const again = await openAs(`${folder}-other-disk`, 'desk', { local, coder: ADA.id });
      expect(again.notices).toEqual([]);
      value(again.perform(add(id, 'insert')));
      value(await again.close());
    }
    const elsewhere = await openAs(`${folder}-other-disk`, 'other');
    expect(ids(elsewhere)).toEqual(['a1', 'a2', 'a3', 'a4']);
    expect(elsewhere.notices).toEqual([]);
  });

  it('an older state of the folder is brought up to date from the journal on this computer', async () => {
    const folder = await makeProject();
    const local = await temporaryFolder();
    const session = await openAs(folder, 'desk', { local });
    value(session.perform(add('a1', 'must not')));
    value(await session.settled());
    await cp(folder, `${folder}-old`, { recursive: true });
    value(session.perform(add('a2', 'talks')));
    value(await session.close());
    await rm(folder, { recursive: true });
    await rename(`${folder}-old`, folder);
    const again = await openAs(folder, 'desk', { local, coder: ADA.id });
    expect(ids(again)).toEqual(['a1', 'a2']);
    value(await again.close());
    expect(ids(await openAs(folder, 'other'))).toEqual(['a1', 'a2']);
  });

  it('a coder’s folder that was taken away while open is begun anew', async () => {
    const folder = await makeProject();
    const session = await openAs(folder, 'desk', { local: await temporaryFolder() });
    value(session.perform(add('a1', 'must not')));
    value(await session.settled());
    await rm(join(folder, 'coders'), { recursive: true });
    value(session.perform(add('a2', 'talks')));
    value(await session.settled());
    expect(session.saveState).toEqual({ kind: 'saved', serial: 2 });
    value(await session.close());
    expect(ids(await openAs(folder, 'other'))).toEqual(['a1', 'a2']);
  });
});

describe('[S5] a line that has not all arrived', () => {
  it('is ignored, then complete; the file is never touched', async () => {
    const folder = await makeProject();
    const ada = await openAs(folder, 'desk', { coder: ADA.id });
    value(ada.perform({ kind: 'coder.add', coder: BEN, index: 1 }));
    value(await ada.settled());
    const ben = await openAs(folder, 'lap', { coder: BEN.id });
    value(ben.perform(add('b1', 'must', { coderId: BEN.id })));
    value(await ben.settled());
    value(ben.perform(add('b2', 'talks', { coderId: BEN.id })));
    value(await ben.close());
    const path = journal(folder, 'lap', 'ben');
    const all = await readFile(path);
    const half = all.subarray(0, all.length - 100);
    await writeFile(path, half);
    await ada.refresh();
    expect(ids(ada)).toEqual(['b1']);
    expect(await readFile(path)).toEqual(half);
    await appendFile(path, all.subarray(all.length - 100));
    expect(await ada.refresh()).toBe(true);
    expect(ids(ada)).toEqual(['b1', 'b2']);
    value(await ada.close());
  });
});

describe('[S6] no file has two writers', () => {
  /** Numbers that look random and are the same each time (Lehmer 1951). */
  function numbers(seed: number): () => number {
    let state = seed;
    return () => (state = (state * 48_271) % 2_147_483_647);
  }

  it.each([
    ['two coders', 2, false],
    ['five coders', 5, false],
    ['two devices of one coder', 2, true],
  ])(
    '%s, 200 commands each in random order, come to one content',
    async (_, count, isOne) => {
      const folder = await makeProject();
      const first = await openAs(folder, 'dev0');
      const coders = Array.from({ length: count }, (_all, n) => ({
        id: (isOne || n === 0 ? 'ada' : `coder${String(n)}`) as CoderId,
        name: `Coder ${String(n)}`,
      }));
      for (const coder of isOne ? [] : coders.slice(1)) {
        value(first.perform({ kind: 'coder.add', coder, index: 1 }));
      }
      value(await first.close());
      const sessions: ProjectSession[] = [];
      for (const [n, { id }] of coders.entries()) {
        sessions.push(await openAs(folder, `dev${String(n)}`, { coder: id }));
      }
      const next = numbers(count + 7);
      const made = sessions.map(() => 0);
      while (made.some((n) => n < 200)) {
        const at = next() % count;
        const session = sessions[at] as ProjectSession;
        if ((made[at] as number) >= 200) continue;
        const n = (made[at] as number) + 1;
        made[at] = n;
        const coderId = (coders[at] as (typeof coders)[0]).id;
        const id = `n${String(at)}-${String(n)}`;
        if (n % 5 === 4 && session.project.annotations.has(NORTH)) {
          const all = annotationsOf(session.project, NORTH);
          const { id: found } = all[next() % all.length] as { id: AnnotationId };
          value(session.perform(memo(found, `${id} says`, n % 60)));
        } else if (n % 20 === 0) {
          const title = `Winds ${id}`;
          value(session.perform({ kind: 'project.describe', id: session.project.id, title }));
        } else value(session.perform(add(id, n % 2 === 0 ? 'must' : 'talks', { coderId })));
        if (next() % 25 === 0) await session.refresh();
      }
      for (const session of sessions) value(await session.settled());
      for (const session of sessions) await session.refresh();
      const hashes = new Set(sessions.map((session) => contentHash(session.project)));
      for (const session of sessions) value(await session.close());
      const again = await openAs(folder, 'late');
      hashes.add(contentHash(again.project));
      expect(hashes.size).toBe(1);
      expect(again.notices).toEqual([]);
      // Of each five commands one is no annotation, and of each twenty one more.
      expect(ids(again)).toHaveLength(count * (200 - 40 - 10));
    },
    120_000,
  );

  const CONFLICTS: readonly [string, (stem: string, end: string) => string][] = [
    ['Dropbox', (stem, end) => `${stem} (Ben's conflicted copy 2026-01-01)${end}`],
    [
      'Dropbox in German',
      (stem, end) => `${stem} (In Konflikt stehende Kopie von Ben 2026-01-01)${end}`,
    ],
    ['OneDrive', (stem, end) => `${stem}-BENS-LAPTOP${end}`],
    ['Syncthing', (stem, end) => `${stem}.sync-conflict-20260101-120000-ABCDEFG${end}`],
    ['Nextcloud', (stem, end) => `${stem} (conflicted copy 2026-01-01 120000)${end}`],
  ];

  it.each(CONFLICTS)(
    'conflict copies of sets and journals are folded in: %s',
    async (_, rename) => {
      const folder = await makeProject();
      const session = await openAs(folder, 'desk');
      value(session.perform(add('a1', 'must not')));
      value(await session.settled());
      await cp(folder, `${folder}-b`, { recursive: true });
      value(session.perform(add('a2', 'talks')));
      value(await session.close());
      const other = await openAs(`${folder}-b`, 'desk');
      value(other.perform(add('a3', 'insert')));
      value(await other.close());
      const ada = join('coders', 'ada');
      const copy = (stem: string, end: string): Promise<void> =>
        cp(join(`${folder}-b`, ada, stem + end), join(folder, ada, rename(stem, end)));
      await copy('journal-desk', '.jsonl');
      expect(ids(await openAs(folder, 'late'))).toEqual(['a1', 'a2', 'a3']);
      await copy('north', '.json');
      await removeJournals(folder);
      const fromFiles = await openAs(folder, 'late');
      expect(ids(fromFiles)).toEqual(['a1', 'a2', 'a3']);
      expect(fromFiles.notices.map(({ code }) => code)).toEqual(['storage.set.copy']);
    },
  );

  it('two processes with one device id, as after a profile was cloned, go on in two journals', async () => {
    const folder = await makeProject();
    const one = await openAs(folder, 'desk');
    value(one.perform(add('a1', 'must not')));
    value(await one.settled());
    const two = await openAs(folder, 'desk');
    value(two.perform(add('b1', 'talks')));
    value(await two.settled());
    value(one.perform(add('a2', 'insert')));
    value(await one.settled());
    value(two.perform(add('b2', 'itself')));
    value(await two.settled());
    expect((await journalsOf(folder)).length).toBeGreaterThan(1);
    await one.refresh();
    await two.refresh();
    expect(ids(one)).toEqual(['a1', 'a2', 'b1', 'b2']);
    expect(ids(two)).toEqual(['a1', 'a2', 'b1', 'b2']);
    value(await one.close());
    value(await two.close());
    expect(ids(await openAs(folder, 'late'))).toEqual(['a1', 'a2', 'b1', 'b2']);
  });
});

describe('[S7] a folder that is away is no deletion', () => {
  it.each([['missing'], ['empty']])(
    '%s: nothing is taken for deleted, nothing is filled anew',
    async (how) => {
      const folder = await makeProject();
      const session = await openAs(folder, 'desk', { local: await temporaryFolder() });
      value(session.perform(add('a1', 'must not')));
      value(await session.settled());
      await rename(folder, `${folder}-away`);
      if (how === 'empty') await mkdir(folder);
      expect(await session.refresh()).toBe(false);
      value(session.perform(add('a2', 'talks')));
      session.retrySave();
      value(await session.close());
      expect(ids(session)).toEqual(['a1', 'a2']);
      if (how === 'empty') expect(await snapshot(folder)).toEqual({});
      const opened = await openSession(folder);
      expect(opened.ok).toBe(false);
      const away = await openAs(`${folder}-away`, 'late');
      expect(ids(away)).toEqual(['a1']);
    },
  );
});

describe('[S8] everything can be taken back after a restart', () => {
  it('undo and redo go on where they were, and typing that goes on stays one step', async () => {
    const folder = await makeProject();
    let session = await openAs(folder, 'desk');
    const before = contentHash(session.project);
    value(session.perform(add('a1', 'must not')));
    value(session.perform(memo('a1', 'one', 1)));
    value(session.perform(memo('a1', 'one two', 2)));
    value(session.perform(add('a2', 'talks')));
    value(session.undo());
    value(await session.close());
    session = await openAs(folder, 'desk');
    expect(session.history.undo).toHaveLength(2);
    expect(session.history.redo).toHaveLength(1);
    value(session.redo());
    value(session.undo());
    value(session.perform(memo('a1', 'one two three', 3)));
    expect(session.history.undo).toHaveLength(2);
    value(await session.close());
    session = await openAs(folder, 'desk');
    expect(session.history).toMatchObject({ undo: [{}, {}], redo: [] });
    value(session.undo());
    expect(annotationsOf(session.project, NORTH)).toMatchObject([{ id: 'a1', memo: '' }]);
    value(session.undo());
    expect(contentHash(session.project)).toBe(before);
    value(await session.close());
    expect((await openAs(folder, 'other')).history).toEqual({ undo: [], redo: [] });
  });

  it('also when the project came to another id, as by an import', async () => {
    const folder = await makeProject();
    let session = await openAs(folder, 'desk');
    value(session.perform(add('a1', 'must not')));
    value(await session.settled());
    value(
      session.perform({ kind: 'project.describe', id: 'storms' as ProjectId, title: 'Storms' }),
    );
    value(await session.close());
    session = await openAs(folder, 'desk');
    expect(session.notices).toEqual([]);
    expect(session.history.undo).toHaveLength(2);
    value(session.perform(add('a2', 'talks')));
    value(await session.close());
    expect(await journalsOf(folder)).toHaveLength(1);
    session = await openAs(folder, 'desk');
    expect(session.history.undo).toHaveLength(3);
    value(await session.close());
  });
});

describe('[S11] no annotation moves silently', () => {
  it('a text changed outside is withheld with what was coded on it, and is back when it is as it was', async () => {
    const folder = await makeProject();
    const session = await openAs(folder, 'desk');
    value(session.perform(add('a1', 'must not')));
    value(session.perform(add('a2', 'scrap', { documentId: SOUTH })));
    value(await session.close());
    const path = join(folder, 'documents', 'north.txt');
    const text = await readFile(path, 'utf8');
    await writeFile(path, `So: ${text}`);
    const again = await openAs(folder, 'desk', { coder: ADA.id });
    expect(again.notices.map(({ code }) => code)).toEqual(['storage.project.textChanged']);
    expect(ids(again)).toEqual(['a2']);
    expect(await again.refresh()).toBe(false);
    await writeFile(path, text);
    expect(await again.refresh()).toBe(true);
    expect(ids(again)).toEqual(['a1', 'a2']);
    value(await again.close());
  });
});
