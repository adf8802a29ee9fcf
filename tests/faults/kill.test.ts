import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../storage/disk';
import { value } from '../storage/small-project';
import { makeProject, numbers } from './acts';
import { findState } from './found';
import { mayBe } from './report';
import { SEED, startWorker, TIMES } from './run-worker';

/** After so many kills a new project is begun: a history of thousands of acts takes long to read again. */
const IN_ONE = 20;
/** What may be said of a line, or of the beginning of a journal, that was under way. */
const UNFINISHED = ['journal.damage.torn'];
/** Milliseconds for the rounds, unless more were asked for. */
const ROOM = 25_000;

describe('[S1] kill -9 at a random moment of annotating', () => {
  it.each([
    ['with a journal on this computer', true],
    ['with the project’s folder alone', false],
  ])('%s: what was said to be saved is there, and the project opens', async (_, withLocal) => {
    const rounds = 100 * TIMES;
    const next = numbers(SEED + Number(withLocal));
    const root = await temporaryFolder();
    const template = join(root, 'template');
    value(await makeProject(template));
    const folder = join(root, 'project');
    const local = join(root, 'local');
    const place = { folder, ...(withLocal && { local }) };
    let did = 0;
    let torn = 0;
    let round = 0;
    const began = Date.now();
    for (; round < rounds && (TIMES > 1 || Date.now() < began + ROOM); round += 1) {
      if (round % IN_ONE === 0) {
        for (const path of [folder, local]) await rm(path, { recursive: true, force: true });
        await cp(template, folder, { recursive: true });
      }
      const seed = next(1_000_000);
      const name = `r${round}`;
      const wait = next(80);
      let isTimed = false;
      const { child, ended } = startWorker(
        { task: 'annotate', place, count: 10_000, seed, name },
        {},
        () => {
          if (!isTimed) setTimeout(() => child.kill('SIGKILL'), wait);
          isTimed = true;
        },
      );
      const { lines, signal, errors } = await ended;
      expect({ signal, errors }).toEqual({ signal: 'SIGKILL', errors: '' });
      did += lines.length;
      const found = await findState(folder, withLocal ? local : undefined);
      const all = mayBe(lines);
      expect(all, `seed ${SEED}, round ${round}`).toContain(found.state);
      const other = found.notices.filter((code) => !UNFINISHED.includes(code));
      expect(other, `seed ${SEED}, round ${round}`).toEqual([]);
      torn += found.notices.length;
    }
    console.log(
      `[S1] ${round} of ${rounds} kills in the time given, ${did} reports, ${torn} torn lines, seed ${SEED}`,
    );
  });
});
