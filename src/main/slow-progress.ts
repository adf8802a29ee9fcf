import { parentPort } from 'node:worker_threads';
import type { Looking } from '../core/merging/looking';

/** How far a task is: a share from 0 to 1, or in what it is about. */
export type Progress = number | Looking;

export interface SlowProgress {
  readonly progress: Progress;
}

/** Tells the main thread how far the task under way is. Outside a second thread nobody listens. */
export function tellProgress(progress: Progress): void {
  parentPort?.postMessage({ progress } satisfies SlowProgress);
}
