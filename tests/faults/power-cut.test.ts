import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../storage/disk';
import { value } from '../storage/small-project';
import { makeProject, numbers } from './acts';
import { findState } from './found';
import { command, mount, must } from './mounts';
import { mayBe } from './report';
import { SEED, startWorker, TIMES } from './run-worker';

const CUT = process.env['POSTIL_FAULT_POWER_CUT'] ?? '';
/** A line that was under way. */
const UNFINISHED = ['journal.damage.torn'];
/** The longest wait for the cut after the first word of the process, in milliseconds. */
const LONGEST = 400;
/** So many cuts in one project. */
const IN_ONE = 2;

/** File systems with options for making and for mounting them. */
const DISKS = [
  ['ext4', 'loop', ['-q', '-F']],
  ['ext4', 'loop,data=writeback,noauto_da_alloc', ['-q', '-F']],
  ['xfs', 'loop', ['-q']],
] as const;

describe('[S1] [S3] a power cut while annotating', () => {
  it.for(DISKS)('on %s (%s): what was said to be saved is there', async (given, { skip }) => {
    const [type, how, options] = given;
    skip(CUT === '', 'needs Linux and a C compiler (cc) for tests/faults/power-cut.c');
    const root = await temporaryFolder();
    const image = join(root, 'image');
    const handle = await open(image, 'w');
    await handle.truncate(320 * 1024 * 1024);
    await handle.close();
    const made = command(`mkfs.${type}`, ...options, image);
    skip(made !== undefined, made);
    const disk = join(root, 'disk');
    const args = ['-t', type, '-o', how, image] as const;
    const problem = await mount(disk, ...args);
    skip(problem !== undefined, problem);
    const next = numbers(SEED);
    let reports = 0;
    const rounds = 5 * TIMES;
    let place = { folder: '' };
    for (let round = 0; round < rounds; round += 1) {
      if (round % IN_ONE === 0) {
        place = { folder: join(disk, `project-${round}`) };
        value(await makeProject(place.folder));
      }
      const wait = next(LONGEST);
      const seed = next(1_000_000);
      const task = { task: 'annotate', place, count: 10_000, seed, name: `r${round}` } as const;
      const { child, ended } = startWorker(task, {}, () => {
        setTimeout(() => {
          // Stopped first: while its journal is given up, the file system answers ok to a sync that waited for it, and
          // a process without power cannot say so.
          child.kill('SIGSTOP');
          must(CUT, disk);
          child.kill('SIGKILL');
        }, wait);
      });
      const { lines, signal, errors } = await ended;
      expect({ signal, errors }).toEqual({ signal: 'SIGKILL', errors: '' });
      must('umount', disk);
      must('mount', ...args, disk);
      const found = await findState(place.folder);
      const label = `seed ${SEED}, round ${round}`;
      expect(mayBe(lines), label).toContain(found.state);
      expect(
        found.notices.filter((code) => !UNFINISHED.includes(code)),
        label,
      ).toEqual([]);
      reports += lines.length;
    }
    console.log(`[S1] ${rounds} power cuts on ${type} (${how}), ${reports} reports, seed ${SEED}`);
  });
});
