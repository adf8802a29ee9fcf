import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Events } from '../../src/ipc/contract';
import type { Remembered } from '../../src/ipc/remembered';
import type { Outbox } from '../../src/main/ipc-door';
import { Backups } from '../../src/main/backups';
import { now } from '../../src/main/identity';
import { ProjectHost } from '../../src/main/project-host';
import { NOTHING_REMEMBERED } from '../../src/main/remembered';
import { SLOW_TASKS, type RunSlowly } from '../../src/main/slow-tasks';
import { createStoppable, type Stoppable } from '../../src/main/stoppable';

/** A host with everything around it in memory, and what it told the window. */
export interface HostBench {
  readonly host: ProjectHost;
  readonly backups: Backups;
  /** Where this computer's journals are. */
  readonly journals: string;
  readonly outbox: Outbox;
  /** In order; each is the event's name and what came with it. */
  readonly told: { name: keyof Events; payload: unknown }[];
  readonly remembered: () => Remembered;
  /** Of one event, what came with it. */
  readonly heard: <Name extends keyof Events>(name: Name) => Events[Name][];
}

/** Slow tasks in the thread of the test. */
export const runHere: RunSlowly = (name, ...args) => {
  const task = SLOW_TASKS[name] as (...given: typeof args) => ReturnType<RunSlowly>;
  return task(...args) as ReturnType<(typeof SLOW_TASKS)[typeof name]>;
};

/** Looking in the thread of the test, which cannot be ended. */
export function lookHere(run = runHere): Stoppable {
  return createStoppable({ run, stop: () => Promise.resolve() });
}

export function createBench(): HostBench {
  const told: HostBench['told'] = [];
  let remembered = NOTHING_REMEMBERED;
  const journals = mkdtempSync(join(tmpdir(), 'postil-journals-'));
  onTestFinished(() => {
    rmSync(journals, { recursive: true, force: true });
  });
  const outbox: Outbox = {
    listening: true,
    send: (name, payload) => told.push({ name, payload }),
    listen: () => undefined,
  };
  const backups = new Backups({
    root: join(journals, 'backups'),
    runSlowly: runHere,
    now,
    onFault: (fault) => told.push({ name: 'notice', payload: fault }),
  });
  const host = new ProjectHost({
    memory: {
      notices: [],
      get: () => remembered,
      update: (change) => {
        remembered = change(remembered);
      },
      flush: () => Promise.resolve({ ok: true, value: undefined }),
    },
    outbox,
    onChange: () => undefined,
    commitPendingEdits: () => Promise.resolve(),
    journals,
    backups,
    runSlowly: runHere,
    keepSnapshot: () => undefined,
  });
  return {
    host,
    backups,
    journals,
    outbox,
    told,
    remembered: () => remembered,
    heard: <Name extends keyof Events>(name: Name) =>
      told.filter((event) => event.name === name).map((event) => event.payload as Events[Name]),
  };
}

/** Call it after the project's folder was made: what is made last is taken down first. */
export function settleAfterTest({ host, backups }: HostBench): void {
  onTestFinished(async () => {
    await host.settled();
    await backups.settled();
  });
}
