import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CoderId, DeviceId, ProjectId } from '../../../src/core/ids';
import { realDisk } from '../../../src/storage/disk';
import { openJournal, wantsNewDevice } from '../../../src/storage/journal/open-journal';
import { snapshot } from '../disk';
import { codeOf, value } from '../small-project';
import { createFaultyDisk } from './faulty-disk';
import {
  act,
  acts,
  actsIn,
  HEAD,
  journalPlaces,
  kindsIn,
  lineBytes,
  open,
  openWriter,
  read,
  setAsideOf,
  writeJournal,
} from './small-journal';

describe('a journal that is not there', () => {
  it('[S1] is begun with its head, on disk together with its folder', async () => {
    const { path, places } = await journalPlaces();
    await rm(dirname(path), { recursive: true });
    const { disk, synced } = createFaultyDisk();
    const opened = value(await open(path, disk));
    expect(await readFile(path)).toEqual(lineBytes([])[0]);
    expect(opened.content).toMatchObject({ head: HEAD, lines: [], damage: [] });
    expect(opened.repairs).toEqual([]);
    const [first, head, ...folders] = synced;
    // The head is synced under a passing name, before the journal has its own.
    expect([first, ...folders]).toEqual([places.coders, dirname(path), places.coders]);
    expect(dirname(head ?? '')).toBe(dirname(path));
    expect(await readdir(dirname(path))).toEqual([basename(path)]);
  });

  it('[S3] stopped at any call while it is begun, there is no journal or a whole one', async () => {
    for (let call = 0; ; call += 1) {
      const { path } = await journalPlaces();
      const faulty = createFaultyDisk();
      // As when the process is killed or the disk goes away: from this call on nothing works, not even tidying up.
      faulty.plan = { kind: 'EIO', fails: ({ number }) => number >= call };
      const opened = await open(path, faulty.disk);
      const left = await readFile(path).catch(() => undefined);
      if (left !== undefined) expect(left).toEqual(lineBytes([])[0]);
      value(await open(path));
      if (opened.ok) break;
      expect(call).toBeLessThan(40);
    }
  });

  it('[S3] is begun on a drive that knows no second name for a file', async () => {
    const { path } = await journalPlaces();
    const link = (): Promise<never> =>
      Promise.reject(Object.assign(new Error('no links here'), { code: 'EPERM' }));
    value(await open(path, { ...realDisk, link }));
    expect(await readFile(path)).toEqual(lineBytes([])[0]);
    value(await open(path));
  });

  it('[S1] is not begun in a project folder that is away', async () => {
    const { path, places } = await journalPlaces();
    await rm(places.coders, { recursive: true });
    expect(codeOf(await open(path))).toBe('storage.write.gone');
  });
});

