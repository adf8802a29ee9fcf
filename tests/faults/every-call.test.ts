import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../storage/disk';
import { value } from '../storage/small-project';
import { makeProject } from './acts';
import { findState, type Found } from './found';
import { mayBe, type Report } from './report';
import { INJECTOR, NO_INJECTOR, startWorker } from './run-worker';
import { COPIES, SCENARIOS, type Scenario, type ScenarioName } from './scenarios';
import type { Place } from './session-work';
import type { Trial } from './worker';

/** Faults of one call, after which all goes well, and of all calls from one on. */
const ONCE = ['eio', 'enospc', 'short', 'fail-sync'];
const KINDS = [...ONCE, 'eio-on', 'enospc-on', 'full', COPIES];
/** A line that was under way. */
const UNFINISHED = ['journal.damage.torn'];
/** Some codes of an unfinished `createProject`: there is no project, and it says so. */
const NO_PROJECT = /^refused storage\.project\.(missing|none|halfWritten)$/;

const NAMES = Object.keys(SCENARIOS) as readonly ScenarioName[];
const scenarioOf = (name: ScenarioName): Scenario => SCENARIOS[name];
/** With a journal on this computer, as the app works, or without. A new project has none yet. */
const CASES = NAMES.flatMap((name) =>
  scenarioOf(name).withoutLocal === true
    ? [[name, '', false] as const]
    : [[name, ', with a local journal', true] as const, [name, '', false] as const],
);

interface Prepared {
  /** A folder with the project that the scenario begins with as its `template`. */
  readonly work: string;
  /** What a whole new project is found as. */
  readonly made: string;
}

async function prepare(name: ScenarioName): Promise<Prepared> {
  const work = await temporaryFolder();
  await scenarioOf(name).prepare?.(join(work, 'template'));
  const folder = join(await temporaryFolder(), 'made');
  value(await makeProject(folder));
  return { work, made: (await findState(folder)).state };
}

/** What is wrong with what was found; undefined if nothing is. */
function wrong(reports: readonly Report[], found: Found, made: string): string | undefined {
  const codes = found.notices.filter((code) => !UNFINISHED.includes(code));
  if (codes.length > 0) return `notices ${codes.join(', ')}`;
  // It was refused before anything was done: the project is as it was, and the next opening says what that is.
  if (!reports.some((report) => 'opened' in report)) {
    return found.state.startsWith('refused') ? found.state : undefined;
  }
  const all = mayBe(reports).map((state) => (state === 'made' ? made : state));
  const state = NO_PROJECT.test(found.state) ? 'none' : found.state;
  return all.includes(state) ? undefined : `${state} is not of ${all.join(' ')}`;
}

/** Why it ended with something not on disk, or not shown by the folder. */
function findBehind(reports: readonly Report[]): string | undefined {
  const end = reports.find((report) => 'end' in report)?.end;
  return end === undefined || end === 'saved' ? undefined : `in the end ${end}`;
}

describe('[S1] [S3] [S4] each call of the file system fails in turn, or is the last one', () => {
  it.for(CASES)(
    '%s%s: old or new, and what was said is true',
    async ([name, , local], { skip }) => {
      skip(INJECTOR === '', NO_INJECTOR);
      const { work, made } = await prepare(name);
      const task = { task: 'faults', work, scenario: name, kinds: KINDS, local } as const;
      const env = { LD_PRELOAD: INJECTOR, FAULT_PATH: work };
      const { lines, code, errors } = await startWorker<Trial>(task, env).ended;
      expect({ code, errors }).toEqual({ code: 0, errors: '' });
      expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(KINDS));
      const failures = lines.flatMap(({ kind, n, reports, found }) => {
        // A session tries again what failed; a project that could not be made is made anew.
        const isMended = kind === 'short' || (ONCE.includes(kind) && name !== 'creating');
        const problem = wrong(reports, found, made) ?? (isMended ? findBehind(reports) : undefined);
        return problem === undefined ? [] : [`${kind} at call ${n}: ${problem}`];
      });
      expect(failures).toEqual([]);
      console.log(`[S3] ${name}${local ? ', local' : ''}: ${lines.length} faults`);
    },
  );
});

describe('[S1] [S3] kill -9', () => {
  /** At so many calls a process is really killed: starting it takes most of the time. The others: `COPIES`. */
  const EVERY = 10;

  /** What is wrong after a kill at the Nth call; undefined if nothing is, 'over' when there is no Nth. */
  async function killAt(
    n: number,
    name: ScenarioName,
    { work, made }: Prepared,
  ): Promise<string | undefined> {
    const root = join(work, `trial-${n}`);
    if (scenarioOf(name).prepare === undefined) await mkdir(root);
    else await cp(join(work, 'template'), root, { recursive: true });
    const place: Place = { folder: join(root, 'project'), local: join(root, 'local') };
    const env = { LD_PRELOAD: INJECTOR, FAULT_PATH: work, FAULT_KIND: 'kill', FAULT_N: String(n) };
    const task = { task: 'scenario', place, scenario: name } as const;
    const { lines, code, signal, errors } = await startWorker(task, env).ended;
    if (code === 0) return 'over';
    expect({ signal, errors }).toEqual({ signal: 'SIGKILL', errors: '' });
    const problem = wrong(lines, await scenarioOf(name).find(place), made);
    return problem && `kill at call ${n}: ${problem}`;
  }

  it.for(NAMES)('%s: old or new, and all that was said to be saved', async (name, { skip }) => {
    skip(INJECTOR === '', NO_INJECTOR);
    const prepared = await prepare(name);
    let kills = 0;
    for (let n = 1; ; n += EVERY) {
      const answer = await killAt(n, name, prepared);
      if (answer === 'over') break;
      expect(answer).toBe(undefined);
      kills += 1;
    }
    expect(kills).toBeGreaterThan(1);
    console.log(`[S1] ${name}: killed at ${kills} calls`);
  });
});
