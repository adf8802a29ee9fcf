import { parentPort } from 'node:worker_threads';
import { reasonOf } from './log';
import { SLOW_TASKS, type SlowTask } from './slow-tasks';

/*
 * The second thread of the main process. It has no Electron and no state: a task comes in, what came of it goes out.
 */

export interface SlowOrder {
  readonly id: number;
  readonly name: SlowTask;
  readonly args: readonly unknown[];
}

export type SlowAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly problem: string };

parentPort?.on('message', (order: SlowOrder) => {
  void carryOut(order).then((answer) => {
    parentPort?.postMessage(answer);
  });
});

async function carryOut({ id, name, args }: SlowOrder): Promise<SlowAnswer> {
  const task = SLOW_TASKS[name] as (...args: readonly unknown[]) => Promise<unknown>;
  try {
    return { id, value: await task(...args) };
  } catch (error) {
    return { id, problem: `${name}: ${reasonOf(error)}` };
  }
}
