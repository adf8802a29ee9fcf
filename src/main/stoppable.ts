import type { SlowThread } from './slow-thread';
import type { RunSlowly } from './slow-tasks';

/** Work in a thread of its own, one at a time, that a person can stop: that ends the thread, and what is in it. */
export interface Stoppable {
  /** What was under way before is stopped. Undefined when this was, too. */
  run<Value>(work: (runSlowly: RunSlowly) => Promise<Value>): Promise<Value | undefined>;
  /** Stops what is under way, if anything is; resolves when the thread is at its end. */
  stop(): Promise<void>;
}

export function createStoppable(thread: SlowThread): Stoppable {
  /** Of what is under way, or was last. */
  let turn = 0;
  const stop = (): Promise<void> => {
    turn += 1;
    return thread.stop();
  };
  return {
    run: async (work) => {
      const ended = stop();
      const own = turn;
      await ended;
      const runSlowly: RunSlowly = (name, ...args) => {
        // Stopped while it waited for something else: the thread is not begun anew.
        if (own !== turn) throw new Error('Stopped');
        return thread.run(name, ...args);
      };
      try {
        const done = await work(runSlowly);
        return own === turn ? done : undefined;
      } catch (error) {
        if (own !== turn) return undefined;
        throw error;
      }
    },
    stop,
  };
}
