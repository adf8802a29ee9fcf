import { expect, it } from 'vitest';
import { rowsToMake } from '../../../src/renderer/documents/rows-to-make';

it('the open row is there wherever one has scrolled to, once, in order', () => {
  expect(rowsToMake([5, 6, 7], 2)).toEqual([2, 5, 6, 7]);
  expect(rowsToMake([5, 6, 7], 250)).toEqual([5, 6, 7, 250]);
  expect(rowsToMake([5, 6, 7], 6)).toEqual([5, 6, 7]);
  expect(rowsToMake([5, 6, 7], -1)).toEqual([5, 6, 7]);
});
