import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Result } from '../../../src/core/result';
import type { JournalWriter } from '../../../src/storage/journal/journal-writer';
import { readJournal } from '../../../src/storage/journal/read-journal';
import { temporaryFolder } from '../disk';
import { codeOf, value } from '../small-project';
import { createFaultyDisk, everAfter, once, type FaultKind, type FaultyDisk } from './faulty-disk';
import {
  act,
  acts,
  actsIn,
  journalPlaces,
  kindsIn,
  lineBytes,
  numberOf,
  open,
  openWriter,
  read,
} from './small-journal';

/** Three appends, each until it is answered with ok, but at most three times. The answer: which acts were. */
async function script(path: string, faulty: FaultyDisk): Promise<readonly unknown[]> {
  const said: unknown[] = [];
  let writer: JournalWriter | undefined;
  for (const bodies of [acts(1, 3), [act(4)], acts(5, 6)]) {
    let answer: Result<unknown> | undefined;
    for (let attempt = 0; attempt < 3 && answer?.ok !== true; attempt += 1) {
      if (writer === undefined) {
        const opened = await open(path, faulty.disk);
        if (!opened.ok) continue;
        writer = opened.value.writer;
      }
      answer = await writer.append(bodies);
      if (answer.ok) said.push(...bodies.map(numberOf));
      await expectKept(path, said);
    }
    if (answer?.ok !== true) break;
  }
  await writer?.close();
  return said;
}

/** At any moment all that was said to be saved is in the file, in order, and nothing in it is bad. */
async function expectKept(path: string, said: readonly unknown[]): Promise<void> {
  const content = await readJournal(path);
  if (said.length === 0 && !content.ok) return;
  expect(actsIn(value(content)).slice(0, said.length)).toEqual(said);
  expect(kindsIn(value(content)).filter((kind) => kind !== 'torn')).toEqual([]);
}

async function countCalls(): Promise<number> {
  const faulty = createFaultyDisk();
  const { path } = await journalPlaces();
  expect(await script(path, faulty)).toEqual([1, 2, 3, 4, 5, 6]);
  return faulty.calls.length;
}

const KINDS: readonly FaultKind[] = ['EIO', 'ENOSPC', 'short write', 'nothing written'];

describe('every call of the file system made to fail', () => {
  it.each(KINDS)(
    '[S3] once, with %s: all that was said is there, and work goes on',
    async (kind) => {
      const calls = await countCalls();
      expect(calls).toBeGreaterThan(20);
      for (let n = 0; n < calls; n += 1) {
        const faulty = createFaultyDisk();
        faulty.plan = once(n, kind);
        const { path } = await journalPlaces();
        const said = await script(path, faulty);
        const where = `call ${String(n)}: ${faulty.calls[n] ?? ''}`;
        expect(said, where).toEqual([1, 2, 3, 4, 5, 6]);
        const content = await read(path);
        expect(actsIn(content), where).toEqual([1, 2, 3, 4, 5, 6]);
        expect(content.damage, where).toEqual([]);
      }
    },
  );

  it.each(['EIO', 'ENOSPC'] as const)('[S3] and all after it, with %s', async (kind) => {
    const calls = await countCalls();
    for (let n = 0; n < calls; n += 1) {
      const faulty = createFaultyDisk();
      faulty.plan = everAfter(n, kind);
      const { path } = await journalPlaces();
      const said = await script(path, faulty);
      await expectKept(path, said);
      if (said.length === 0) continue;
      const { writer, content } = value(await open(path));
      expect(actsIn(content).slice(0, said.length)).toEqual(said);
      value(await writer.append([act(7)]));
      expect(actsIn(await read(path)).at(-1)).toBe(7);
      expect((await read(path)).damage).toEqual([]);
    }
  });

  it('[S3] in pairs: one fails, and another while that is mended', async () => {
    for (let n = 14; n < 24; n += 1) {
      for (let next = n + 1; next < n + 15; next += 1) {
        const faulty = createFaultyDisk();
        faulty.plan = { kind: 'EIO', fails: ({ number }) => number === n || number === next };
        const { path } = await journalPlaces();
        const where = `calls ${String(n)} and ${String(next)}`;
        expect(await script(path, faulty), where).toEqual([1, 2, 3, 4, 5, 6]);
        const content = await read(path);
        expect(actsIn(content), where).toEqual([1, 2, 3, 4, 5, 6]);
        expect(content.damage, where).toEqual([]);
      }
    }
  });
});

