import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CoderId, DeviceId } from '../../src/core/ids';
import { annotationsOf } from '../../src/core/project/project';
import { openSession } from '../../src/storage/open-session';
import type { ProjectSession } from '../../src/storage/project-session';
import { add, ADA, BEN, makeProject, NORTH, value } from './small-project';

const CONFLICT = '<<<<<<< HEAD\n  "title": "A",\n=======\n  "title": "B",\n>>>>>>> 8d73d40\n';

interface Open {
  readonly session: ProjectSession;
  /** The codes of what was told, and the ends of the paths in it. */
  readonly told: string[];
}

async function openAs(folder: string, coder: CoderId = ADA.id): Promise<Open> {
  const session = value(await openSession(folder, { deviceId: 'desk' as DeviceId }));
  session.workAs(coder);
  value(await session.settled());
  const told: string[] = [];
  session.onNotice(({ code, text }) => told.push(`${code} ${text.split('”')[0] ?? ''}`));
  return { session, told };
}

async function harm(path: string): Promise<string> {
  const text = CONFLICT + (await readFile(path, 'utf8'));
  await writeFile(path, text);
  return text;
}

async function look(session: ProjectSession, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await session.refresh();
  value(await session.settled());
}

async function aside(folder: string): Promise<readonly string[]> {
  const path = join(folder, 'set-aside');
  const names = await readdir(path).catch(() => []);
  return Promise.all(names.map((name) => readFile(join(path, name), 'utf8')));
}

describe('[S5] a conflict in git that comes while the project is open', () => {
  it.each(['project.json', 'codebook.json', 'actors.json'])(
    'in %s is told once, and the file is made anew and kept as it was found',
    async (name) => {
      const folder = await makeProject();
      const path = join(folder, name);
      const before = await readFile(path, 'utf8').catch(() => '');
      if (before === '') await writeFile(path, '{}');
      const { session, told } = await openAs(folder);
      const whole = await readFile(path, 'utf8');
      await look(session, 2);
      expect(told).toEqual([]);
      const found = await harm(path);
      await look(session, 1);
      expect(told).toEqual([]);
      await look(session, 4);
      expect(told).toEqual([`storage.file.conflictMended “${path}`]);
      expect(await readFile(path, 'utf8')).toBe(whole);
      expect(await aside(folder)).toContain(found);
      await harm(path);
      await look(session, 3);
      expect(told).toHaveLength(2);
      value(await session.close());
    },
  );

  it('in a set is told; another coder’s is left to that coder', async () => {
    const folder = await makeProject();
    await mkdir(join(folder, '..', '.git'));
    const ben = await openAs(folder);
    value(ben.session.perform({ kind: 'coder.add', coder: BEN, index: 1 }));
    ben.session.workAs(BEN.id);
    value(ben.session.perform(add('b1', 'must not', { coderId: BEN.id })));
    value(await ben.session.close());
    const { session, told } = await openAs(folder);
    value(session.perform(add('a1', 'insert')));
    await look(session, 2);
    const [own, other] = ['ada', 'ben'].map((id) => join(folder, 'coders', id, 'north.json'));
    const whole = await readFile(own ?? '', 'utf8');
    await harm(own ?? '');
    const left = await harm(other ?? '');
    // Git makes a new file in the place of the old one.
    for (const id of ['ada', 'ben']) {
      const path = join(folder, 'coders', id, 'north.json');
      await rename(path, `${path}.old`);
      await rename(`${path}.old`, path);
    }
    await look(session, 4);
    expect(told.sort()).toEqual([
      `storage.file.conflict “${other ?? ''}`,
      `storage.file.conflictMended “${own ?? ''}`,
    ]);
    expect(await readFile(own ?? '', 'utf8')).toBe(whole);
    expect(await readFile(other ?? '', 'utf8')).toBe(left);
    expect(annotationsOf(session.project, NORTH)).toHaveLength(2);
    value(await session.close());

    const again = await openAs(folder);
    expect(again.session.notices.map(({ code }) => code)).toEqual(['storage.file.conflict']);
    await look(again.session, 4);
    expect(again.told).toEqual([]);
    value(await again.session.close());
  });
});
