import { openSync, writeSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Found } from './found';
import type { Report } from './report';
import { COPIES, SCENARIOS, type Scenario, type ScenarioName } from './scenarios';
import { addAmongOthers, annotate, type Place } from './session-work';

/*
 * A process of its own that works in a project. Its one argument is a task as JSON; what it did it says on its output, a
 * line at a time and at once, so that what is said before it is killed is known.
 */

export type Task =
  | { readonly task: 'annotate'; place: Place; count: number; seed: number; name: string }
  | { readonly task: 'add'; place: Place; count: number; name: string }
  | { readonly task: 'scenario'; place: Place; scenario: ScenarioName }
  | FaultsTask;

/** A scenario in `work`, which holds a `template` of its project, again and again with each kind of fault. */
interface FaultsTask {
  readonly task: 'faults';
  readonly work: string;
  readonly scenario: ScenarioName;
  readonly kinds: readonly string[];
  readonly local: boolean;
}

/** One scenario with one fault in it. */
export interface Trial {
  readonly kind: string;
  /** Which call failed, from 1. */
  readonly n: number;
  readonly reports: readonly Report[];
  readonly found: Found;
}

function print(line: unknown): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

/** Tells the injector; true if it answers that a fault which was armed before was reached. */
function tellInjector(order: string): boolean {
  try {
    openSync(`/postil-fault/${order}`, 'r');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST';
  }
  throw new Error('The injector is not loaded.');
}

/** The project that a scenario begins with, alone in the trial's folder. */
async function begin({ work, scenario, local }: FaultsTask): Promise<Place> {
  const { prepare }: Scenario = SCENARIOS[scenario];
  const root = join(work, 'trial');
  await rm(root, { recursive: true, force: true });
  if (prepare === undefined) await mkdir(root);
  else await cp(join(work, 'template'), root, { recursive: true });
  return { folder: join(root, 'project'), ...(local && { local: join(root, 'local') }) };
}

/** Runs the scenario with the fault at the first call, the second and so on, until none is reached. */
async function meetFaults(given: FaultsTask, kind: string): Promise<void> {
  const { run, find }: Scenario = SCENARIOS[given.scenario];
  for (let n = 1; ; n += 1) {
    const place = await begin(given);
    const reports: Report[] = [];
    tellInjector(`${kind}/${n}`);
    await run(place, (report) => reports.push(report));
    if (!tellInjector('off')) return;
    print({ kind, n, reports, found: await find(place) } satisfies Trial);
  }
}

/**
 * Runs the scenario once, with a copy of the disk before each call that changes it: what a kill there leaves, because
 * nothing of a process outlives it but what is on the disk.
 */
async function meetKills(given: FaultsTask): Promise<void> {
  const { run, find }: Scenario = SCENARIOS[given.scenario];
  const place = await begin(given);
  const [trial, copies] = [join(given.work, 'trial'), join(given.work, 'copies')];
  await mkdir(copies);
  const reports: Report[] = [];
  tellInjector('copies/1');
  await run(place, (report) => tellInjector(`said/${reports.push(report)}`));
  tellInjector('off');
  for (const name of await readdir(copies)) {
    await rm(trial, { recursive: true });
    await rename(join(copies, name), trial);
    const [n = 0, said = 0] = name.split('-').map(Number);
    const found = await find(place);
    print({ kind: COPIES, n, reports: reports.slice(0, said), found } satisfies Trial);
  }
}

const task = JSON.parse(process.argv[2] ?? '') as Task;
if (task.task === 'annotate') await annotate(task.place, print, task);
else if (task.task === 'add') await addAmongOthers(task.place, print, task);
else if (task.task === 'scenario') await SCENARIOS[task.scenario].run(task.place, print);
else {
  for (const kind of task.kinds) await (kind === COPIES ? meetKills(task) : meetFaults(task, kind));
}
