import { openSync, writeSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findState, type Found } from './found';
import type { Report } from './report';
import { SCENARIOS, type Scenario, type ScenarioName } from './scenarios';
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

/** Runs the scenario with the fault at the first call, the second and so on, until none is reached. */
async function meetFaults({ work, scenario, local }: FaultsTask, kind: string): Promise<void> {
  const { prepare, run }: Scenario = SCENARIOS[scenario];
  const root = join(work, 'trial');
  const place = { folder: join(root, 'project'), ...(local && { local: join(root, 'local') }) };
  for (let n = 1; ; n += 1) {
    await rm(root, { recursive: true, force: true });
    await mkdir(root);
    if (prepare !== undefined) await cp(join(work, 'template'), place.folder, { recursive: true });
    const reports: Report[] = [];
    tellInjector(`${kind}/${n}`);
    await run(place, (report) => reports.push(report));
    if (!tellInjector('off')) return;
    const found = await findState(place.folder, place.local);
    print({ kind, n, reports, found } satisfies Trial);
  }
}

const task = JSON.parse(process.argv[2] ?? '') as Task;
if (task.task === 'annotate') await annotate(task.place, print, task);
else if (task.task === 'add') await addAmongOthers(task.place, print, task);
else if (task.task === 'scenario') await SCENARIOS[task.scenario].run(task.place, print);
else for (const kind of task.kinds) await meetFaults(task, kind);
