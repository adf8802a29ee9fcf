import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignColumns } from '../../../src/renderer/reader/columns';

/*
 * Bars in the margin: what shares a line must not share a column.
 */

test('[B1] an annotation keeps its lane while that column is free', () => {
  expect(
    assignColumns([
      { lane: 0, top: 0, bottom: 20 },
      { lane: 1, top: 0, bottom: 20 },
      { lane: 0, top: 20, bottom: 40 },
    ]),
  ).toEqual([0, 1, 0]);
});

test('[B2] two in one lane on the same line stand beside each other', () => {
  expect(
    assignColumns([
      { lane: 0, top: 0, bottom: 20 },
      { lane: 0, top: 0, bottom: 20 },
    ]),
  ).toEqual([0, 1]);
});

test('[B3] no two bars of one column share a height', () => {
  const bar = fc.record({
    lane: fc.nat(3),
    top: fc.nat(200),
    height: fc.integer({ min: 1, max: 80 }),
  });
  fc.assert(
    fc.property(fc.array(bar, { maxLength: 30 }), (random) => {
      const bars = random
        .map(({ lane, top, height }) => ({ lane, top, bottom: top + height }))
        .sort((a, b) => a.top - b.top);
      const columns = assignColumns(bars);
      for (let i = 0; i < bars.length; i += 1) {
        for (let j = i + 1; j < bars.length; j += 1) {
          const [a, b] = [bars[i], bars[j]];
          if (a === undefined || b === undefined || columns[i] !== columns[j]) continue;
          expect(a.bottom <= b.top || b.bottom <= a.top).toBe(true);
        }
      }
    }),
  );
});
