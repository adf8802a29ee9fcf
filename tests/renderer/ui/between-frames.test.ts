import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { workASlice, workBetweenFrames } from '../../../src/renderer/ui/between-frames';

/** Work of so many steps, each of which takes a millisecond. */
function* stepsOf(count: number): Generator<void, string> {
  for (let step = 0; step < count; step += 1) {
    now += 1;
    yield;
  }
  return `after ${count}`;
}

let now = 0;

beforeEach(() => {
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('window', globalThis);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('work between frames', () => {
  test('ends at once where it fits into a slice, and else goes on with the next', () => {
    expect(workASlice(stepsOf(3))).toEqual({ result: 'after 3' });
    const long = stepsOf(9);
    expect(workASlice(long)).toBeUndefined();
    expect(now).toBeLessThan(3 + 8);
    expect(workASlice(long)).toEqual({ result: 'after 9' });
  });

  test('leaves the window its turn after every slice, and tells what it came to once', () => {
    const onDone = vi.fn();
    workBetweenFrames(stepsOf(20), onDone);
    expect(now).toBe(0);
    let slices = 0;
    while (vi.getTimerCount() > 0) {
      const before = now;
      vi.runOnlyPendingTimers();
      expect(now - before).toBeLessThanOrEqual(8);
      slices += 1;
    }
    expect(slices).toBeGreaterThan(2);
    expect(onDone.mock.calls).toEqual([['after 20']]);
  });

  test('is left when it is stopped', () => {
    const onDone = vi.fn();
    const stop = workBetweenFrames(stepsOf(20), onDone);
    vi.runOnlyPendingTimers();
    const done = now;
    stop();
    vi.runAllTimers();
    expect(now).toBe(done);
    expect(onDone).not.toHaveBeenCalled();
  });
});
