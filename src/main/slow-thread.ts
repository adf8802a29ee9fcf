import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Progress, SlowProgress } from './slow-progress';
import type { RunSlowly } from './slow-tasks';
import type { SlowAnswer, SlowOrder } from './slow-worker';

/** So long after the last task the thread ends and gives its memory back, in milliseconds. */
const IDLE = 20_000;

/** What is read of a large project stays; with less room for what is new it is moved about over and over. In megabytes. */
const YOUNG = 192;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

export interface SlowThread {
  readonly run: RunSlowly;
  /** Ends the thread; what is under way in it fails. Resolves when it is at its end. */
  stop(): Promise<void>;
}

/**
 * A thread for slow tasks, begun when there is one. When it breaks down the tasks in it fail, and the next begins another.
 * `onProgress` hears of what tasks tell of themselves.
 */
export function createSlowThread(
  onProgress: (progress: Progress) => void = () => undefined,
): SlowThread {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;

  const begin = (): Worker => {
    const begun = new Worker(join(import.meta.dirname, 'slow-worker.js'), {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    // It does not keep the app from leaving.
    begun.unref();
    begun.on('message', (answer: SlowAnswer | SlowProgress) => {
      if ('progress' in answer) {
        if (worker === begun) onProgress(answer.progress);
        return;
      }
      const task = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('problem' in answer) task?.reject(new Error(answer.problem));
      else task?.resolve(answer.value);
      if (waiting.size === 0) idle = setTimeout(() => void end(), IDLE).unref();
    });
    begun.on('error', (error: Error) => {
      if (worker === begun) worker = undefined;
      for (const task of waiting.values()) task.reject(error);
      waiting.clear();
    });
    return begun;
  };
  const end = async (): Promise<void> => {
    const ending = worker?.terminate();
    worker = undefined;
    await ending;
  };

  const run = ((name, ...args) =>
    new Promise<unknown>((resolve, reject) => {
      clearTimeout(idle);
      worker ??= begin();
      count += 1;
      waiting.set(count, { resolve, reject });
      worker.postMessage({ id: count, name, args } satisfies SlowOrder);
    })) as RunSlowly;
  return {
    run,
    stop: async () => {
      clearTimeout(idle);
      const ended = end();
      for (const task of waiting.values()) task.reject(new Error('Stopped'));
      waiting.clear();
      await ended;
    },
  };
}
