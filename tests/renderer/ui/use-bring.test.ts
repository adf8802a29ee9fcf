import { describe, expect, it } from 'vitest';
import { createBringer, type Scrolled } from '../../../src/renderer/ui/use-bring';

const ROW = 60;
const HEIGHT = 600;

/** A list of a hundred rows of which ten are seen, and which rows it was asked to scroll to. */
function createList() {
  const asked: number[] = [];
  const list: { -readonly [Name in keyof Scrolled]: Scrolled[Name] } = {
    measurementsCache: Array.from({ length: 100 }, (_, index) => ({
      index,
      key: index,
      start: index * ROW,
      end: (index + 1) * ROW,
      size: ROW,
      lane: 0,
    })),
    scrollOffset: 0,
    scrollRect: { width: 300, height: HEIGHT },
    getOffsetForIndex: (index) => [Math.max(0, (index + 1) * ROW - HEIGHT), 'auto'],
    scrollToIndex: (index) => {
      asked.push(index);
    },
  };
  return { list, asked, ...createBringer(list) };
}

describe('bringing a row of a list into view', () => {
  it('asks for no scroll where the row is seen whole', () => {
    const { bring, asked } = createList();
    for (const index of [0, 5, 9, 10]) bring(index);
    expect(asked).toEqual([10]);
  });

  it('knows where it asked to scroll to before the list tells of it', () => {
    const { bring, asked } = createList();
    for (const index of [99, 98, 0, 1, 99]) bring(index);
    expect(asked).toEqual([99, 0, 99]);
  });

  it('believes the list once it told, also where it is again at the place it was at', () => {
    const { list, bring, look, asked } = createList();
    bring(99);
    list.scrollOffset = 99 * ROW;
    look();
    list.scrollOffset = 0;
    look();
    bring(0);
    expect(asked).toEqual([99]);
    bring(99);
    expect(asked).toEqual([99, 99]);
  });
});
