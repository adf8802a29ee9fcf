import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { BackupReason } from '../../../src/core/backup/reason';
import type { Timestamp } from '../../../src/core/ids';
import { contentHash } from '../../../src/core/project/content-hash';
import { BackupFolder } from '../../../src/storage/backups/backup-folder';
import { packProject } from '../../../src/storage/backups/backup-format';
import { realDisk } from '../../../src/storage/disk';
import type { ProjectSession } from '../../../src/storage/project-session';
import { snapshot, temporaryFolder } from '../disk';
import { add, codeOf, makeProject, open, SOUTH, TEXTS, value } from '../small-project';

const at = (time: string, day = '31'): Timestamp => `2026-03-${day}T${time}.000Z` as Timestamp;

async function makeFolder(): Promise<{
  path: string;
  folder: BackupFolder;
  session: ProjectSession;
  make: (time: Timestamp, reason?: BackupReason) => Promise<string | undefined>;
}> {
  const path = join(await temporaryFolder(), 'backups', 'winds');
  const session = await open(await makeProject());
  const folder = new BackupFolder(path);
  const make = async (time: Timestamp, reason: BackupReason = 'daily') => {
    for (const { id } of session.project.documents) {
      value(await folder.storeText(session.textOf(id) ?? ''));
    }
    const body = [...packProject(session.project)].join('');
    return value(await folder.make(body, { at: time, reason, folder: session.folder }));
  };
  return { path, folder, session, make };
}

const times = async (folder: BackupFolder): Promise<readonly Timestamp[]> =>
  (await folder.list()).map((one) => one.at);

describe('[S8] backups', () => {
  it('hold the whole project and its texts, and are the same when they are read', async () => {
    const { folder, session, make } = await makeFolder();
    value(session.perform(add('a1', 'must not')));
    const name = await make(at('10:00:00'), 'import');
    const back = value(await folder.read(name ?? ''));
    expect(contentHash(back.project)).toBe(contentHash(session.project));
    expect(Object.fromEntries(back.texts)).toEqual(TEXTS);
    const [listed] = await folder.list();
    expect(listed?.head).toEqual({ ok: true, value: back.head });
    expect(back.head).toMatchObject({
      at: at('10:00:00'),
      reason: 'import',
      title: 'Winds',
      documents: 2,
      annotations: 1,
    });
    value(await session.close());
  });

  it('are not made when nothing changed, and keep each text once', async () => {
    const { path, folder, session, make } = await makeFolder();
    await make(at('10:00:00'));
    expect(await make(at('11:30:00'))).toBeUndefined();
    value(session.perform(add('a1', 'must not')));
    await make(at('12:00:00'));
    expect(await times(folder)).toEqual([at('12:00:00'), at('10:00:00')]);
    expect(Object.keys(await snapshot(join(path, 'texts')))).toHaveLength(2);
    value(await session.close());
  });

  it('go by age once the new one is verified, and take texts along that nobody needs', async () => {
    const { path, folder, session, make } = await makeFolder();
    await make(at('10:00:00', '20'));
    value(session.perform({ kind: 'document.remove', documentId: SOUTH }));
    await make(at('10:20:00', '20'));
    value(session.perform(add('a1', 'must not')));
    await make(at('10:00:00'));
    expect(await times(folder)).toEqual([at('10:00:00'), at('10:20:00', '20')]);
    expect(await readdir(join(path, 'texts'))).toHaveLength(1);
    value(await session.close());
  });

  it('are refused when they or their texts were changed', async () => {
    const { path, folder, session, make } = await makeFolder();
    value(session.perform(add('a1', 'must not')));
    const name = (await make(at('10:00:00'))) ?? '';
    const file = join(path, name);
    const whole = await readFile(file);
    const text = gunzipSync(whole).toString('utf8');
    const [head = '', body = ''] = text.split('\n');
    await writeFile(file, gzipSync(`${head}\n${body.replace('"Winds"', '"Wands"')}\n`));
    expect(codeOf(await folder.read(name))).toBe('backups.fault.notSame');
    await writeFile(file, whole.subarray(0, 300));
    expect(codeOf(await folder.read(name))).toBe('backups.fault.notSame');
    await writeFile(file, gzipSync(text.slice(0, -1)));
    expect(codeOf(await folder.read(name))).toBe('backups.fault.notSame');
    await writeFile(file, whole);
    const [stored = ''] = await readdir(join(path, 'texts'));
    await writeFile(join(path, 'texts', stored), 'Other words.');
    expect(codeOf(await folder.read(name))).toBe('backups.fault.text');
    expect(codeOf(await folder.read('../../project.json'))).toBe('backups.fault.notSame');
    value(await session.close());
  });

  it('that are damaged are listed, push no other one out, and do not stop the next', async () => {
    const { path, folder, session, make } = await makeFolder();
    await make(at('10:00:00', '20'));
    await writeFile(join(path, '2026-03-20T11-00-00.000Z.jsonl.gz'), 'nothing');
    await writeFile(join(path, 'notes.txt'), 'mine');
    value(session.perform(add('a1', 'must not')));
    await make(at('10:00:00'));
    expect((await folder.list()).map(({ head }) => head.ok)).toEqual([true, false, true]);
    value(await session.close());
  });

  it('leave the old ones as they were at whichever call the disk fails', async () => {
    const { path, folder, session, make } = await makeFolder();
    await make(at('10:00:00'));
    value(session.perform(add('a1', 'must not')));
    const before = await snapshot(path);
    const full = (): never => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    for (const call of ['open', 'rename'] as const) {
      const failing = new BackupFolder(path, { ...realDisk, [call]: full });
      const body = [...packProject(session.project)].join('');
      const wish = { at: at('11:00:00'), reason: 'bulk', folder: session.folder } as const;
      expect(codeOf(await failing.make(body, wish))).toBe('storage.write.full');
      expect(await snapshot(path)).toEqual(before);
    }
    expect(await times(folder)).toEqual([at('10:00:00')]);
    value(await session.close());
  });
});
