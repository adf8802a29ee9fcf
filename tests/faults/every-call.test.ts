import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../storage/disk';
import { removeJournals } from '../storage/journals';
import { value } from '../storage/small-project';
import { makeProject } from './acts';
import { findState, type Found } from './found';
import { mayBe, type Report } from './report';
import { INJECTOR, NO_INJECTOR, startWorker } from './run-worker';
import { annotate, SCENARIOS } from './scenarios';
import type { Trial } from './worker';

const KINDS = ['eio', 'eio-on', 'enospc', 'enospc-on', 'short', 'full', 'fail-sync'];
/** A line, or the beginning of a journal, that was under way. */
const UNFINISHED = ['journal.damage.torn'];
/** Some codes of an unfinished `createProject`: there is no project, and it says so. */
const NO_PROJECT = /^refused storage\.project\.(missing|none|halfWritten)$/;

/** The project that a scenario begins with, in a folder `template`. */
async function prepare(scenario: string): Promise<string> {
  const work = await temporaryFolder();
  const folder = join(work, 'template');
  if (scenario === 'creating') return work;
  value(await makeProject(folder));
  await annotate({ folder }, () => undefined, { count: 4, seed: 1, name: 'old' });
  if (scenario === 'migrating') await makeOld(folder);
  return work;
}

/** Annotation sets as version 1 had them, and no journals. */
async function makeOld(folder: string): Promise<void> {
  await removeJournals(folder);
  const ada = join(folder, 'coders', 'ada');
  for (const name of await readdir(ada)) {
    const set = JSON.parse(await readFile(join(ada, name), 'utf8')) as Record<string, unknown>;
    delete set['relations'];
    delete set['marks'];
    await writeFile(join(ada, name), JSON.stringify({ ...set, formatVersion: 1, lastLine: 0 }));
  }
}

/** What is wrong with what was found; undefined if nothing is. */
function wrong(scenario: string, reports: readonly Report[], found: Found): string | undefined {
  const codes = found.notices.filter((code) => !UNFINISHED.includes(code));
  if (codes.length > 0) return `notices ${codes.join(', ')}`;
  const all = mayBe(reports);
  if (scenario === 'creating') {
    const isNone = NO_PROJECT.test(found.state);
    const isHere = !found.state.startsWith('refused');
    return (all.includes('none') && isNone) || isHere ? undefined : found.state;
  }
  // It was refused before anything was done: the project is as it was, and the next opening says what that is.
  if (!reports.some((report) => 'opened' in report)) {
    return found.state.startsWith('refused') ? found.state : undefined;
  }
  return all.includes(found.state) ? undefined : `${found.state} is not of ${all.join(' ')}`;
}

if (INJECTOR === '') console.log(`Skipped: every-call.test.ts ${NO_INJECTOR}.`);

const cases = Object.keys(SCENARIOS).flatMap((name) => [
  ...(name === 'creating' ? [] : [[name, true] as const]),
  [name, false] as const,
]);
const named = (withLocal: boolean): string => (withLocal ? ', with a local journal' : '');

describe.skipIf(INJECTOR === '')('[S3] [S4] each call of the file system fails in turn', () => {
  it.each(cases.map(([name, local]) => [name, named(local), local] as const))(
    '%s%s: old or new, and what was said is true',
    async (scenario, _, local) => {
      const work = await prepare(scenario);
      const failures: string[] = [];
      let trials = 0;
      for (const kind of KINDS) {
        const env = { LD_PRELOAD: INJECTOR, FAULT_PATH: work };
        const task = { task: 'faults', work, scenario, kind, local };
        const { lines, code, errors } = await startWorker<Trial>(task, env).ended;
        expect({ kind, code, errors }).toEqual({ kind, code: 0, errors: '' });
        trials += lines.length;
        for (const { n, reports, found } of lines) {
          const problem = wrong(scenario, reports, found);
          if (problem !== undefined) failures.push(`${kind} at call ${n}: ${problem}`);
          const end = reports.findLast((report) => 'end' in report || 'refused' in report);
          if (kind === 'short' && !(end !== undefined && 'end' in end && end.end === 'saved'))
            failures.push(`${kind} at call ${n}: a short write alone is no failure`);
        }
      }
      expect(failures).toEqual([]);
      console.log(`[S3] ${scenario}${named(local)}: ${trials} faults`);
    },
  );
});

describe.skipIf(INJECTOR === '')('[S1] [S3] kill -9 at each call of the file system', () => {
  it.each(['annotating'])('%s: old or new, and all that was said to be saved', async (scenario) => {
    const work = await prepare(scenario);
    const folder = join(work, 'trial', 'project');
    const local = join(work, 'trial', 'local');
    const failures: string[] = [];
    for (let n = 1; ; n += 1) {
      await rm(join(work, 'trial'), { recursive: true, force: true });
      await mkdir(join(work, 'trial'));
      if (scenario !== 'creating') await cp(join(work, 'template'), folder, { recursive: true });
      const env = {
        LD_PRELOAD: INJECTOR,
        FAULT_PATH: work,
        FAULT_KIND: 'kill',
        FAULT_N: String(n),
      };
      const task = { task: 'scenario', place: { folder, local }, scenario };
      const { lines, code, signal, errors } = await startWorker(task, env).ended;
      if (code === 0) {
        console.log(`[S1] ${scenario}: killed at each of ${n - 1} calls`);
        break;
      }
      expect({ signal, errors }).toEqual({ signal: 'SIGKILL', errors: '' });
      const problem = wrong(scenario, lines, await findState(folder, local));
      if (problem !== undefined) failures.push(`kill at call ${n}: ${problem}`);
    }
    expect(failures).toEqual([]);
  });
});
