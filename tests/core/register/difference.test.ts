import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differenceOf } from '../../../src/core/register/difference';

it('leads from one list to the other', () => {
  const list = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 12 });
  fc.assert(
    fc.property(list, list, (before, after) => {
      const { gone, added } = differenceOf(before, after);
      const start = before.findIndex((one, at) => one !== after[at]);
      const from = start === -1 ? Math.min(before.length, after.length) : start;
      expect(before.toSpliced(from, gone.length, ...added)).toEqual(after);
    }),
  );
});

it('names one entry where one was added, replaced or taken out', () => {
  const list = [1, 2, 3, 4];
  expect(differenceOf(list, [1, 2, 9, 3, 4])).toEqual({ gone: [], added: [9] });
  expect(differenceOf(list, [1, 9, 3, 4])).toEqual({ gone: [2], added: [9] });
  expect(differenceOf(list, [1, 2, 3])).toEqual({ gone: [4], added: [] });
  expect(differenceOf([1, 1], [1, 1, 1])).toEqual({ gone: [], added: [1] });
});
