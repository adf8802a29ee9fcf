import { openSync, writeSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findState, type Found } from './found';
import { mayBe, type Report } from './report';
import { addAmongOthers, annotate, SCENARIOS, type Place, type Scenario } from './scenarios';

/*
 * A process of its own that works in a project. Its one argument is a task as JSON; what it did it says on its output, a
 * line at a time and at once, so that what is said before it is killed is known.
 */

type Task =
  | { readonly task: 'annotate'; place: Place; count: number; seed: number; name: string }
  | { readonly task: 'add'; place: Place; count: number; name: string }
  | { readonly task: 'scenario'; place: Place; scenario: string }
  | { readonly task: 'faults'; work: string; scenario: string; kind: string; local: boolean };

/** One scenario with one fault in it. */
export interface Trial {
  readonly n: number;
  readonly reports: readonly Report[];
  readonly found: Found;
  readonly mayBe: readonly string[];
}

function print(line: unknown): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

function scenarioOf(name: string): Scenario {
  const scenario = SCENARIOS[name];
  if (scenario === undefined) throw new Error(`There is no scenario ${name}.`);
  return scenario;
}

/** True if a fault that was armed before was reached. */
function disarm(): boolean {
  try {
    openSync('/postil-fault/off', 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return true;
  }
  return false;
}

function arm(kind: string, n: number): void {
  try {
    openSync(`/postil-fault/${kind}/${n}`, 'r');
  } catch {
    // The injector answers so.
  }
}

/** Runs the scenario with the fault at the first call, the second and so on, until none is reached. */
async function meetFaults(given: Extract<Task, { task: 'faults' }>): Promise<void> {
  for (let n = 1; ; n += 1) {
    const root = join(given.work, 'trial');
    await rm(root, { recursive: true, force: true });
    await mkdir(root);
    if (given.scenario !== 'creating')
      await cp(join(given.work, 'template'), join(root, 'project'), { recursive: true });
    const place = {
      folder: join(root, 'project'),
      ...(given.local && { local: join(root, 'local') }),
    };
    const reports: Report[] = [];
    arm(given.kind, n);
    await scenarioOf(given.scenario)(place, (report) => reports.push(report));
    if (!disarm()) return;
    const found = await findState(place.folder, place.local);
    const trial: Trial = { n, reports, found, mayBe: mayBe(reports) };
    print(trial);
  }
}

const task = JSON.parse(process.argv[2] ?? '') as Task;
if (task.task === 'annotate') await annotate(task.place, print, task);
else if (task.task === 'add') await addAmongOthers(task.place, print, task);
else if (task.task === 'scenario') await scenarioOf(task.scenario)(task.place, print);
else await meetFaults(task);
