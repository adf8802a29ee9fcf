import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CoderId, DeviceId, ProjectId } from '../../../src/core/ids';
import { findJournals, type FoundJournals } from '../../../src/storage/journal/find-journals';
import type { ProjectPlaces } from '../../../src/storage/project-folder';
import { codeOf, value } from '../small-project';
import { acts, actsIn, HEAD, journalPlaces, kindsIn, lineBytes } from './small-journal';

const LINES = lineBytes(acts(1, 6));
const LAPTOP = { ...HEAD, deviceId: 'laptop' as DeviceId };

async function find(places: ProjectPlaces): Promise<FoundJournals> {
  const { projectId, coderId } = HEAD;
  return value(await findJournals(places, { projectId, coderId }));
}

/** Ada's folder with these files; each is some lines. */
async function folderWith(files: Record<string, readonly Uint8Array[]>): Promise<ProjectPlaces> {
  const { places } = await journalPlaces();
  for (const [name, parts] of Object.entries(files)) {
    await writeFile(join(places.coder(HEAD.coderId), name), Buffer.concat(parts));
  }
  return places;
}

describe('the journals of a coder', () => {
  it('[S6] are one a device, with their lines in order', async () => {
    const places = await folderWith({
      'journal-laptop.jsonl': lineBytes(acts(7, 8), LAPTOP),
      'journal-k3f9.jsonl': LINES,
      'north.json': [Buffer.from('{}')],
    });
    const { journals, notices } = await find(places);
    expect(notices).toEqual([]);
    expect(journals.map(({ head }) => head)).toEqual([HEAD, LAPTOP]);
    expect(journals.map(actsIn)).toEqual([
      [1, 2, 3, 4, 5, 6],
      [7, 8],
    ]);
  });

  it('[S7] of a coder without a folder are none', async () => {
    const places = await folderWith({});
    await rm(places.coder(HEAD.coderId), { recursive: true });
    expect(await find(places)).toEqual({ journals: [], notices: [] });
  });

  it('[S5] cannot be listed when a file is in the place of the folder', async () => {
    const places = await folderWith({});
    await rm(places.coder(HEAD.coderId), { recursive: true });
    await writeFile(places.coder(HEAD.coderId), '');
    const { projectId, coderId } = HEAD;
    expect(codeOf(await findJournals(places, { projectId, coderId }))).toBe('storage.read.missing');
  });
});

describe('conflict copies of sync services', () => {
  it.each([
    'journal-k3f9 (Ada’s conflicted copy 2026-11-25).jsonl',
    'journal-k3f9 (In Konflikt stehende Kopie von Ada 2026-11-25).jsonl',
    'journal-k3f9-DESKTOP-8H2K.jsonl',
    'journal-k3f9-laptop.jsonl',
    'journal-k3f9.sync-conflict-20261125-101500-ABCDEFG.jsonl',
    'journal-k3f9 (conflicted copy 2026-11-25 101500).jsonl',
    'journal-k3f9 (1).jsonl',
    'journal-k3f9 2.JSONL',
    'Kopie von gestern.jsonl',
  ])('[S6] %s is folded in', async (name) => {
    const places = await folderWith({
      'journal-k3f9.jsonl': LINES.slice(0, 4),
      [name]: LINES,
    });
    const { journals, notices } = await find(places);
    expect(notices).toEqual([]);
    expect(journals).toHaveLength(1);
    expect(journals.map(actsIn)).toEqual([[1, 2, 3, 4, 5, 6]]);
    expect(journals[0]?.damage).toEqual([]);
    expect(journals[0]?.files).toHaveLength(2);
  });

  it('[S6] what one copy lacks, the other has', async () => {
    const places = await folderWith({
      'journal-k3f9.jsonl': [...LINES.slice(0, 2), ...LINES.slice(5)],
      'journal-k3f9 2.jsonl': LINES.slice(0, 5),
    });
    const { journals } = await find(places);
    expect(journals.map(actsIn)).toEqual([[1, 2, 3, 4, 5, 6]]);
    expect(journals[0]?.damage).toEqual([]);
  });

  it('[S6] two computers with one device id are a fork: both are kept, and it is told', async () => {
    const places = await folderWith({
      'journal-k3f9.jsonl': LINES,
      'journal-k3f9-CLONE.jsonl': lineBytes([...acts(1, 3), ...acts(14, 15)]),
    });
    const { journals } = await find(places);
    expect(new Set(journals.flatMap(actsIn))).toEqual(new Set([1, 2, 3, 4, 5, 6, 14, 15]));
    expect(journals.flatMap(kindsIn)).toEqual(['fork']);
    expect(journals[0]?.isForked).toBe(true);
  });

  it('[S6] half-arrived files of a sync service are not looked at', async () => {
    const places = await folderWith({
      'journal-k3f9.jsonl': LINES,
      '.syncthing.journal-k3f9.jsonl.tmp': LINES.slice(0, 2),
      '.~journal-k3f9.jsonl': [Buffer.from('half')],
    });
    expect((await find(places)).journals[0]?.files).toHaveLength(1);
  });
});