describe('a journal of our own', () => {
  it('[S1] goes on where it ended', async () => {
    const path = await writeJournal(...lineBytes(acts(1, 3)));
    const { writer, content } = value(await open(path));
    expect(actsIn(content)).toEqual([1, 2, 3]);
    value(await writer.append([act(4)]));
    expect(await readFile(path)).toEqual(Buffer.concat(lineBytes(acts(1, 4))));
  });

  it('[S5] an unfinished line at its end is kept aside, cut off and told', async () => {
    const lines = lineBytes(acts(1, 3));
    const torn = (lines[3] as Buffer).subarray(0, 77);
    const path = await writeJournal(...lines.slice(0, 3), torn);
    const { writer, content, repairs } = value(await open(path));
    expect(kindsIn(content)).toEqual(['torn']);
    expect(await readFile(path)).toEqual(Buffer.concat(lines.slice(0, 3)));
    const [name, ...others] = Object.keys(await snapshot(setAsideOf(path)));
    expect(others).toEqual([]);
    expect(name).toMatch(/^ada-journal-k3f9-\d+-[0-9a-f]{8}\.txt$/);
    expect(await snapshot(setAsideOf(path))).toEqual({ [name ?? '']: torn.toString('latin1') });
    expect(repairs.map(({ code }) => code)).toEqual(['journal.repaired.cut']);
    expect(repairs[0]?.text).toContain(name ?? '?');
    value(await writer.append([act(3)]));
    expect(await readFile(path)).toEqual(Buffer.concat(lines));
    expect(value(await open(path)).repairs).toEqual([]);
  });

  it('[S5] nothing is cut off that could not be kept aside', async () => {
    const torn = Buffer.from('{"hash":"');
    const path = await writeJournal(...lineBytes(acts(1, 3)), torn);
    await writeFile(setAsideOf(path), 'a file in the way');
    expect(codeOf(await open(path))).toBe('storage.write.inTheWay');
    expect(await readFile(path)).toEqual(Buffer.concat([...lineBytes(acts(1, 3)), torn]));
  });

  it('[S5] nor when the copy fails half-way', async () => {
    const torn = Buffer.from('{"hash":"');
    const path = await writeJournal(...lineBytes(acts(1, 3)), torn);
    const faulty = createFaultyDisk();
    faulty.plan = { kind: 'ENOSPC', fails: ({ name }) => name === 'file.write' };
    expect(codeOf(await open(path, faulty.disk))).toBe('storage.write.full');
    expect(await readFile(path)).toEqual(Buffer.concat([...lineBytes(acts(1, 3)), torn]));
    expect(await snapshot(setAsideOf(path))).toEqual({});
  });

  it('[S5] a last line without its line end gets it back', async () => {
    const bytes = Buffer.concat(lineBytes(acts(1, 3)));
    const path = await writeJournal(bytes.subarray(0, -1));
    const writer = await openWriter(path);
    value(await writer.append([act(4)]));
    value(await writer.append([act(5)]));
    expect(await readFile(path)).toEqual(Buffer.concat(lineBytes(acts(1, 5))));
  });

  it('[S5] goes on behind a bad line, a gap and a damaged head, which stay as they are', async () => {
    const lines = lineBytes(acts(1, 5));
    const bad = Buffer.from(lines[0] as Buffer);
    bad[60] = 0;
    const path = await writeJournal(
      bad,
      ...lines.slice(1, 3),
      Buffer.from('dear diary\n'),
      ...lines.slice(4),
    );
    const before = await readFile(path);
    const writer = await openWriter(path);
    value(await writer.append([act(6)]));
    const after = await readFile(path);
    expect(after.subarray(0, before.length)).toEqual(before);
    expect(actsIn(await read(path))).toEqual([1, 2, 4, 5, 6]);
  });
});

describe('a file that is not to be written', () => {
  const lines = lineBytes(acts(1, 3));
  const head = (change: Partial<typeof HEAD>): Buffer =>
    lineBytes([], { ...HEAD, ...change })[0] as Buffer;

  it.each([
    ['journal.file.empty', Buffer.alloc(0)],
    ['journal.file.zeros', Buffer.alloc(300)],
    ['journal.file.foreign', Buffer.from('{"name":"something else"}\n')],
    ['journal.file.foreign', (lines[0] as Buffer).subarray(0, 50)],
    ['journal.file.otherOwner', head({ deviceId: 'other' as DeviceId })],
    ['journal.file.otherOwner', head({ coderId: 'ben' as CoderId })],
    ['journal.file.otherOwner', head({ projectId: 'rains' as ProjectId })],
    ['journal.file.otherOwner', lineBytes(acts(1, 3), { ...HEAD, deviceId: 'b' as DeviceId })[1]],
    ['journal.forked', Buffer.concat([...lines, ...lineBytes([act(9)]).slice(1)])],
  ])('[S5] %s: it stays as it is, and one goes on elsewhere', async (code, bytes) => {
    const path = await writeJournal(bytes as Buffer);
    const answer = await open(path);
    expect(codeOf(answer)).toBe(code);
    expect(answer.ok ? false : wantsNewDevice(answer.fault)).toBe(true);
    expect(await readFile(path)).toEqual(bytes);
    const second = { ...HEAD, deviceId: 'm2' as DeviceId };
    const other = path.replace(basename(path), 'journal-m2.jsonl');
    const { writer } = value(await openJournal(other, second, { setAside: setAsideOf(path) }));
    value(await writer.append([act(1)]));
  });

  it.each(['journal.file.newer', 'storage.read.folder'])(
    '[S5] %s: it stays as it is, and nothing is written elsewhere either',
    async (code) => {
      const { path } = await journalPlaces();
      const newer = (lines[0] as Buffer)
        .toString()
        .replace('"formatVersion":1', '"formatVersion":2');
      if (code === 'journal.file.newer') await writeFile(path, sealed(newer));
      else await mkdir(path);
      const answer = await open(path);
      expect(codeOf(answer)).toBe(code);
      expect(answer.ok ? true : wantsNewDevice(answer.fault)).toBe(false);
    },
  );
});

/** The line with the hash that its text has. */
function sealed(line: string): string {
  const rest = line.slice(43, -1);
  return `{"hash":"${createHash('sha256').update(rest).digest('hex').slice(0, 32)}",${rest}\n`;
}