describe('a disk that fails to keep lines', () => {
  it('[S1] after a failed fdatasync the data is written anew, never synced again', async () => {
    const { path } = await journalPlaces();
    const faulty = createFaultyDisk();
    const writer = await openWriter(path, faulty.disk);
    value(await writer.append([act(1)]));
    faulty.plan = { kind: 'EIO', fails: ({ name }) => name === 'file.datasync' };
    expect(codeOf(await writer.append([act(2)]))).toBe('storage.write.failed');
    expect(actsIn(await read(path))).toEqual([1]);
    faulty.calls.length = 0;
    value(await writer.append([act(2)]));
    expect(faulty.calls).not.toContain('file.datasync');
    const synced = faulty.calls.indexOf('file.sync');
    const renamed = faulty.calls.indexOf('rename');
    expect(synced).toBeGreaterThan(-1);
    expect(renamed).toBeGreaterThan(synced);
    faulty.plan = undefined;
    faulty.calls.length = 0;
    value(await writer.append([act(3)]));
    expect(faulty.calls).toContain('file.datasync');
    expect(faulty.calls).not.toContain('rename');
    expect(actsIn(await read(path))).toEqual([1, 2, 3]);
    expect((await read(path)).damage).toEqual([]);
  });

  it('[S3] what could be neither written nor cut off is replaced by the next append', async () => {
    const { path } = await journalPlaces();
    const faulty = createFaultyDisk();
    const writer = await openWriter(path, faulty.disk);
    value(await writer.append([act(1)]));
    faulty.plan = { kind: 'EIO', fails: ({ name }) => /datasync|truncate/.test(name) };
    expect(codeOf(await writer.append([act(2)]))).toBe('storage.write.failed');
    expect(actsIn(await read(path))).toEqual([1, 2]);
    value(await writer.append([act(3)]));
    expect(actsIn(await read(path))).toEqual([1, 3]);
    expect((await read(path)).damage).toEqual([]);
  });

  it('[S3] what another wrote where ours could not be cut off is not taken for ours', async () => {
    const { path } = await journalPlaces();
    const faulty = createFaultyDisk();
    const writer = await openWriter(path, faulty.disk);
    faulty.plan = { kind: 'EIO', fails: ({ name }) => /datasync|truncate/.test(name) };
    await writer.append([act(2), act(3)]);
    const [head, line] = lineBytes([act(9)]);
    const theirs = Buffer.concat([head as Buffer, line as Buffer]);
    await writeFile(path, theirs);
    expect(codeOf(await writer.append([act(2), act(3)]))).toBe('journal.changed');
    expect(await readFile(path)).toEqual(theirs);
  });

  it('[S3] all that wait are refused with the one that failed, so that none overtakes it', async () => {
    const { path } = await journalPlaces();
    const faulty = createFaultyDisk();
    const writer = await openWriter(path, faulty.disk);
    faulty.plan = once(faulty.calls.length + 4, 'ENOSPC');
    const first = writer.append([act(1)]);
    const before = faulty.calls.length;
    while (faulty.calls.length < before + 2) await new Promise(setImmediate);
    const answers = await Promise.all([first, writer.append([act(2)]), writer.append([act(3)])]);
    expect(answers.map(codeOf)).toEqual(Array(3).fill('storage.write.full'));
    expect(actsIn(await read(path))).toEqual([]);
    value(await writer.append(acts(1, 3)));
    expect(actsIn(await read(path))).toEqual([1, 2, 3]);
  });
});

describe('a disk that is really full', () => {
  it('[S3] is said, keeps what was saved, and glues nothing when there is room again', async (context) => {
    const folder = await temporaryFolder();
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', folder]);
    if (mount.status !== 0) {
      const reason = `no tmpfs can be mounted here: ${String(mount.error ?? mount.stderr).trim()}`;
      console.log(`Skipped: ${reason}`);
      context.skip(reason);
    }
    onTestFinished(() => void spawnSync('umount', [folder]));
    const path = join(folder, 'journal-k3f9.jsonl');
    const filler = join(folder, 'filler');
    await writeFile(filler, Buffer.alloc(500_000));
    const writer = await openWriter(path);
    const said: unknown[] = [];
    const big = (n: number) => ({ act: n, says: 'x'.repeat(10_001) });
    let answer = await writer.append([big(1)]);
    for (let n = 1; answer.ok; n += 1) {
      said.push(n);
      answer = await writer.append([big(n + 1)]);
    }
    expect(codeOf(answer)).toBe('storage.write.full');
    expect(said.length).toBeGreaterThan(10);
    const full = await read(path);
    expect(actsIn(full)).toEqual(said);
    expect(full.damage).toEqual([]);
    expect(codeOf(await writer.append([big(said.length + 1)]))).toBe('storage.write.full');
    await rm(filler);
    const next = said.length + 1;
    value(await writer.append([big(next)]));
    value(await writer.append([big(next + 1)]));
    const content = await read(path);
    expect(actsIn(content)).toEqual([...said, next, next + 1]);
    expect(content.damage).toEqual([]);
  });
});
