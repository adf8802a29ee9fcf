import { open, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isErrno } from '../../src/storage/file-fault';
import type { ProjectSession } from '../../src/storage/project-session';
import { temporaryFolder } from '../storage/disk';
import { value } from '../storage/small-project';
import { addAt, makeProject } from './acts';
import { findState } from './found';
import { mount, must } from './mounts';
import { mayBe, type Report } from './report';
import { performAndSay, workIn } from './session-work';

/** Something that happens to the disk on which a project lies. */
interface Trouble {
  readonly name: string;
  readonly options: readonly string[];
  begin(disk: string): Promise<void> | void;
  end(disk: string): Promise<void> | void;
  /** What is said of the project's folder. */
  readonly code: string;
  /** True if journals that are there can still be written. */
  readonly takesLines?: boolean;
  /** What opening meanwhile may say. */
  readonly notice?: string;
}

const filler = (disk: string): string => join(disk, 'filler');

/** Writes until nothing more goes in, then gives so many bytes back. */
async function fillUp(disk: string, back: number): Promise<void> {
  const handle = await open(filler(disk), 'w');
  let size = 0;
  try {
    for (;;) size += (await handle.write(Buffer.alloc(4_096))).bytesWritten;
  } catch (error) {
    if (!isErrno(error) || error.code !== 'ENOSPC') throw error;
    await handle.truncate(size - back);
  } finally {
    await handle.close();
  }
}

async function takeAllInodes(disk: string): Promise<void> {
  try {
    for (let n = 0; ; n += 1) await writeFile(join(disk, `taken-${n}`), '');
  } catch (error) {
    if (!isErrno(error) || error.code !== 'ENOSPC') throw error;
  }
}

async function giveInodesBack(disk: string): Promise<void> {
  const names = (await readdir(disk)).filter((name) => name.startsWith('taken-'));
  for (const name of names) await rm(join(disk, name));
}

const full = (pages: number): Trouble => ({
  name: `full but for ${pages} pages`,
  options: ['-o', 'size=1m'],
  begin: (disk) => fillUp(disk, pages * 4_096),
  end: (disk) => rm(filler(disk)),
  code: 'storage.write.full',
});

const TROUBLES: readonly Trouble[] = [
  full(0),
  full(1),
  full(3),
  {
    name: 'without inodes',
    options: ['-o', 'nr_inodes=60'],
    begin: takeAllInodes,
    end: giveInodesBack,
    code: 'storage.write.full',
    takesLines: true,
    notice: 'storage.project.readOnly',
  },
  {
    name: 'read-only',
    options: [],
    begin: (disk) => must('mount', '-o', 'remount,ro', disk),
    end: (disk) => must('mount', '-o', 'remount,rw', disk),
    code: 'storage.write.readOnly',
    notice: 'storage.project.readOnly',
  },
];

const CASES = TROUBLES.flatMap((trouble) => [
  [trouble.name, ', with a local journal', trouble, true] as const,
  [trouble.name, '', trouble, false] as const,
]);

/** Adds `count` annotations, each waiting for what becomes of it. */
async function addSlowly(
  session: ProjectSession,
  say: (report: Report) => void,
  name: string,
  count: number,
): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    performAndSay(session, say, addAt(session.coderId, `${name}-${n}`, n));
    await session.settled();
  }
}

describe('[S4] a disk that is really', () => {
  it.for(CASES)('%s%s: said, worked on, caught up', async ([, , trouble, local], { skip }) => {
    const root = await temporaryFolder();
    const disk = join(root, 'disk');
    const problem = await mount(disk, '-t', 'tmpfs', ...trouble.options, 'none');
    skip(problem !== undefined, problem);
    const folder = join(disk, 'project');
    value(await makeProject(folder));
    const place = { folder, local: local ? join(root, 'local') : undefined };
    const reports: Report[] = [];
    const say = (report: Report): void => void reports.push(report);
    const isSafe = local || trouble.takesLines === true;
    await workIn(place, say, async (session) => {
      await addSlowly(session, say, 'before', 3);
      await trouble.begin(disk);
      await addSlowly(session, say, 'during', 30);
      expect(session.saveState).toMatchObject(
        isSafe
          ? { kind: 'saved', folder: { code: trouble.code } }
          : { kind: 'failed', fault: { code: trouble.code } },
      );
      const found = await findState(folder, place.local);
      expect(mayBe(reports)).toContain(found.state);
      expect(found.notices.filter((code) => code !== trouble.notice)).toEqual([]);
      await trouble.end(disk);
      session.retrySave();
      await session.settled();
      expect(session.saveState).toEqual({ kind: 'saved', serial: 33 });
    });
    expect(reports.at(-1)).toEqual({ end: 'saved' });
    const [last] = mayBe(reports);
    expect(await findState(folder)).toEqual({ state: last, notices: [] });
  });

  it.for([true, false])(
    'gone, and an empty folder in its place, local journal %s: nothing is put there, and all is caught up',
    async (local, { skip }) => {
      const root = await temporaryFolder();
      const disk = join(root, 'disk');
      const place = {
        folder: join(disk, 'project'),
        local: local ? join(root, 'local') : undefined,
      };
      const problem = await mount(join(root, 'real'), '-t', 'tmpfs', 'none');
      skip(problem !== undefined, problem);
      await mount(disk, '--bind', join(root, 'real'));
      value(await makeProject(place.folder));
      const reports: Report[] = [];
      const say = (report: Report): void => void reports.push(report);
      await workIn(place, say, async (session) => {
        await addSlowly(session, say, 'before', 3);
        must('umount', disk);
        await addSlowly(session, say, 'during', 3);
        const gone = { code: 'storage.project.gone' };
        expect(session.saveState).toMatchObject(
          local ? { kind: 'saved', folder: gone } : { kind: 'failed', fault: gone },
        );
        expect(await readdir(disk)).toEqual([]);
        must('mount', '--bind', join(root, 'real'), disk);
        session.retrySave();
        await session.settled();
        expect(session.saveState).toEqual({ kind: 'saved', serial: 6 });
      });
      const [last] = mayBe(reports);
      expect(await findState(place.folder)).toEqual({ state: last, notices: [] });
    },
  );
});
