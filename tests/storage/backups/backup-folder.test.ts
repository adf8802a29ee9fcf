import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Timestamp } from '../../../src/core/ids';
import { contentHash } from '../../../src/core/project/content-hash';
import { BackupFolder } from '../../../src/storage/backups/backup-folder';
import type { ProjectSession } from '../../../src/storage/project-session';
import { snapshot, temporaryFolder } from '../disk';
import { add, codeOf, makeProject, open, TEXTS, value } from '../small-project';

const at = (time: string): Timestamp => `2026-03-31T${time}.000Z` as Timestamp;

async function makeFolder(): Promise<{
  path: string;
  folder: BackupFolder;
  session: ProjectSession;
}> {
  const path = join(await temporaryFolder(), 'backups', 'winds');
  const session = await open(await makeProject());
  return { path, folder: new BackupFolder(path), session };
}

describe('[S8] backups', () => {
  it('hold the whole project and its texts, and are the same when they are read', async () => {
    const { folder, session } = await makeFolder();
    value(session.perform(add('a1', 'must not')));
    const path = value(
      await folder.make(session.project, session.textOf, 'import', at('10:00:00')),
    );
    const back = value(await folder.read(path ?? ''));
    expect(contentHash(back.project)).toBe(contentHash(session.project));
    expect(Object.fromEntries(back.texts)).toEqual(TEXTS);
    expect(back).toMatchObject({ at: at('10:00:00'), reason: 'import' });
    value(await session.close());
  });

  it('are not made when nothing changed, and keep each text once', async () => {
    const { path, folder, session } = await makeFolder();
    const make = async (time: string): Promise<string | undefined> =>
      value(await folder.make(session.project, session.textOf, 'time', at(time)));
    await make('10:00:00');
    expect(await make('11:30:00')).toBeUndefined();
    value(session.perform(add('a1', 'must not')));
    await make('12:00:00');
    expect((await folder.list()).map((one) => one.at)).toEqual([at('12:00:00'), at('10:00:00')]);
    expect(Object.keys(await snapshot(join(path, 'texts')))).toHaveLength(2);
    value(await session.close());
  });

  it('go by age once the new one is verified', async () => {
    const { folder, session } = await makeFolder();
    for (const [i, words] of ['must not', 'continue', 'insert'].entries()) {
      value(session.perform(add(`a${String(i)}`, words)));
      const time = at(`10:${String(i)}0:00`);
      value(await folder.make(session.project, session.textOf, 'time', time));
    }
    expect((await folder.list()).map((one) => one.at)).toEqual([at('10:20:00')]);
    value(await session.close());
  });

  it('are refused when they or their texts were changed', async () => {
    const { path, folder, session } = await makeFolder();
    value(session.perform(add('a1', 'must not')));
    const { project, textOf } = session;
    const file = value(await folder.make(project, textOf, 'time', at('10:00:00'))) ?? '';
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.replace('"Winds"', '"Wands"'));
    expect(codeOf(await folder.read(file))).toBe('backups.fault.notSame');
    await writeFile(file, whole.slice(0, 300));
    expect(codeOf(await folder.read(file))).toBe('storage.file.damaged');
    await writeFile(file, whole);
    const [text = ''] = Object.keys(await snapshot(join(path, 'texts')));
    await writeFile(join(path, 'texts', text), 'Other words.');
    expect(codeOf(await folder.read(file))).toBe('backups.fault.text');
    value(await session.close());
  });
});
