import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../../src/core/ids';
import type { RunSlowly } from '../../src/main/slow-tasks';
import { createStoppable } from '../../src/main/stoppable';

/** A thread whose tasks end when the test says so, and when it is stopped. */
function createThread() {
  const waiting: {
    name: string;
    resolve: (value: unknown) => void;
    reject: (why: Error) => void;
  }[] = [];
  const begun: string[] = [];
  const run = ((name) =>
    new Promise<unknown>((resolve, reject) => {
      begun.push(name);
      waiting.push({ name, resolve, reject });
    })) as RunSlowly;
  const stop = (): Promise<void> => {
    for (const { reject } of waiting.splice(0)) reject(new Error('Stopped'));
    return Promise.resolve();
  };
  return { run, stop, waiting, begun };
}

const look = (run: RunSlowly) => run('unmatched.look', 'a folder', 'journals', 'desk' as DeviceId);
const turnOver = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('work that can be stopped', () => {
  it('is undefined when it was, and the next goes on as if there had been none', async () => {
    const thread = createThread();
    const work = createStoppable(thread);
    const first = work.run(look);
    await turnOver();
    await work.stop();
    expect(await first).toBeUndefined();
    const second = work.run(look);
    await turnOver();
    thread.waiting[0]?.resolve({ ok: true, value: [] });
    expect(await second).toEqual({ ok: true, value: [] });
    expect(thread.begun).toHaveLength(2);
  });

  it('gives way to the next', async () => {
    const thread = createThread();
    const work = createStoppable(thread);
    const first = work.run(look);
    await turnOver();
    const second = work.run(look);
    await turnOver();
    thread.waiting.at(-1)?.resolve({ ok: true, value: [] });
    expect(await first).toBeUndefined();
    expect(await second).toEqual({ ok: true, value: [] });
  });

  it('begins nothing in the thread after it was stopped', async () => {
    const thread = createThread();
    const work = createStoppable(thread);
    let goOn = (): void => undefined;
    const done = work.run(async (run) => {
      await new Promise<void>((resolve) => (goOn = resolve));
      return look(run);
    });
    await turnOver();
    await work.stop();
    goOn();
    expect(await done).toBeUndefined();
    expect(thread.begun).toEqual([]);
  });

  it('breaks down when the thread does', async () => {
    const thread = createThread();
    const work = createStoppable(thread);
    const done = work.run(look);
    await turnOver();
    thread.waiting[0]?.reject(new Error('Out of memory'));
    await expect(done).rejects.toThrow('Out of memory');
  });
});
