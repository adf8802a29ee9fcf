import { parentPort } from 'node:worker_threads';

export interface SlowProgress {
  /** From 0 to 1. */
  readonly share: number;
}

/** Tells the main thread how much of the task under way is done. Outside a second thread nobody listens. */
export function tellProgress(share: number): void {
  parentPort?.postMessage({ share } satisfies SlowProgress);
}
