import { describe, expect, it } from 'vitest';
import { AT_ONCE, fewAtOnce } from '../../../src/renderer/ui/use-few-at-once';

const KEYS = Array.from({ length: 20 }, (_, at) => `row ${String(at)}`);

describe('the rows a list makes at once', () => {
  it('are the few nearest to the chosen one, in the order of the list', () => {
    expect([...fewAtOnce(KEYS, new Set(), 10)]).toEqual(KEYS.slice(7, 13));
    expect([...fewAtOnce(KEYS, new Set(), -1)]).toEqual(KEYS.slice(0, AT_ONCE));
    expect([...fewAtOnce(KEYS, new Set(), 19)]).toEqual(KEYS.slice(20 - AT_ONCE));
  });

  it('are added to what is there, and what is no longer asked for goes', () => {
    const there = new Set(['gone', ...KEYS.slice(0, 6)]);
    expect([...fewAtOnce(KEYS, there, 0)]).toEqual(KEYS.slice(0, 12));
  });

  it('are all when a few are missing', () => {
    const there = new Set(KEYS.slice(AT_ONCE));
    expect([...fewAtOnce(KEYS, there, 19)]).toEqual(KEYS);
  });

  it('are all of them after as many rounds as it takes', () => {
    let there: ReadonlySet<string> = new Set<string>();
    let rounds = 0;
    while (there.size < KEYS.length) {
      const next = fewAtOnce(KEYS, there, 7);
      expect(next.size - there.size).toBeLessThanOrEqual(AT_ONCE);
      there = next;
      rounds += 1;
    }
    expect(rounds).toBe(Math.ceil(KEYS.length / AT_ONCE));
  });
});
