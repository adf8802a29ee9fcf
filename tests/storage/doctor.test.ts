import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DeviceId } from '../../src/core/ids';
import { contentHash } from '../../src/core/project/content-hash';
import { examineProject, isWell } from '../../src/storage/doctor';
import { JsonFile } from '../../src/storage/json-file';
import { openSession } from '../../src/storage/open-session';
import { repairProject, type Repair } from '../../src/storage/repair';
import { snapshot, temporaryFolder } from './disk';
import { journalsOf, removeJournals } from './journals';
import { add, BEN, codeOf, makeProject, NORTH, value } from './small-project';

const SET = 'coders/ada/north.json';
const JOURNAL = 'coders/ada/journal-desk.jsonl';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A project with one annotation of Ada's, and her journal. */
async function makeCoded(): Promise<string> {
  const folder = await makeProject();
  const session = value(await openSession(folder, { deviceId: 'desk' as DeviceId }));
  value(session.perform(add('a1', 'must not')));
  value(session.perform(add('a2', 'continue')));
  value(await session.close());
  return folder;
}

async function repair(folder: string): Promise<Repair> {
  return value(await repairProject(folder, value(await examineProject(folder))));
}

async function readJournals(folder: string): Promise<readonly string[]> {
  const names = await journalsOf(folder);
  return Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')));
}

describe('[S5] a project is looked through', () => {
  it('says of a whole one that all is well, with its journals and its hash, and writes nothing', async () => {
    const folder = await makeCoded();
    const before = await snapshot(folder);
    const found = value(await examineProject(folder));
    expect(isWell(found)).toBe(true);
    const damage = { torn: 0, bad: 0, gap: 0, fork: 0, ends: 0 };
    const [journal] = found.journals;
    expect(found.journals).toHaveLength(1);
    expect(journal).toMatchObject({ coderId: 'ada', deviceId: 'desk', files: [JOURNAL], damage });
    expect(journal?.lines).toBeGreaterThanOrEqual(2);
    expect(found.contentHash).toBe(contentHash(found.project));
    expect(await snapshot(folder)).toEqual(before);
  });

  it('counts what is torn and bad in a journal, and what is missing by it', async () => {
    const folder = await makeCoded();
    const path = join(folder, JOURNAL);
    const lines = (await readFile(path, 'utf8')).split('\n');
    lines[1] = (lines[1] ?? '').replace('"stamp"', '"Stamp"');
    await writeFile(path, `${lines.join('\n')}{"hash":"`);
    const found = value(await examineProject(folder));
    expect(isWell(found)).toBe(false);
    expect(found.journals[0]?.damage).toMatchObject({ torn: 1, bad: 1, gap: 1 });
  });

  it('names files that cannot be used, and texts that are not as they were', async () => {
    const folder = await makeCoded();
    await writeFile(join(folder, SET), '{ torn');
    await appendFile(join(folder, 'documents/south.txt'), 'More.');
    const found = value(await examineProject(folder));
    expect(found).toMatchObject({ unusable: [{ file: SET }], withheld: ['south'] });
    expect(found.notices.map(({ text }) => text).join('\n')).toContain(SET.split('/').at(-1));
  });

  it('names files that do not hold what the journals say', async () => {
    const folder = await makeCoded();
    await rm(join(folder, SET));
    const found = value(await examineProject(folder));
    expect(found).toMatchObject({ unusable: [], stale: [SET], notices: [] });
    expect(isWell(found)).toBe(false);
  });

  it('refuses a folder without a project', async () => {
    expect(codeOf(await examineProject(await temporaryFolder()))).toBe('storage.project.none');
  });
});

describe('[S5] a repair', () => {
  it('writes damaged and stale files anew, keeps the damaged, and leaves every journal as it was', async () => {
    const folder = await makeCoded();
    const { contentHash: hash } = value(await examineProject(folder));
    const journals = await readJournals(folder);
    await writeFile(join(folder, SET), '{ torn');
    await writeFile(join(folder, 'codebook.json'), '');
    await rm(join(folder, 'project.json'));
    const done = await repair(folder);
    expect(done.faults).toEqual([]);
    expect([...done.renewed].sort()).toEqual(['codebook.json', SET, 'project.json']);
    expect(done.setAside).toHaveLength(2);
    const kept = await Promise.all(
      done.setAside.map((name) => readFile(join(folder, name), 'utf8')),
    );
    expect(kept.sort()).toEqual(['', '{ torn']);
    expect(isWell(done.after)).toBe(true);
    expect(done.after.contentHash).toBe(hash);
    expect(await readJournals(folder)).toEqual(journals);
  });

  it('brings the files of every coder up to date', async () => {
    const folder = await makeCoded();
    const ben = value(await openSession(folder, { deviceId: 'lap' as DeviceId }));
    value(ben.setUp({ kind: 'coder.add', coder: BEN, index: 1 }));
    ben.workAs(BEN.id);
    value(ben.perform(add('b1', 'Washington', { coderId: BEN.id })));
    value(await ben.settled());
    value(await ben.close());
    const whole = await snapshot(folder);
    await rm(join(folder, SET));
    await rm(join(folder, 'coders/ben/north.json'));
    const done = await repair(folder);
    expect([...done.renewed].sort()).toEqual([SET, 'coders/ben/north.json']);
    expect(isWell(done.after)).toBe(true);
    expect(done.after.project.annotations.get(NORTH)).toHaveLength(3);
    expect(Object.keys(await snapshot(folder))).toEqual(Object.keys(whole));
  });

  it('moves a damaged set aside of which no journal has anything', async () => {
    const folder = await makeCoded();
    await removeJournals(folder);
    await writeFile(join(folder, SET), '<<<<<<< ours');
    const done = await repair(folder);
    expect(done.renewed).toEqual([]);
    expect(await readFile(join(folder, done.setAside[0] ?? ''), 'utf8')).toBe('<<<<<<< ours');
    expect(isWell(done.after)).toBe(true);
  });

  it('touches no file that a newer Postil wrote, no torn journal and no text', async () => {
    const folder = await makeCoded();
    await appendFile(join(folder, JOURNAL), '{"hash":"');
    await rm(join(folder, 'documents/south.txt'));
    const newer = (await readFile(join(folder, SET), 'utf8')).replace(
      /"formatVersion": \d+/u,
      '"formatVersion": 999',
    );
    await writeFile(join(folder, SET), newer);
    const before = await snapshot(folder);
    const done = await repair(folder);
    expect(done).toMatchObject({ renewed: [], setAside: [] });
    expect(isWell(done.after)).toBe(false);
    expect(await snapshot(folder)).toEqual(before);
  });

  it('says why a file could not be written, and what stays wrong', async () => {
    const folder = await makeCoded();
    await rm(join(folder, SET));
    const found = value(await examineProject(folder));
    vi.spyOn(JsonFile.prototype, 'write').mockRejectedValue(new Error('The disk is gone.'));
    const done = value(await repairProject(folder, found));
    expect(done.faults.map(({ code }) => code)).toEqual(['storage.save.unexpected']);
    expect(done).toMatchObject({ renewed: [], after: { stale: [SET] } });
  });
});