describe('files that do not fit', () => {
  it.each([
    ['journal.file.otherOwner', lineBytes(acts(1, 2), { ...HEAD, coderId: 'ben' as CoderId })],
    ['journal.file.otherOwner', lineBytes(acts(1, 2), { ...HEAD, projectId: 'x' as ProjectId })],
    ['journal.file.empty', []],
    ['journal.file.zeros', [Buffer.alloc(50)]],
    ['journal.file.foreign', [Buffer.from('my notes\n')]],
  ])('[S5] %s: it is told, and the rest is read', async (code, parts) => {
    const places = await folderWith({ 'journal-a.jsonl': parts, 'journal-k3f9.jsonl': LINES });
    const { journals, notices } = await find(places);
    expect(notices.map((notice) => notice.code)).toEqual([code]);
    expect(notices[0]?.text).toContain('journal-a.jsonl');
    expect(journals.map(actsIn)).toEqual([[1, 2, 3, 4, 5, 6]]);
  });

  it('[S5] a folder with such a name is told', async () => {
    const places = await folderWith({ 'journal-k3f9.jsonl': LINES });
    await mkdir(join(places.coder(HEAD.coderId), 'journal-b.jsonl'));
    expect((await find(places)).notices.map(({ code }) => code)).toEqual(['storage.read.folder']);
  });
});

describe('a damaged first line', () => {
  const damaged = Buffer.from(LINES[0] as Buffer);
  damaged[70] = 0;

  it.each(['journal-k3f9.jsonl', 'journal-k3f9-DESKTOP.jsonl', 'journal-k3f9-laptop.jsonl'])(
    '[S5] the name %s and the second line tell whose it is',
    async (name) => {
      const places = await folderWith({ [name]: [damaged, ...LINES.slice(1)] });
      const { journals, notices } = await find(places);
      expect(notices).toEqual([]);
      expect(journals.map(({ head }) => head)).toEqual([HEAD]);
      expect(journals.map(actsIn)).toEqual([[1, 2, 3, 4, 5, 6]]);
      expect(journals[0]?.damage[0]).toMatchObject({ kind: 'bad', line: 1 });
    },
  );

  it('[S5] and the name alone, where the second line is damaged too', async () => {
    const places = await folderWith({ 'journal-k3f9.jsonl': [damaged, ...LINES.slice(2)] });
    const { journals } = await find(places);
    expect(journals.map(({ head }) => head)).toEqual([HEAD]);
    expect(journals.map(actsIn)).toEqual([[2, 3, 4, 5, 6]]);
    expect(journals.flatMap(kindsIn)).toEqual(['bad', 'gap']);
  });

  it('[S5] a name that the second line contradicts is not believed', async () => {
    const places = await folderWith({ 'journal-other.jsonl': [damaged, ...LINES.slice(1)] });
    const { journals, notices } = await find(places);
    expect(journals).toEqual([]);
    expect(notices.map(({ code }) => code)).toEqual(['journal.file.otherOwner']);
  });
});
