import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../storage/disk';
import { value } from '../storage/small-project';
import { makeProject, numbers } from './acts';
import { findState } from './found';
import { mayBe } from './report';
import { SEED, startWorker, TIMES } from './run-worker';
import type { Place } from './session-work';

/** After so many kills a new project is begun: a history of thousands of acts takes long to read again. */
const IN_ONE = 20;
/** What may be said of a line that was under way. */
const UNFINISHED = ['journal.damage.torn'];
/** The longest wait for the kill after the first word of the process, in milliseconds. */
const LONGEST = 80;

/** Rounds of kills in one project, each found as it was said to be; the answer is how much was said. */
async function killAgainAndAgain(template: string, withLocal: boolean, chain: number) {
  const root = await temporaryFolder();
  const folder = join(root, 'project');
  const local = withLocal ? join(root, 'local') : undefined;
  const place: Place = { folder, local };
  const next = numbers(SEED + chain);
  let reports = 0;
  for (let round = 0; round < 50 * TIMES; round += 1) {
    if (round % IN_ONE === 0) {
      await rm(folder, { recursive: true, force: true });
      if (local !== undefined) await rm(local, { recursive: true, force: true });
      await cp(template, folder, { recursive: true });
    }
    const task = { task: 'annotate', place, count: 10_000, seed: next(1_000_000) } as const;
    const wait = next(LONGEST);
    const { child, ended } = startWorker({ ...task, name: `r${round}` }, {}, () => {
      setTimeout(() => child.kill('SIGKILL'), wait);
    });
    const { lines, signal, errors } = await ended;
    expect({ signal, errors }).toEqual({ signal: 'SIGKILL', errors: '' });
    const found = await findState(folder, local);
    const label = `seed ${SEED}, chain ${chain}, round ${round}`;
    expect(mayBe(lines), label).toContain(found.state);
    expect(
      found.notices.filter((code) => !UNFINISHED.includes(code)),
      label,
    ).toEqual([]);
    reports += lines.length;
  }
  return reports;
}

describe('[S1] kill -9 at a random moment of annotating', () => {
  it.each([
    ['with a journal on this computer', true],
    ['with the project’s folder alone', false],
  ])('%s: what was said to be saved is there, and the project opens', async (_, withLocal) => {
    const template = join(await temporaryFolder(), 'template');
    value(await makeProject(template));
    // Two at once: most of the time goes into starting processes.
    const chains = withLocal ? [1, 2] : [3, 4];
    const reports = await Promise.all(
      chains.map((chain) => killAgainAndAgain(template, withLocal, chain)),
    );
    console.log(
      `[S1] ${100 * TIMES} kills, ${reports.reduce((a, b) => a + b)} reports, seed ${SEED}`,
    );
  });
});
