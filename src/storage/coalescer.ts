/** Work that runs one at a time; all requests that come while it runs are answered by one further run. */
export interface Coalescer {
  request(): void;
  /** Resolves when nothing runs and nothing is asked for. */
  idle(): Promise<void>;
}

/** `run` starts a moment after the first request, never inside it, and must not throw. */
export function createCoalescer(run: () => Promise<void>): Coalescer {
  let isAsked = false;
  let running: Promise<void> | undefined;

  async function work(): Promise<void> {
    await Promise.resolve();
    while (isAsked) {
      isAsked = false;
      await run();
    }
    running = undefined;
  }

  return {
    request: () => {
      isAsked = true;
      running ??= work();
    },
    idle: async () => {
      while (running !== undefined) await running;
    },
  };
}
