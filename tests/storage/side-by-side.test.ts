import { describe, expect, it } from 'vitest';
import { sideBySide } from '../../src/storage/side-by-side';

const turnOver = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('sideBySide', () => {
  it('answers in the order of the items, whichever is done first', async () => {
    const items = Array.from({ length: 30 }, (_, n) => n);
    const done: number[] = [];
    const values = await sideBySide(items, async (n) => {
      for (let turn = 0; turn < n % 4; turn += 1) await turnOver();
      done.push(n);
      return n * 2;
    });
    expect(values).toEqual(items.map((n) => n * 2));
    expect(done).not.toEqual(items);
  });

  it('begins nothing more when one fails, and fails when nothing is under way', async () => {
    const begun: number[] = [];
    let underWay = 0;
    const work = sideBySide([...Array(30).keys()], async (n) => {
      begun.push(n);
      underWay += 1;
      await turnOver();
      if (n !== 2) await turnOver();
      underWay -= 1;
      if (n === 2) throw new Error('The disk is full');
    });
    await expect(work).rejects.toThrow('The disk is full');
    expect(underWay).toBe(0);
    expect(begun.length).toBeLessThan(30);
  });
});
